import type { Properties, PropertyValue } from '../../model/index.ts';

/** Cells of a sheet or of a text table, row by row. Empty cells are null or ''. */
export type Grid = readonly (readonly PropertyValue[])[];

/** A table found in a grid. Rows are counted as a spreadsheet counts them, the first is 1. */
export interface Table {
  columns: string[];
  rows: Properties[];
  /** Row of the header; `rowNumbers[i]` is the row of `rows[i]`. */
  headerRow: number;
  rowNumbers: number[];
  /** Rows that are none of the data, with what they say: titles above, totals and notes below. Blank rows are not named. */
  junk: { row: number; text: string }[];
}

/** Headers stand within this many rows from the top. */
const SEARCHED = 30;

/**
 * Finds the header and the data of a ledger as offices send them: a title line above, units in the header, totals and signatures
 * below. Null where no row looks like a header. Nothing is dropped in silence: what is left out is in `junk`.
 */
export function findTable(grid: Grid): Table | null {
  const header = headerOf(grid);
  if (header < 0) return null;
  const names = uniqueNames(grid[header]);
  const used = names.map((name, i) => (name === null ? -1 : i)).filter((i) => i >= 0);
  const table: Table = { columns: used.map((i) => names[i]!), rows: [], headerRow: header + 1, rowNumbers: [], junk: [] };
  const last = lastDataRow(grid, header, used.length);
  grid.forEach((cells, r) => {
    if (r === header || cells.every(isBlank)) return;
    if (r < header || r > last || isTotal(cells)) return void table.junk.push({ row: r + 1, text: textOf(cells) });
    table.rows.push(Object.fromEntries(used.map((i) => [names[i]!, blankToNull(cells[i])])));
    table.rowNumbers.push(r + 1);
  });
  return table;
}

export const isBlank = (cell: PropertyValue | undefined): boolean => cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
const blankToNull = (cell: PropertyValue | undefined): PropertyValue => (isBlank(cell) ? null : cell!);
const textOf = (cells: readonly PropertyValue[]): string => cells.filter((cell) => !isBlank(cell)).map(String).join(' ').slice(0, 80);
const isWord = (cell: PropertyValue | undefined): boolean => typeof cell === 'string' && cell.trim() !== '' && !/^[-+]?[\d.,]+%?$/.test(cell.trim());

/** The first row that is nearly as full as the fullest and holds words only; -1 where there is none. */
function headerOf(grid: Grid): number {
  const filled = (cells: readonly PropertyValue[]) => cells.filter((cell) => !isBlank(cell)).length;
  const fullest = Math.max(0, ...grid.slice(0, SEARCHED + 20).map(filled));
  if (fullest === 0) return -1;
  return grid.slice(0, SEARCHED).findIndex((cells) => {
    const words = cells.filter(isWord).length;
    return words > 0 && words === filled(cells) && words >= Math.min(fullest, Math.max(fullest > 1 ? 2 : 1, Math.ceil(fullest * 0.6)));
  });
}

/** Column names as they stand; one that comes twice gets a number. Null for columns without a name. */
function uniqueNames(cells: readonly PropertyValue[]): (string | null)[] {
  const seen = new Map<string, number>();
  return cells.map((cell) => {
    const name = isBlank(cell) ? '' : String(cell).replace(/\s+/g, ' ').trim();
    if (name === '' || name === '__proto__') return null;
    const n = (seen.get(name) ?? 0) + 1;
    seen.set(name, n);
    return n === 1 ? name : `${name}_${n}`;
  });
}

const TOTAL = /^(?:合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|汇\s*总|合計|總計|小計|total|subtotal|sum)(?:\s|[:：]|$)/i;
function isTotal(cells: readonly PropertyValue[]): boolean {
  const first = cells.find((cell) => !isBlank(cell));
  return typeof first === 'string' && TOTAL.test(first.trim());
}

/** Behind the last row that fills more than a third of the columns stand signatures and notes. */
function lastDataRow(grid: Grid, header: number, width: number): number {
  for (let r = grid.length - 1; r > header; r--) {
    if (!isTotal(grid[r]) && grid[r].filter((cell) => !isBlank(cell)).length >= (width < 3 ? 1 : Math.floor(width / 3) + 1)) return r;
  }
  return header;
}
