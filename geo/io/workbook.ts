import type { PropertyValue } from '../model/index.ts';

/** Longest text of a cell (Excel specifications and limits). */
const LONGEST_TEXT = 32_767;

export interface SheetRows {
  name: string;
  /** The header is the first row. */
  rows: readonly (readonly PropertyValue[])[];
  /** Columns whose ISO dates are days to a calculation, to be filtered by month and subtracted. */
  days?: readonly number[];
}
/** A workbook of plain values. Text is written as text, so nothing in it is computed. */
export async function workbook(sheets: readonly SheetRows[]): Promise<Uint8Array> {
  const { default: write } = await import('write-excel-file/universal');
  const names = new Set<string>();
  const data = sheets.map(({ name, rows, days = [] }) => ({
    sheet: sheetName(name, names), stickyRowsCount: 1, columns: (rows[0] ?? []).map((_, c) => ({ width: widthOf(rows, c) })),
    data: rows.map((row, r) => row.map((cell, c) => (r > 0 && days.includes(c) ? dayOf(cell) : null) ?? cellOf(cell, r === 0))),
  }));
  const blob = await write(data).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
/** Midnight in Greenwich, whose serial number is whole; null where it is no day of the calendar. */
function dayOf(value: PropertyValue) {
  const day = new Date(`${String(value)}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== value ? null : { value: day, type: Date, format: 'yyyy-mm-dd' };
}
function cellOf(value: PropertyValue, header: boolean) {
  if (value === null || value === '') return null;
  if (typeof value === 'number' && Number.isFinite(value)) return { value, type: Number };
  if (typeof value === 'boolean') return { value, type: Boolean };
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, LONGEST_TEXT);
  return { value: text, type: String, ...(header ? { fontWeight: 'bold' as const } : {}) };
}
/** At most 31 letters, none of \ / ? * [ ] :, each name once (Excel specifications and limits). */
function sheetName(name: string, taken: Set<string>): string {
  const plain = name.replace(/[\\/?*[\]:]/g, ' ').trim().slice(0, 28) || 'Sheet';
  let free = plain;
  for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${plain} ${n}`;
  taken.add(free.toLowerCase());
  return free;
}
/** In letters; a Chinese one is as wide as two. */
function widthOf(rows: SheetRows['rows'], column: number): number {
  const widths = rows.slice(0, 200).map((row) => [...String(row[column] ?? '')].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0));
  return Math.min(60, Math.max(8, ...widths) + 2);
}
