import { withStrata } from '../depth/index.ts';
import { aboveLevel, mayCarryProject, withinLevel, type SecrecyLevel } from '../io/index.ts';
import { drawnLayers, pyramidOf, type Basemap, type DrawnBasemap, type DrawnLayer, type SheetSource } from '../layout/index.ts';
import type { Language } from '../messages/index.ts';
import type { DepthContext, Layer, Properties } from '../model/index.ts';
import { deriveLayers, measuresOf, type Measure } from '../scenario/index.ts';
import { baselineId, symbologyOf } from '../style/index.ts';
import type { Project } from './types.ts';

type Held = { properties: Properties };
export interface SheetSourceWishes {
  /** Layers and results of the baseline, as they stand in the project. */
  layers: readonly Layer[];
  /** The same of each scenario. */
  scenarios?: readonly { id: string; layers: readonly Layer[] }[];
  /** What no sheet shows, but a project that goes with it holds: see `heldBesides`. */
  setAside: readonly Held[];
  level: SecrecyLevel;
  language: Language;
  invented: boolean;
  /** Raster basemaps of the project, and the picture of each. */
  basemaps?: readonly DrawnBasemap[];
  /** Strata and ground of the project, for its sections and plan zones. */
  depths?: DepthContext;
}

/** What a sheet is drawn from: the layers with nothing above a level of secrecy, those hidden that the map hides until asked. */
export function sheetSource({ layers, scenarios = [], setAside, level, language, invented, basemaps = [], depths }: SheetSourceWishes): SheetSource {
  // Most layers of a scenario are the baseline's own, and are looked through once.
  const known = new Map<Layer, { layer: Layer; leftOut: number }>();
  const within = (layer: Layer) => { const found = known.get(layer) ?? inStrata(withinLevel(layer, level), depths); known.set(layer, found); return found; };
  const drawn = (own: readonly Layer[]): DrawnLayer[] => drawnLayers(own.map((layer) => within(layer).layer), language, depths?.strata);
  const all = [...layers, ...scenarios.flatMap((scenario) => scenario.layers)];
  const shown = new Set(basemapsWithin(basemaps.map(({ basemap }) => basemap), level));
  return {
    ...(depths ? { depth: depths } : {}),
    basemaps: basemaps.filter(({ basemap }) => shown.has(basemap)),
    layers: drawn(layers), scenarios: new Map(scenarios.map(({ id, layers: own }) => [id, drawn(own)])), hidden: new Set(all.filter(({ schema }) => symbologyOf(schema).hidden).map(({ id }) => baselineId(id))),
    level, withheld: layers.reduce((sum, layer) => sum + within(layer).leftOut, basemaps.length - shown.size), mayCarryProject: mayCarryProject([...new Set(all)].map(({ features }) => features).concat([setAside as Layer['features']]), level), invented,
  };
}

/** Zones say which of the project's strata they are in. */
const inStrata = <F extends { layer: Layer }>(found: F, depths: DepthContext | undefined): F => (depths ? { ...found, layer: withStrata(found.layer, depths) } : found);

/** Basemaps with none above a level. */
export function basemapsWithin(basemaps: readonly Basemap[], level: SecrecyLevel): Basemap[] {
  return basemaps.filter((basemap) => aboveLevel([heldOf(basemap)], level) === 0);
}
const heldOf = ({ secrecy }: Basemap): Held => ({ properties: { secrecy } });
/** The basemaps of a project with their pictures, which are decoded when they are first drawn. */
export function drawnBasemaps({ basemaps, pictures }: Pick<Project, 'basemaps' | 'pictures'>): DrawnBasemap[] {
  return basemaps.flatMap((basemap) => { const bytes = pictures?.get(basemap.sha256); return bytes ? [{ basemap, picture: pyramidOf(bytes, basemap.type) }] : []; });
}

/** Layers and results of a project as a scenario has them (null: the baseline), in the order in which they stand. */
export function layersIn({ layers, runs, scenarios, measures }: Pick<Project, 'layers' | 'runs' | 'scenarios' | 'measures'>, id: string | null): Layer[] {
  const scenario = scenarios.find((one) => one.id === id), baseline = layers.map(({ layer }) => layer);
  const own = scenario ? deriveLayers(baseline, measuresOf(scenario, measures)).layers : baseline;
  return [...own, ...runs.filter((run) => run.scenario === (scenario?.id ?? null)).flatMap((run) => Object.values(run.layers))];
}

/** Rows that were set aside, what measures hold, and basemaps: a project that goes with a sheet holds them, whatever is ticked. */
export function heldBesides({ layers, measures, basemaps }: { layers: readonly { setAside: readonly Held[] }[]; measures: readonly Measure[]; basemaps: readonly Basemap[] }): Held[] {
  return [...layers.flatMap(({ setAside }) => setAside), ...measures.map(({ set }) => ({ properties: set })), ...basemaps.map(heldOf)];
}
