import type { PropertyValue } from '../../../model/index.ts';
import { viewOf } from '../../bytes.ts';
import { BLANK, type DbfColumn } from './dbf-table.ts';

/** What the bytes of a field mean. `text` decodes; `fault` is called where they mean nothing and null is given. */
export interface ValueReading {
  text(bytes: Uint8Array): string;
  fault(): void;
}
type ValueOf = (bytes: Uint8Array, reading: ValueReading) => PropertyValue;

/** Without what fills a field up: blanks and zeros at its end. */
export function trimmed(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === BLANK || bytes[end - 1] === 0)) end--;
  return bytes.subarray(0, end);
}
const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 64)).replace(/\0/g, '').trim();

/** Rows of the table of types. An empty text is unknown, and so is a number of blanks; asterisks stand for a number that did not fit. */
const TYPES: Readonly<Record<string, ValueOf>> = {
  C: (bytes, { text }) => text(trimmed(bytes)) || null,
  N: number,
  F: number,
  D: (bytes, reading) => date(ascii(bytes), bytes, reading),
  L: (bytes) => LOGICAL[String.fromCharCode(bytes[0])] ?? null,
  // FoxPro: whole number, double, double with currency, moment.
  I: (bytes) => (bytes.length === 4 ? viewOf(bytes).getInt32(0, true) : null),
  O: double,
  B: double,
  T: (bytes) => (bytes.length === 8 ? moment(viewOf(bytes)) : null),
  '@': (bytes) => (bytes.length === 8 ? moment(viewOf(bytes)) : null),
  '+': (bytes) => (bytes.length === 4 ? viewOf(bytes).getInt32(0, true) : null),
};
/** Types whose text lies in another file (.dbt, .fpt), which shapefiles do not have. */
export const ELSEWHERE: ReadonlySet<string> = new Set(['M', 'G', 'P', 'W']);
const LOGICAL: Readonly<Record<string, boolean>> = { T: true, t: true, Y: true, y: true, F: false, f: false, N: false, n: false };

export function valueOf(column: DbfColumn, record: Uint8Array, reading: ValueReading): PropertyValue {
  if (ELSEWHERE.has(column.type)) return null;
  return (Object.hasOwn(TYPES, column.type) ? TYPES[column.type] : TYPES['C'])(record.subarray(column.at, column.at + column.length), reading);
}

function number(bytes: Uint8Array, { fault }: ValueReading): number | null {
  const text = ascii(bytes);
  if (text === '' || /^\*+$/.test(text)) return null;
  const value = /^[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text.replace(',', '.')) : NaN;
  if (!Number.isFinite(value)) { fault(); return null; }
  return value;
}
function double(bytes: Uint8Array): number | null {
  const value = bytes.length === 8 ? viewOf(bytes).getFloat64(0, true) : NaN;
  return Number.isFinite(value) ? value : null;
}
/** YYYYMMDD; anything else that is not blank is kept as it stands. */
function date(text: string, bytes: Uint8Array, reading: ValueReading): string | null {
  if (text === '' || /^0+$/.test(text)) return null;
  return /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : reading.text(trimmed(bytes));
}
/** Julian day and milliseconds. Day 2,440,588 is 1 January 1970. */
function moment(view: DataView): string | null {
  const days = view.getInt32(0, true) - 2_440_588;
  const time = new Date(days * 86_400_000 + view.getInt32(4, true));
  return view.getInt32(0, true) > 0 && !Number.isNaN(time.getTime()) ? time.toISOString().slice(0, 19) : null;
}
