import { UserError } from '../../../model/index.ts';
import { viewOf } from '../../bytes.ts';

/** A column of a DBF: where it stands in a record, in bytes. */
export interface DbfColumn {
  name: Uint8Array;
  /** Letter of its type: C text, N F number, D date, L logical, and those of FoxPro. */
  type: string;
  at: number;
  length: number;
  decimals: number;
}
export interface DbfTable {
  columns: DbfColumn[];
  /** As many as the file has bytes for; `stated` is what its header says. */
  rows: number;
  stated: number;
  language: number;
  /** Bytes of a record; the first tells whether it was deleted. */
  record(row: number): Uint8Array;
}

const PROLOGUE = 32, FIELD = 32, END = 0x0d, LANGUAGE = 29, MOST_COLUMNS = 2048;
export const DELETED = 0x2a, BLANK = 0x20;

/**
 * The layout of a dBase table. Source: dBase III PLUS file structure as Xbase programs share it (E. Bachmann, "The .dbf file
 * format"); text longer than 255 bytes keeps the high byte of its length in the place of the decimals.
 *
 * @throws UserError `shapefile.damaged`
 */
export function readDbf(bytes: Uint8Array): DbfTable {
  const damaged = () => new UserError('shapefile.damaged', { part: '.dbf' });
  if (bytes.length < PROLOGUE + 1) throw damaged();
  const view = viewOf(bytes);
  const stated = view.getUint32(4, true), head = view.getUint16(8, true), size = view.getUint16(10, true);
  if (head < PROLOGUE + 1 || head > bytes.length || size < 1) throw damaged();
  const columns = columnsOf(bytes.subarray(0, head), size);
  if (columns === null) throw damaged();
  const rows = Math.min(stated, Math.floor((bytes.length - head) / size));
  return { columns, rows, stated, language: bytes[LANGUAGE], record: (row) => bytes.subarray(head + row * size, head + (row + 1) * size) };
}

/** Null where columns reach beyond the record. */
function columnsOf(head: Uint8Array, size: number): DbfColumn[] | null {
  const columns: DbfColumn[] = [];
  let at = 1;
  for (let field = PROLOGUE; field + FIELD <= head.length && head[field] !== END && columns.length < MOST_COLUMNS; field += FIELD) {
    const row = head.subarray(field, field + FIELD);
    const type = String.fromCharCode(row[11]);
    const isLong = type === 'C' && row[17] > 0;
    const length = row[16] + (isLong ? row[17] * 256 : 0);
    const zero = row.subarray(0, 11).indexOf(0);
    columns.push({ name: row.slice(0, zero < 0 ? 11 : zero), type, at, length, decimals: isLong ? 0 : row[17] });
    at += length;
  }
  return at <= size ? columns : null;
}
