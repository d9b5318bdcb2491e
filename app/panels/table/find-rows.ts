import { compileFilter, UserError, type Layer, type PlanFeature, type PropertyValue } from '../../../geo/index.ts';
import type { Column, Sorting } from './columns.ts';
import { byRank, ranksOf } from './ranks.ts';
import { STRIDE, toEnd, type Steps } from './slices.ts';

/** How the words in the box are meant: rows that contain them, rows of which an expression is true, or only where to go next. */
export type FindMode = 'contains' | 'expression' | 'find';
export interface Found {
  /** Places in the layer, in the order asked for. */
  at: Int32Array;
  /** Why the expression was refused; all rows are shown then. */
  wrong: UserError | null;
}
type Test = (feature: PlanFeature) => boolean;

export function* findSteps(layer: Layer, columns: readonly Column[], mode: FindMode, text: string, sorting: Sorting | null): Steps<Found> {
  const { test, wrong } = testOf(layer, columns, mode, text);
  const at = yield* passing(layer.features, test);
  const column = sorting && columns.find(({ key }) => key === sorting.key);
  return { at: column ? byRank(at, yield* ranksOf(layer.features, column), sorting.down) : at, wrong };
}
export function findRows(layer: Layer, columns: readonly Column[], mode: FindMode, text: string, sorting: Sorting | null): { rows: PlanFeature[]; wrong: UserError | null } {
  const { at, wrong } = toEnd(findSteps(layer, columns, mode, text, sorting));
  return { rows: rowsAt(layer, at), wrong };
}
export const rowsAt = ({ features }: Layer, at: Int32Array): PlanFeature[] => Array.from(at, (i) => features[i]);

function testOf(layer: Layer, columns: readonly Column[], mode: FindMode, text: string): { test: Test | null; wrong: UserError | null } {
  if (mode === 'find' || text.trim() === '') return { test: null, wrong: null };
  if (mode === 'contains') return { test: containing(columns, text), wrong: null };
  try {
    const filter = compileFilter(text, layer);
    return { test: ({ properties }) => filter(properties), wrong: null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { test: null, wrong: error };
  }
}
function* passing(features: readonly PlanFeature[], test: Test | null): Steps<Int32Array> {
  if (!test) return Int32Array.from(features, (_, i) => i);
  const at = new Int32Array(features.length);
  let n = 0;
  for (let i = 0; i < features.length; i++) {
    if (i % STRIDE === 0) yield;
    if (test(features[i])) at[n++] = i;
  }
  return at.slice(0, n);
}

/** Features in whose shown values the text stands. */
function containing(columns: readonly Column[], text: string): Test {
  const wanted = text.trim().toLowerCase();
  return ({ properties }) => columns.some(({ key, show }) => contains(properties[key], show, wanted));
}
function contains(value: PropertyValue | undefined, show: Column['show'], wanted: string): boolean {
  if (value === null || value === undefined) return false;
  return String(value).toLowerCase().includes(wanted) || (typeof value !== 'number' && show(value).toLowerCase().includes(wanted));
}

/** The next row after `from` that contains the text, around the end; undefined when none does. */
export function nextRow(rows: readonly PlanFeature[], columns: readonly Column[], text: string, from: string | null): PlanFeature | undefined {
  const start = from === null ? 0 : rows.findIndex(({ id }) => id === from) + 1, test = containing(columns, text);
  for (let n = 0; n < rows.length; n++) {
    const row = rows[(start + n) % rows.length];
    if (test(row)) return row;
  }
  return undefined;
}

/** The ids that are picked after a click: one alone, with Ctrl in or out, with Shift all from the last one. */
export function pickedAfter(rows: readonly PlanFeature[], picked: readonly string[], clicked: string, keys: { ctrl: boolean; shift: boolean }): string[] {
  if (keys.shift && picked.length > 0) {
    const from = rows.findIndex(({ id }) => id === picked[0]), to = rows.findIndex(({ id }) => id === clicked);
    if (from >= 0) {
      const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ id }) => id);
      return from > to ? range.reverse() : range;
    }
  }
  if (keys.ctrl) return picked.includes(clicked) ? picked.filter((id) => id !== clicked) : [...picked, clicked];
  return [clicked];
}
