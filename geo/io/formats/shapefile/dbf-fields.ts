import type { PlanFeature, PropertyValue } from '../../../model/index.ts';
import type { FieldDef } from '../../../schema/index.ts';

/** A column as a DBF can hold it: C text, N number, D date, L logical. */
export interface DbfField {
  key: string;
  type: 'C' | 'N' | 'D' | 'L';
  length: number;
  decimals: number;
}
/** Bytes of a text field and of a number at most: what dBase III, ArcGIS and GDAL agree on. */
export const LONGEST_TEXT = 254, LONGEST_NUMBER = 20, MOST_DECIMALS = 15;

const isDate = (value: PropertyValue) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
const isNumber = (value: PropertyValue) => typeof value === 'number';
const FITS: Readonly<Record<DbfField['type'], (value: PropertyValue) => boolean>> = { N: isNumber, L: (value) => typeof value === 'boolean', D: isDate, C: () => true };
const OF_SCHEMA: Readonly<Record<FieldDef['type'], DbfField['type']>> = { number: 'N', integer: 'N', boolean: 'L', date: 'D', text: 'C', choice: 'C', points: 'C' };

/** The type of a column: that of the schema where every value is of it, else that of the values, else text. `bytes` measures a text. */
export function dbfField(key: string, def: FieldDef | undefined, features: readonly PlanFeature[], bytes: (text: string) => number): DbfField {
  const values = features.map(({ properties }) => properties[key] ?? null).filter((value) => value !== null);
  const order: DbfField['type'][] = def ? [OF_SCHEMA[def.type], 'C'] : values.length === 0 ? ['C'] : ['N', 'L', 'D', 'C'];
  const type = order.find((candidate) => values.every(FITS[candidate]))!;
  if (type === 'N') return { key, type, ...numberWidth(values as number[]) };
  if (type === 'D' || type === 'L') return { key, type, length: type === 'D' ? 8 : 1, decimals: 0 };
  return { key, type, length: Math.min(LONGEST_TEXT, values.reduce<number>((most, value) => Math.max(most, bytes(textOf(value))), 1)), decimals: 0 };
}

export const textOf = (value: PropertyValue): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** As many places as the values need, as far as there is room; whole numbers get nine, which programs read as such, so that more can be typed in. */
function numberWidth(values: readonly number[]): { length: number; decimals: number } {
  let whole = 1, decimals = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    const [head, tail = ''] = plainNumber(value).split('.');
    if (head.length <= LONGEST_NUMBER) whole = Math.max(whole, head.length);
    decimals = Math.max(decimals, tail.length);
  }
  if (decimals === 0) return { length: Math.max(9, whole), decimals };
  const room = Math.max(0, Math.min(decimals, MOST_DECIMALS, LONGEST_NUMBER - 1 - whole));
  return { length: room === 0 ? whole : whole + 1 + room, decimals: room };
}

/** The shortest digits that are this number, without an exponent. */
export function plainNumber(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign, first, rest = '', power] = match;
  const digits = first + rest, point = 1 + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + (digits.length <= point ? digits.padEnd(point, '0') : `${digits.slice(0, point)}.${digits.slice(point)}`);
}
