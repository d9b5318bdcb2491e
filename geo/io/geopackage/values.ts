import type { PropertyValue } from '../../model/index.ts';
import type { FieldDef, FieldType } from '../../schema/index.ts';
import type { SqlValue } from '../database.ts';

export type ColumnKind = 'text' | 'json' | 'number' | 'boolean' | 'date';

interface KindRow {
  /** The type that the column is declared with; GDAL and QGIS go by it. */
  sql: string;
  /** True where the cell brings the value back as it was. Null is not asked for. */
  fits(value: PropertyValue): boolean;
  encode(value: PropertyValue): SqlValue;
  decode(cell: SqlValue): PropertyValue;
}

/** SQL text ends at a NUL and knows no half of a surrogate pair. */
const UNSAFE = /[\0\ud800-\udfff]/;
const LOOSE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const safe = (text: string): string => (UNSAFE.test(text) ? text.replace(LOOSE, '\ufffd') : text);
const isSafe = (text: string): boolean => !UNSAFE.test(text) || text.search(LOOSE) < 0;
const looksJson = (text: string): boolean => text.startsWith('[') || text.startsWith('{');

const textOf = (value: PropertyValue): SqlValue => (value === null ? null : safe(typeof value === 'object' ? JSON.stringify(value) : String(value)));

/** How a property becomes a cell and comes back. Lists and objects are JSON text; a date is a DATE only where it is one. */
export const KINDS: Readonly<Record<ColumnKind, KindRow>> = {
  text: { sql: 'TEXT', fits: (value) => typeof value === 'string' && isSafe(value), encode: textOf, decode: plain },
  json: {
    sql: 'TEXT', fits: (value) => (typeof value === 'string' ? isSafe(value) && !looksJson(value) : typeof value === 'object'), encode: textOf,
    decode: (cell) => (typeof cell === 'string' && looksJson(cell) ? parsed(cell) : plain(cell)),
  },
  number: { sql: 'DOUBLE', fits: (value) => typeof value === 'number' && Number.isFinite(value), encode: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : null), decode: plain },
  boolean: {
    sql: 'BOOLEAN', fits: (value) => typeof value === 'boolean', encode: (value) => (typeof value === 'boolean' ? Number(value) : null),
    decode: (cell) => (cell === 0 || cell === 1 ? cell === 1 : plain(cell)),
  },
  date: { sql: 'DATE', fits: isDate, encode: (value) => (isDate(value) ? value : null), decode: plain },
};

function plain(cell: SqlValue): PropertyValue {
  return typeof cell === 'bigint' ? Number(cell) : cell instanceof Uint8Array ? null : cell;
}
function parsed(text: string): PropertyValue {
  try {
    return JSON.parse(text, (key, value: PropertyValue) => (key === '__proto__' ? undefined : value)) as PropertyValue;
  } catch {
    return text;
  }
}
function isDate(value: PropertyValue): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const [year, month, day] = value.split('-').map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day >= 1 && day <= ([31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0);
}

const KIND_OF_FIELD: Readonly<Record<FieldType, ColumnKind>> = { text: 'text', number: 'number', integer: 'number', boolean: 'boolean', date: 'date', choice: 'text', points: 'json' };

/** The kind of a column: that of its field while all values fit it, else the narrowest that all fit; text takes anything. */
export function kindFor(field: FieldDef | undefined, values: readonly PropertyValue[]): ColumnKind {
  const own = field && KIND_OF_FIELD[field.type];
  if (own && values.every((value) => value === null || KINDS[own].fits(value))) return own;
  const open = new Set<ColumnKind>(['number', 'boolean', 'text', 'json']);
  for (const value of values) {
    if (value === null) continue;
    for (const kind of open) if (!KINDS[kind].fits(value)) open.delete(kind);
    if (typeof value === 'object') open.delete('text');
  }
  return open.size === 4 ? 'text' : (['number', 'boolean', 'text', 'json'] as const).find((kind) => open.has(kind)) ?? 'json';
}

/** The kind of a column that another program declared. */
export function kindOfDeclared(type: string): ColumnKind {
  if (/^BOOL/i.test(type)) return 'boolean';
  if (/^(TINY|SMALL|MEDIUM|BIG)?INT|^DOUBLE|^FLOAT|^REAL|^NUMERIC|^DECIMAL/i.test(type)) return 'number';
  return 'text';
}
