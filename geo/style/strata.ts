import type { Stratum } from '../model/index.ts';
import { STRATA, UNKNOWN } from './palettes.ts';
import type { CategoryRow, ColourRule, Symbology } from './types.ts';

/** The strata of a project as classes, darker as they are deeper, in its own words. Those of the standard keep their colours. */
export function strataRows(strata: readonly Stratum[]): CategoryRow[] {
  const isStandard = strata.every(({ code }) => STRATA.some(({ value }) => value === code));
  return strata.map(({ code, name }, i) => ({ value: code, color: (isStandard ? STRATA.find(({ value }) => value === code)!.color : shade(strata.length < 2 ? 0 : i / (strata.length - 1))), ...(name === null ? {} : { name }) }));
}

/** Between the shades of the standard's strata: 0 at the ground, 1 for the deepest. */
function shade(share: number): string {
  const at = share * (STRATA.length - 1), i = Math.min(STRATA.length - 2, Math.floor(at));
  return mixed(STRATA[i].color, STRATA[i + 1].color, at - i);
}
function mixed(a: string, b: string, share: number): string {
  const channel = (hex: string, k: number) => parseInt(hex.slice(1 + 2 * k, 3 + 2 * k), 16);
  return `#${[0, 1, 2].map((k) => Math.round(channel(a, k) + share * (channel(b, k) - channel(a, k))).toString(16).padStart(2, '0')).join('')}`;
}

/** Plan zones in the strata of the project. */
export function symbologyOfStrata(row: Symbology, strata: readonly Stratum[]): Symbology {
  const fill: ColourRule = { kind: 'category', field: 'stratum', rows: strataRows(strata), other: UNKNOWN };
  return row.fill?.kind === 'category' && row.fill.field === 'stratum' ? { ...row, fill } : row;
}

/** Zones by what may be built there: a stratum at a time, since strata lie over each other. Brown to blue, dark for what is forbidden. */
const SUITABILITY: readonly CategoryRow[] = [
  { value: 'suitable', color: '#c6dbef' }, { value: 'caution', color: '#fee8c8' }, { value: 'restricted', color: '#fdb56c' }, { value: 'forbidden', color: '#b5482a' },
];
/** Fields that a frame may colour a layer by, instead of what the map shows. */
const FRAME_COLOURS: Readonly<Record<string, ColourRule>> = { suitability: { kind: 'category', field: 'suitability', rows: SUITABILITY, other: UNKNOWN } };
export function colouredBy(row: Symbology, field: string): Symbology {
  const fill = FRAME_COLOURS[field];
  return fill ? { ...row, fill } : row;
}
export const frameColourFields = (): readonly string[] => Object.keys(FRAME_COLOURS);
