import type { PlanFeature, PropertyValue } from '../../../model/index.ts';
import type { Tally } from '../tally.ts';
import { textOf, type DbfField } from './dbf-fields.ts';
import type { Encoder } from './letters.ts';

const PROLOGUE = 32, FIELD = 32;
/** Year from 1900, month, day of the last change: the engine has no clock, so it is the day that GDAL writes where it knows none. */
const DAY = [95, 7, 26];

/**
 * A dBase III table. Source: E. Bachmann, "The .dbf file format"; ESRI Shapefile Technical Description, 1998 (one record a shape).
 * What does not fit is said to `log`.
 */
export function writeDbf(features: readonly PlanFeature[], fields: readonly DbfField[], names: readonly string[], encoder: Encoder, log: Tally): Uint8Array {
  const head = PROLOGUE + fields.length * FIELD + 1;
  const size = 1 + fields.reduce((sum, { length }) => sum + length, 0);
  const bytes = new Uint8Array(head + size * features.length + 1).fill(0x20, head);
  const view = new DataView(bytes.buffer);
  bytes.set([0x03, ...DAY]);
  view.setUint32(4, features.length, true);
  view.setUint16(8, head, true);
  view.setUint16(10, size, true);
  bytes[29] = encoder.language;
  fields.forEach(({ type, length, decimals }, i) => {
    const at = PROLOGUE + i * FIELD;
    bytes.set(encoder.encode(names[i], 10).bytes, at);
    bytes[at + 11] = type.charCodeAt(0);
    bytes[at + 16] = length;
    bytes[at + 17] = decimals;
  });
  bytes[head - 1] = 0x0d;
  features.forEach(({ properties }, row) => {
    let at = head + row * size + 1;
    for (const field of fields) {
      bytes.set(cell(properties[field.key] ?? null, field, encoder, log, row + 1), at);
      at += field.length;
    }
  });
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}

/** Bytes of one field, no longer than it; what is shorter is filled up with blanks by the caller's record. */
function cell(value: PropertyValue, field: DbfField, encoder: Encoder, log: Tally, row: number): Uint8Array {
  const ascii = (text: string) => new TextEncoder().encode(text);
  // Blank is unknown for a logical too: GDAL takes the question mark of dBase for a text.
  if (value === null) return new Uint8Array(0);
  if (field.type === 'L') return ascii(value === true ? 'T' : 'F');
  if (field.type === 'D') return ascii(String(value).replaceAll('-', ''));
  if (field.type === 'N') return ascii(digits(value as number, field, log, row).padStart(field.length));
  const { bytes, isCut } = encoder.encode(textOf(value), field.length, (letter) => log.add('shapefile.letters', 'warning', row, { letter }));
  if (isCut) log.add('shapefile.text-cut', 'warning', row, { field: field.key });
  return bytes;
}
function digits(value: number, { key, length, decimals }: DbfField, log: Tally, row: number): string {
  const text = Number.isFinite(value) ? fixed(value, decimals) : '';
  if (text === '' || text.length > length) { log.add('shapefile.number-lost', 'warning', row, { field: key }); return ''; }
  if (Number(text) !== value) log.add('shapefile.number-rounded', 'info', row, { field: key, decimals });
  return text;
}
/** `toFixed` falls back to an exponent beyond 1e21, which no field is wide enough for anyway. */
const fixed = (value: number, decimals: number): string => (Math.abs(value) < 1e20 ? value.toFixed(decimals) : '');
