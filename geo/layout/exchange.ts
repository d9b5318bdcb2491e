import { planeByCode } from '../crs/index.ts';
import { UserError } from '../model/index.ts';
import { frameColourFields } from '../style/index.ts';
import { BASEMAP_DPI } from './basemap/basemap-marks.ts';
import { freshId } from './new-elements.ts';
import { PAPERS } from './papers.ts';
import { TITLE_BLOCK_FIELDS, type SheetElement, type SheetLayout } from './sheet.ts';

/** What a file of a template is known by, and how large it may be. */
export const TEMPLATE_TYPE = 'undercroft-sheet-template', TEMPLATE_ENDING = '.sheet.json';
const LARGEST = 32 * 1024 * 1024, MOST_ELEMENTS = 500;

type Check = (value: unknown) => boolean;
const text: Check = (value) => typeof value === 'string' && value.length < 20_000;
const flag: Check = (value) => typeof value === 'boolean';
const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const textOrNumber: Check = (value) => text(value) || number(value);
const above = (least: number, most: number): Check => (value) => number(value) && (value as number) >= least && (value as number) <= most;
const orNull = (check: Check): Check => (value) => value === null || check(value);
const list = (check: Check, most = 5000): Check => (value) => Array.isArray(value) && value.length <= most && value.every(check);
const one = (...known: readonly unknown[]): Check => (value) => known.includes(value);
const record = (fields: Readonly<Record<string, Check>>): Check => (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.entries(fields).every(([key, check]) => check((value as Record<string, unknown>)[key]));

/** The code of a planning CRS. */
const plane: Check = (value) => {
  try {
    return text(value) && planeByCode(value as string) !== null;
  } catch {
    return false;
  }
};
const box = record({ x: above(-1e4, 1e4), y: above(-1e4, 1e4), width: above(0.1, 1e4), height: above(0.1, 1e4) });
const ofFrame = { frame: text };
/** m below ground. */
const depth = above(-1e4, 1e4), depths = { top: orNull(depth), bottom: orNull(depth) };
const placeInDegrees: Check = (value) => Array.isArray(value) && value.length === 2 && above(-180, 180)(value[0]) && above(-85, 85)(value[1]);
/** What an element of each kind must hold besides its id, kind and place. */
const ELEMENTS: Readonly<Record<SheetElement['kind'], Readonly<Record<string, Check>>>> = {
  map: { centre: (value) => Array.isArray(value) && value.length === 2 && above(-180, 180)(value[0]) && above(-85, 85)(value[1]), scale: above(1, 1e8), rotation: above(-360, 360), crs: orNull(plane), layers: orNull(list(text)), scenario: (value) => value === undefined || orNull(text)(value), only: (value) => value === undefined || orNull(record({ schema: text, field: text, values: list(orNull(textOrNumber), 200) }))(value), colours: (value) => value === undefined || orNull(record({ schema: text, field: one(...frameColourFields()) }))(value), grid: orNull(above(0, 1e7)), labels: flag, basemapDpi: (value) => value === undefined || above(BASEMAP_DPI.least, BASEMAP_DPI.most)(value), basemapStrength: (value) => value === undefined || above(0, 1)(value) },
  overview: ofFrame, legend: { ...ofFrame, also: (value) => value === undefined || list(text, 100)(value) }, 'scale-bar': ofFrame, 'north-arrow': { ...ofFrame, wind: orNull((value) => list(above(0, 100), 16)(value) && [8, 16].includes((value as unknown[]).length)) },
  title: { text }, text: { text, size: above(0.5, 200), halo: (value) => value === undefined || flag(value) }, table: { title: text, rows: list(list(text, 50)), row: (value) => value === undefined || above(1, 50)(value), align: one(undefined, 'start') },
  image: { type: one('image/png', 'image/jpeg'), data: (value) => typeof value === 'string' && value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value) }, 'title-block': {},
  section: {
    title: text, scale: orNull(above(10, 1e5)), strata: list(record({ name: text, to: orNull(depth) }), 20),
    site: orNull(record({ name: text, ...depths, width: orNull(above(0, 1e5)), levels: orNull(above(0, 100)) })),
    neighbours: list(record({ mark: text, name: text, nature: one('meets', 'near', 'close', 'consult', 'passes'), ...depths, clearance: above(0, 1e6), wide: flag }), 200),
  },
  'section-line': {
    title: text, line: list(placeInDegrees, 500), crs: orNull(plane), scale: above(1, 1e6), vertical: above(1, 1e6), from: above(0, 1e7), depth: orNull(above(1, 1e4)), offset: orNull(above(0, 1e4)),
    layers: orNull(list(text)), scenario: (value) => value === undefined || orNull(text)(value), focus: orNull(text), trial: orNull(record({ id: text, top: depth, levels: above(1, 100), levelHeight: above(0.1, 100) })),
  },
};
const element: Check = (value) => record({ id: text, box, kind: one(...Object.keys(ELEMENTS)) })(value) && record(ELEMENTS[(value as SheetElement).kind])(value);
const layout = record({
  id: text, name: text, language: one('zh', 'en'), template: orNull(text), titleBlock: record(Object.fromEntries(TITLE_BLOCK_FIELDS.map((key) => [key, text]))), elements: list(element, MOST_ELEMENTS),
  paper: (value) => record({ size: one(...Object.keys(PAPERS)), landscape: flag })(value) || record({ size: one('free'), width: above(50, 5080), height: above(50, 5080) })(value),
});

/** A sheet as a template for others: how it is arranged, without what tells of this project, its place, its people and its figures. */
export function templateText(sheet: SheetLayout): string {
  const elements = sheet.elements.map(withoutPlace);
  const { institute, stage, heightDatum, revision } = sheet.titleBlock;
  const titleBlock = { ...Object.fromEntries(TITLE_BLOCK_FIELDS.map((key) => [key, ''])) as unknown as SheetLayout['titleBlock'], sheetName: sheet.titleBlock.sheetName, sheetNumber: sheet.titleBlock.sheetNumber, institute, stage, heightDatum, revision };
  return JSON.stringify({ type: TEMPLATE_TYPE, version: 1, sheet: { ...sheet, elements, titleBlock, template: null } }, null, 1);
}

function withoutPlace(of: SheetElement): SheetElement {
  switch (of.kind) {
    case 'map': {
      const { outlines: _places, outlinesAre: _are, ...frame } = of;
      return { ...frame, layers: null, scenario: null, crs: null, centre: [0, 0] };
    }
    // The name of the project is put in front again where the sheet is used.
    case 'title': return { ...of, text: of.text.split(' · ').at(-1)! };
    case 'table': return { ...of, rows: of.rows.slice(0, 1) };
    case 'section': return { ...of, site: null, neighbours: [] };
    case 'section-line': return { ...of, line: [], crs: null, from: 0, layers: null, scenario: null, focus: null, trial: null };
    default: return of;
  }
}

/**
 * A sheet from the text of a template, every value looked at: the file may come from anywhere.
 * @throws UserError `layout.template-damaged`, `layout.template-foreign`, `layout.template-newer`
 */
export function sheetFromText(content: string): SheetLayout {
  const file = parsed(content);
  if (!record({ type: one(TEMPLATE_TYPE) })(file)) throw new UserError('layout.template-foreign');
  const { version, sheet } = file as { version: unknown; sheet: unknown };
  if (version !== 1) throw new UserError('layout.template-newer', { version: String(version).slice(0, 20) });
  if (!layout(sheet)) throw new UserError('layout.template-damaged');
  return withKnownFields(sheet as SheetLayout);
}
function parsed(content: string): unknown {
  if (content.length > LARGEST) throw new UserError('layout.template-damaged');
  try {
    return JSON.parse(content);
  } catch {
    throw new UserError('layout.template-damaged');
  }
}

/** Nothing but what was looked at; ids that stand twice become others. */
function withKnownFields(sheet: SheetLayout): SheetLayout {
  const pick = (from: object, keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, (from as Record<string, unknown>)[key]]));
  const elements: SheetElement[] = [];
  for (const of of sheet.elements) {
    const known = { ...pick(of, ['id', 'kind', ...Object.keys(ELEMENTS[of.kind])]), box: pick(of.box, ['x', 'y', 'width', 'height']) } as unknown as SheetElement;
    const twice = elements.some(({ id }) => id === known.id);
    elements.push(twice ? { ...known, id: freshId({ ...sheet, elements }, known.kind) } : known);
  }
  const paper = pick(sheet.paper, sheet.paper.size === 'free' ? ['size', 'width', 'height'] : ['size', 'landscape']) as SheetLayout['paper'];
  return { ...pick(sheet, ['id', 'name', 'language', 'template']), paper, titleBlock: pick(sheet.titleBlock, TITLE_BLOCK_FIELDS), elements } as unknown as SheetLayout;
}
