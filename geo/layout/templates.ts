import { planeForLayers } from '../crs/index.ts';
import { DEFAULT_DEPTHS } from '../depth/index.ts';
import { say, type Language } from '../messages/index.ts';
import { UserError, type DepthContext, type Layer, type SchemaId } from '../model/index.ts';
import { runOfResult, unitOfResult } from '../style/index.ts';
import { groundOf, MARGIN_OF_GROUND, wholeGround } from './ground.ts';
import { drawingArea, type PaperId } from './papers.ts';
import { fittingScale } from './scales.ts';
import { splitFrame, strataIn, type Split } from './split.ts';
import type { Box, MapFrame, SheetElement, SheetLayout, TitleBlock } from './sheet.ts';

/** A sheet of an underground-space plan: what it shows. Words: `layout.template.<id>`. */
export interface SheetTemplate {
  id: string;
  /** Schemas that it is about: without a layer of one of them there is nothing to show. */
  about: readonly SchemaId[];
  /** What lies under and over it. */
  besides: readonly SchemaId[];
  /** A frame of its own for each stratum that has zones. */
  split?: Split;
  /** Of results that several services share those of the first of these runs that is there: one sheet does not lay parking over sheltering. */
  resultsOf?: readonly string[];
  /** Of a schema only what has one of these values. */
  only?: MapFrame['only'];
  colours?: MapFrame['colours'];
}
const PARKING = ['parking-shortage-night', 'parking-shortage-day'], SHELTERING = ['shelter-coverage'], BY_STRATUM: Split = { schema: 'underground-zone', field: 'stratum' };
/** How many of the best candidates a sheet of near-term works shows where no set of them was chosen. */
const BEST = 10;
const GROUND: readonly SchemaId[] = ['boundary', 'walking-network', 'land-parcel'];

/** One row a sheet; after DOMAIN 3.3. */
export const TEMPLATES: readonly SheetTemplate[] = [
  { id: 'present', about: ['shelter', 'parking-facility', 'demand-unit'], besides: GROUND },
  { id: 'shortage', about: ['shortage-area', 'demand-result'], besides: ['boundary', 'walking-network', 'parking-facility'], resultsOf: PARKING },
  { id: 'suitability', about: ['constraint', 'underground-zone'], besides: ['boundary', 'walking-network'], split: BY_STRATUM, colours: { schema: 'underground-zone', field: 'suitability' } },
  { id: 'strata', about: ['underground-zone'], besides: ['boundary', 'walking-network', 'road-project'], split: BY_STRATUM },
  { id: 'civil-defence', about: ['shelter'], besides: [...GROUND, 'demand-unit'] },
  { id: 'parking', about: ['parking-facility'], besides: GROUND },
  { id: 'near-term', about: ['road-project', 'portfolio-site', 'candidate-site'], besides: GROUND, only: { schema: 'candidate-site', field: 'rank', values: Array.from({ length: BEST }, (_, i) => i + 1) } },
  { id: 'sites', about: ['candidate-site'], besides: ['boundary', 'walking-network', 'road-project', 'shortage-area'], resultsOf: PARKING },
  { id: 'shelter-shortage', about: ['shortage-area', 'demand-result'], besides: ['boundary', 'walking-network', 'shelter'], resultsOf: SHELTERING },
];

/** Templates that the layers have something for. */
export function templatesFor(layers: readonly Layer[]): SheetTemplate[] {
  return TEMPLATES.filter((template) => shownLayers(template, { layers }).some(({ schema, features }) => template.about.includes(schema) && features.length > 0));
}

export interface SheetWishes {
  template: string;
  paper: PaperId;
  landscape: boolean;
  language: Language;
  project: string;
  /** ISO date, as passed in. */
  date: string;
  layers: readonly Layer[];
  /** Results of these runs only; null for all. */
  runs?: readonly string[] | null;
  classification?: string;
  /** Strata of the project; those of the standard where it has none. */
  depths?: DepthContext;
}

/**
 * A whole sheet from a template: title, one map at the largest scale of the series that shows the plan's ground, legend, overview, title block.
 * @throws UserError `layout.no-template`, `layout.nothing-to-show`
 */
export function sheetFromTemplate(wishes: SheetWishes): SheetLayout {
  const { template: id, language, layers, paper, landscape, depths = DEFAULT_DEPTHS } = wishes;
  const template = TEMPLATES.find((row) => row.id === id);
  if (!template) throw new UserError('layout.no-template', { given: id, known: TEMPLATES.map((row) => row.id).join(', ') });
  const shown = shownLayers(template, wishes);
  const plane = planeForLayers(layers.filter(({ features }) => features.length > 0));
  const ground = wholeGround(layers, plane) ?? groundOf(shown, plane);
  if (!ground || !shown.some(({ schema }) => template.about.includes(schema))) throw new UserError('layout.nothing-to-show', { sheet: say(`layout.template.${id}`, language) });
  const size = { paper: { size: paper, landscape } };
  const places = arrange(drawingArea(size), paper);
  const scale = fittingScale({ width: ground.width * MARGIN_OF_GROUND, height: ground.height * MARGIN_OF_GROUND }, places.map);
  const name = say(`layout.template.${id}`, language);
  const frame = 'map';
  const map: MapFrame = { id: frame, kind: 'map', box: places.map, centre: plane.inverse(ground.east, ground.north), scale, rotation: 0, crs: plane.code, layers: shown.map((layer) => layer.id), grid: 0, labels: true, ...(template.only ? { only: template.only } : {}), ...(template.colours ? { colours: template.colours } : {}) };
  const maps = template.split ? splitFrame(map, template.split, strataIn(shown, depths), ground, language) : [map];
  const also = maps.flatMap(({ kind, id: own }) => (kind === 'map' && own !== frame ? [own] : []));
  const elements: SheetElement[] = [
    { id: 'title', kind: 'title', box: places.title, text: `${wishes.project} · ${name}` },
    ...maps,
    { id: 'north', kind: 'north-arrow', box: places.north, frame, wind: null },
    { id: 'scale', kind: 'scale-bar', box: places.scale, frame },
    { id: 'legend', kind: 'legend', box: places.legend, frame, ...(also.length > 0 ? { also } : {}) },
    { id: 'overview', kind: 'overview', box: places.overview, frame },
    { id: 'block', kind: 'title-block', box: places.block },
  ];
  return { id, name: `${name} ${paper}`, language, template: id, ...size, titleBlock: titleBlock(wishes, name, id), elements };
}

function shownLayers({ about, besides, resultsOf }: SheetTemplate, { layers, runs }: Pick<SheetWishes, 'layers' | 'runs'>): readonly Layer[] {
  const ofSchemas = layers.filter(({ schema, id }) => (about.includes(schema) || besides.includes(schema)) && (!runs || !id.includes('/') || runs.includes(id.split('/')[0])));
  return INSTEAD.reduce<readonly Layer[]>(withoutRival, resultsOf ? ofOneRun(ofSchemas, resultsOf) : ofSchemas);
}
/** Results of one run; layers that are of no run stay. */
function ofOneRun(layers: readonly Layer[], kinds: readonly string[]): readonly Layer[] {
  const kindOf = (layer: Layer) => (unitOfResult(layer) === undefined ? null : runOfResult(layer.id)?.kind ?? null);
  const first = kinds.find((kind) => layers.some((layer) => kindOf(layer) === kind));
  return layers.filter((layer) => { const kind = kindOf(layer); return kind === null || kind === first; });
}
/** Of two that show the same ground the first: land use lies under what is planned, units of demand would hide it; a set that was chosen stands for the sites that it was chosen from. */
const INSTEAD: readonly (readonly [SchemaId, SchemaId])[] = [['land-parcel', 'demand-unit'], ['portfolio-site', 'candidate-site']];
function withoutRival(layers: readonly Layer[], [first, second]: readonly [SchemaId, SchemaId]): readonly Layer[] {
  const has = layers.some(({ schema, features }) => schema === first && features.length > 0), left = layers.filter(({ schema }) => schema !== second);
  return has && left.some(({ schema, features }) => schema !== first && schema !== 'boundary' && schema !== 'walking-network' && features.length > 0) ? left : layers;
}

function titleBlock({ project, date, classification = '', language }: SheetWishes, sheetName: string, id: string): TitleBlock {
  const number = String(TEMPLATES.findIndex((row) => row.id === id) + 1).padStart(2, '0');
  return {
    project, sheetName, sheetNumber: `DX-${number}`, institute: '', designer: '', checker: '', approver: '', date, revision: 'A', stage: say('layout.stage.draft', language),
    heightDatum: say('layout.datum', language), classification, reviewNumber: '',
  };
}

/** Where things stand: a strip for the title above, a column at the right, the map in the rest. Sizes grow with the paper. */
function arrange(area: Box, paper: PaperId): Record<'title' | 'map' | 'north' | 'scale' | 'legend' | 'overview' | 'block', Box> {
  const k = SIZES[paper], gap = 2 * k, pad = 3;
  const inner = { x: area.x + pad, y: area.y + pad, width: area.width - 2 * pad, height: area.height - 2 * pad };
  const column = 72 * k, title = 13 * k, block = 56 * k, scale = 13 * k, north = 20 * k, overview = 44 * k;
  const right = inner.x + inner.width - column, top = inner.y + title + gap, bottom = inner.y + inner.height;
  return {
    title: { x: inner.x, y: inner.y, width: inner.width, height: title },
    map: { x: inner.x, y: top, width: inner.width - column - gap, height: bottom - top },
    north: { x: right, y: top, width: north, height: north },
    scale: { x: right + north + gap, y: top + (north - scale) / 2, width: column - north - gap, height: scale },
    legend: { x: right, y: top + north + gap, width: column, height: bottom - top - north - block - overview - 4 * gap },
    overview: { x: right, y: bottom - block - gap - overview, width: column, height: overview },
    block: { x: right, y: bottom - block, width: column, height: block },
  };
}
const SIZES: Record<PaperId, number> = { A4: 0.72, A3: 1, A2: 1.25, A1: 1.5, A0: 1.8 };
