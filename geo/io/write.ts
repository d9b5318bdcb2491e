import { messages, type Language } from '../messages/index.ts';
import type { Layer, PropertyValue, Unit } from '../model/index.ts';
import { schemaOf, type FieldDef } from '../schema/index.ts';
import { headingOf, wordsOf } from './words.ts';

/**
 * GeoJSON with one feature a line, keys in a fixed order and numbers at full double precision: the same layer gives the
 * same bytes on the command line and in the browser, and a difference between two files is a difference between features.
 */
export function writeGeoJson(layer: Layer): string {
  const head = `{"type":"FeatureCollection","name":${JSON.stringify(layer.id)},"schema":${JSON.stringify(layer.schema)},"features":[`;
  const rows = layer.features.map(({ id, geometry, properties }) => `{"type":"Feature","id":${JSON.stringify(id)},"properties":${JSON.stringify(properties)},"geometry":${JSON.stringify(geometry)}}`);
  return rows.length === 0 ? `${head}]}\n` : `${head}\n${rows.join(',\n')}\n]}\n`;
}

/** Fields first in the schema's order, then whatever else the features carry. */
export function columnsOfLayer(layer: Layer): string[] {
  // In one pass and without lists by feature: tables ask again after each edit, of layers of any size.
  const used = new Map(schemaOf(layer.schema).fields.map(({ name }) => [name, name === 'id']));
  for (const { properties } of layer.features) {
    for (const key in properties) {
      const before = used.get(key);
      if (before !== true && (before === undefined || properties[key] !== null)) used.set(key, properties[key] !== null);
    }
  }
  return [...used].flatMap(([column, isUsed]) => (isUsed || column === 'id' ? [column] : []));
}

/** Figures that a page shows out of a hundred. */
const OF_HUNDRED = new Set(['score']);

/**
 * A table for people and their spreadsheets (programs take the GeoJSON): codes in words, units in the heading, numbers
 * without the noise of binary fractions but not rounded. UTF-8 with a byte-order mark, CRLF; text that a spreadsheet would
 * compute is disarmed. `counted` is the unit of counts that the schema leaves open.
 */
export function writeCsv(layer: Layer, language: Language = 'zh', counted?: Unit): string {
  const fields = new Map(schemaOf(layer.schema).fields.map((field) => [field.name, field]));
  const columns = columnsOfLayer(layer);
  const header = columns.map((column) => csvCell(headingOf(layer.schema, column, fields.get(column), language, counted)));
  const rows = layer.features.map(({ properties }) => columns.map((column) => csvCell(cellValue(column, fields.get(column), properties[column] ?? null, language))).join(','));
  return `\ufeff${[header.join(','), ...rows].join('\r\n')}\r\n`;
}

function cellValue(column: string, field: FieldDef | undefined, value: PropertyValue, language: Language): PropertyValue {
  if (typeof value === 'number') return Number((OF_HUNDRED.has(column) ? 100 * value : value).toPrecision(12));
  if (typeof value === 'boolean') return messages[value ? 'value.yes' : 'value.no'][language];
  return typeof value === 'string' ? wordsOf(column, field, value, language) : value;
}

/** Text that begins like a formula gets an apostrophe in front; numbers stay numbers. */
export function csvCell(value: PropertyValue): string {
  if (value === null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const safe = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
