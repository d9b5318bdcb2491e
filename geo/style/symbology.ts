import type { SchemaId } from '../model/index.ts';
import { LAND_USE, NO_DEMAND, RAMPS, STRATA, UNKNOWN } from './palettes.ts';
import type { ColourRule, Symbology } from './types.ts';

const single = (color: string): ColourRule => ({ kind: 'single', color });
const category = (field: string, rows: readonly { value: string; color: string }[], other: string): ColourRule =>
  ({ kind: 'category', field, rows, other });

const NONE = { field: 'demand', color: NO_DEMAND } as const;
const SUPPLY_RATIO: ColourRule = { kind: 'classes', field: 'supplyRatio', unit: 'ratio', stops: RAMPS.accessibility, unknown: UNKNOWN };
const SERVED: ColourRule = { kind: 'classes', field: 'servedRatio', unit: 'ratio', stops: RAMPS.servedRatio, unknown: UNKNOWN, none: NONE };
const SERVED_CHANGE: ColourRule = { kind: 'classes', field: 'servedChange', unit: 'ratio', stops: RAMPS.servedChange, unknown: UNKNOWN };
const CHANGE = category('change', [{ value: 'added', color: '#1f5fa8' }, { value: 'changed', color: '#d9820f' }, { value: 'removed', color: '#7a2e8c' }], UNKNOWN);
const RANK: ColourRule = { kind: 'classes', field: 'rank', unit: 'rank', stops: RAMPS.siteRank, unknown: UNKNOWN };

/** Sites that are not built are faint, so that the set stands out; the outline says what was demanded of them. */
const NOT_BUILT = '#e6e1ea';
const PHASE: ColourRule = { kind: 'classes', field: 'buildPhase', unit: 'phase', stops: RAMPS.buildPhase, unknown: NOT_BUILT };
const VERDICT = category('portfolioState', [{ value: 'chosen', color: '#3a1152' }, { value: 'must', color: '#000000' }, { value: 'locked', color: '#b7950b' }, { value: 'must-not', color: '#b03a2e' }], '#bdb3c6');

/** A garage's plan: floor and aisles pale, so that the stalls stand out; what is walled in has its colour. */
const FIT = category('fitKind', [
  { value: 'stall', color: '#ffffff' }, { value: 'aisle', color: '#dde4ea' }, { value: 'ramp', color: '#e0b050' }, { value: 'stair', color: '#6fae7c' }, { value: 'room', color: '#c3b1da' }, { value: 'column', color: '#2b3036' }, { value: 'unit', color: '#f3f1ea' },
], UNKNOWN);
const FIT_LINE = category('fitKind', [
  { value: 'stall', color: '#4d5b78' }, { value: 'aisle', color: '#cbd4dc' }, { value: 'ramp', color: '#8a6410' }, { value: 'stair', color: '#2f6b3c' }, { value: 'room', color: '#6b4a94' }, { value: 'column', color: '#2b3036' }, { value: 'unit', color: '#0a7d5a' },
], UNKNOWN);

const CONSTRAINT_COLOURS = [
  { value: 'metro-structure', color: '#c2185b' }, { value: 'metro-planned', color: '#e57ba4' },
  { value: 'utility-tunnel', color: '#5d6d7e' }, { value: 'pipe', color: '#7f8c8d' }, { value: 'gas-main', color: '#b7950b' },
  { value: 'river', color: '#2e86c1' }, { value: 'heritage', color: '#7b4a9e' },
  { value: 'explosives', color: '#b03a2e' }, { value: 'toxic-tank', color: '#922b21' },
];

/** The symbology table: one row a schema. Adding a schema means adding a row here, and map and legend follow. */
const ROWS: readonly Symbology[] = [
  { schema: 'land-parcel', order: 10, opacity: 1, fill: { kind: 'prefix', field: 'landUse', rows: LAND_USE, other: '#f1efea' },
    outline: { color: single('#ffffff'), width: 0.4 } },
  { schema: 'reference', order: 15, opacity: 0.8, fillShare: 0.1, fill: single('#8a949e'), outline: { color: single('#8a949e'), width: 0.8 },
    line: { color: single('#8a949e'), width: 1 }, point: { color: single('#8a949e'), radius: 3, stroke: '#ffffff' }, label: { field: 'name', minZoom: 15.5, size: 11, color: '#5f6b78', priority: 6 } },
  { schema: 'walking-network', order: 20, opacity: 1, minZoom: 12, line: { color: single('#ffffff'), width: 2.2 } },
  { schema: 'underground-zone', order: 30, opacity: 0.45, hidden: true, fill: category('stratum', STRATA, UNKNOWN),
    outline: { color: single('#42307a'), width: 1, dash: [3, 2] }, label: { field: 'name', minZoom: 14, size: 11, color: '#42307a', priority: 5 } },
  { schema: 'demand-unit', order: 40, opacity: 0.85, fill: single('#ead9ac'), outline: { color: single('#c7b27c'), width: 0.5 },
    point: { color: single('#b39a63'), radius: 4, stroke: '#ffffff' }, label: { field: 'name', minZoom: 15.2, size: 11, color: '#5c4d2a', priority: 4 } },
  { schema: 'demand-result', order: 45, opacity: 0.88, fill: SERVED,
    outline: { color: single('#ffffff'), width: 0.5 },
    point: { color: SERVED, radius: 5, stroke: '#ffffff' },
    label: { field: 'name', minZoom: 15.2, size: 11, color: '#4a2a10', priority: 4 } },
  { schema: 'constraint', order: 50, opacity: 0.8, fillShare: 0.18, fill: category('kind', CONSTRAINT_COLOURS, '#95a5a6'),
    outline: { color: category('kind', CONSTRAINT_COLOURS, '#95a5a6'), width: 1 },
    line: { color: category('kind', CONSTRAINT_COLOURS, '#95a5a6'), width: 1.6, dash: [4, 2] },
    point: { color: category('kind', CONSTRAINT_COLOURS, '#95a5a6'), radius: 4.5, stroke: '#ffffff' } },
  { schema: 'road-project', order: 60, opacity: 0.8, fill: single('#d9a441'), outline: { color: single('#9a6b12'), width: 1.2 },
    line: { color: single('#d0902a'), width: 4 }, label: { field: 'name', minZoom: 13.2, size: 12, color: '#7a5209', priority: 2 } },
  { schema: 'shelter', order: 70, opacity: 0.85, fill: single('#3f9c94'), outline: { color: single('#1e6f68'), width: 1 },
    point: { color: single('#2a8880'), radius: 4.5, stroke: '#ffffff' }, label: { field: 'name', minZoom: 15.5, size: 11, color: '#155a54', priority: 3 } },
  { schema: 'parking-facility', order: 80, opacity: 0.95, fill: single('#3b74b9'), outline: { color: single('#1f4f8b'), width: 1 },
    line: { color: single('#3b74b9'), width: 3 }, point: { color: single('#2f6cb3'), radius: 4, stroke: '#ffffff' },
    label: { field: 'name', minZoom: 15.8, size: 11, color: '#1f4f8b', priority: 3 } },
  { schema: 'supply-result', order: 82, opacity: 0.95, hidden: true, fill: single('#3b74b9'), outline: { color: single('#1f4f8b'), width: 1 },
    line: { color: single('#3b74b9'), width: 3 }, point: { color: single('#2f6cb3'), radius: 4.5, stroke: '#ffffff' } },
  { schema: 'district-result', order: 42, opacity: 0.7, hidden: true, fill: SUPPLY_RATIO, outline: { color: single('#54606c'), width: 1.6 },
    label: { field: 'name', minZoom: 10, size: 13, color: '#33404d', priority: 1 } },
  { schema: 'demand-change', order: 92, opacity: 0.9, fill: SERVED_CHANGE, outline: { color: single('#ffffff'), width: 0.5 }, point: { color: SERVED_CHANGE, radius: 5, stroke: '#ffffff' } },
  { schema: 'scenario-change', order: 105, opacity: 1, fillShare: 0.25, fill: CHANGE, outline: { color: CHANGE, width: 3 }, line: { color: CHANGE, width: 4 }, point: { color: CHANGE, radius: 8, stroke: '#ffffff' },
    label: { field: 'name', minZoom: 13, size: 12, color: '#333333', priority: 0 } },
  { schema: 'shortage-area', order: 90, opacity: 0.9,
    outline: { color: { kind: 'classes', field: 'shortage', unit: 'stall', stops: RAMPS.areaShortage, unknown: UNKNOWN }, width: 2.6 },
    label: { field: 'name', minZoom: 11.5, size: 12, color: '#6b2103', priority: 1 } },
  { schema: 'failed-site', order: 95, opacity: 0.7, hidden: true, fill: single('#9e9e9e'), outline: { color: single('#616161'), width: 1.2, dash: [2, 2] },
    point: { color: single('#9e9e9e'), radius: 5, stroke: '#616161' } },
  { schema: 'candidate-site', order: 100, opacity: 0.85, fill: RANK, outline: { color: single('#4a1a66'), width: 1 },
    line: { color: RANK, width: 3 }, point: { color: RANK, radius: 7, stroke: '#ffffff' },
    label: { field: 'rank', minZoom: 0, size: 13, color: '#4a1a66', priority: 0 } },
  { schema: 'portfolio-site', order: 102, opacity: 0.9, fill: PHASE, outline: { color: VERDICT, width: 1.2 },
    line: { color: PHASE, width: 3 }, point: { color: PHASE, radius: 7, stroke: '#ffffff' },
    label: { field: 'buildPhase', minZoom: 0, size: 13, color: '#4a1a66', priority: 0 } },
  { schema: 'fit-site', order: 104, opacity: 1, outline: { color: single('#4a1a66'), width: 1.6 }, label: { field: 'stalls', minZoom: 13, size: 13, color: '#4a1a66', priority: 0 } },
  { schema: 'fit-part', order: 106, opacity: 1, minZoom: 15, fill: FIT, outline: { color: FIT_LINE, width: 0.6 } },
  { schema: 'drawn-site', order: 98, opacity: 0.6, fill: single('#a86cc7'), outline: { color: single('#6a2c8c'), width: 1.4, dash: [4, 2] } },
  { schema: 'boundary', order: 110, opacity: 1, outline: { color: single('#54606c'), width: 1.6, dash: [6, 3, 1, 3] }, line: { color: single('#54606c'), width: 1.6, dash: [6, 3, 1, 3] } },
];

const BY_SCHEMA = new Map(ROWS.map((row) => [row.schema, row]));

export function symbologyOf(schema: SchemaId): Symbology {
  const row = BY_SCHEMA.get(schema);
  if (!row) throw new Error(`no symbology for schema ${schema}`);
  return row;
}

/** Classes of persons where a rule has classes of stalls: the two differ in size. */
const OF_PERSONS = new Map<unknown, ColourRule & { kind: 'classes' }>([
  [RAMPS.areaShortage, { kind: 'classes', field: 'shortage', unit: 'person', stops: RAMPS.areaShortagePersons, unknown: UNKNOWN }],
  [RAMPS.shortage, { kind: 'classes', field: 'shortage', unit: 'person', stops: RAMPS.shortagePersons, unknown: UNKNOWN, none: NONE }],
]);
/** The rule for a result that counts persons. */
export function ruleOfPersons(rule: ColourRule): ColourRule {
  const persons = rule.kind === 'classes' ? OF_PERSONS.get(rule.stops) : undefined;
  return persons && rule.kind === 'classes' ? { ...persons, field: rule.field } : rule;
}
/** A schema's symbology for a result that counts persons. */
export function symbologyOfPersons(row: Symbology): Symbology {
  return {
    ...row,
    ...(row.fill ? { fill: ruleOfPersons(row.fill) } : {}),
    ...(row.outline ? { outline: { ...row.outline, color: ruleOfPersons(row.outline.color) } } : {}),
    ...(row.point ? { point: { ...row.point, color: ruleOfPersons(row.point.color) } } : {}),
  };
}

/** Columns of the demand result that may colour the map; the user picks one. */
export const COLOUR_COLUMNS: Readonly<Record<string, ColourRule>> = {
  servedRatio: SERVED,
  shortage: { kind: 'classes', field: 'shortage', unit: 'stall', stops: RAMPS.shortage, unknown: UNKNOWN, none: NONE },
  // Below 0 a unit gains by it; that is drawn as no loss.
  lossByChoice: { kind: 'classes', field: 'lossByChoice', unit: 'stall', stops: RAMPS.shortage, unknown: UNKNOWN, none: NONE },
  accessibility: { kind: 'classes', field: 'accessibility', unit: 'ratio', stops: RAMPS.accessibility, unknown: UNKNOWN },
  accessibility2sfca: { kind: 'classes', field: 'accessibility2sfca', unit: 'ratio', stops: RAMPS.accessibility, unknown: UNKNOWN },
  accessibility3sfca: { kind: 'classes', field: 'accessibility3sfca', unit: 'ratio', stops: RAMPS.accessibility, unknown: UNKNOWN },
};
