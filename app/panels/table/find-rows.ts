import { compileFilter, UserError, type Layer, type PlanFeature } from '../../../geo/index.ts';
import { tableRows, type Column, type Sorting } from './columns.ts';

/** How the words in the box are meant: rows that contain them, rows of which an expression is true, or only where to go next. */
export type FindMode = 'contains' | 'expression' | 'find';
export interface Found {
  rows: PlanFeature[];
  /** Why the expression was refused; all rows are shown then. */
  wrong: UserError | null;
}

export function findRows(layer: Layer, columns: readonly Column[], mode: FindMode, text: string, sorting: Sorting | null): Found {
  if (mode === 'contains') return { rows: tableRows(layer.features, columns, text, sorting), wrong: null };
  if (mode === 'find' || text.trim() === '') return { rows: tableRows(layer.features, columns, '', sorting), wrong: null };
  try {
    const test = compileFilter(text, layer);
    return { rows: tableRows(layer.features.filter(({ properties }) => test(properties)), columns, '', sorting), wrong: null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { rows: tableRows(layer.features, columns, '', sorting), wrong: error };
  }
}

/** The next row after `from` that contains the text, around the end; undefined when none does. */
export function nextRow(rows: readonly PlanFeature[], columns: readonly Column[], text: string, from: string | null): PlanFeature | undefined {
  const start = from === null ? 0 : rows.findIndex(({ id }) => id === from) + 1;
  return tableRows([...rows.slice(start), ...rows.slice(0, start)], columns, text, null)[0];
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
