import { issue, type Issue, type Properties } from '../../model/index.ts';
import type { EncodingGuess, RawLayer } from '../formats/types.ts';
import type { RawFeature } from '../read-features.ts';
import { findTable, type Grid, type Table } from './grid.ts';
import { placeColumns, placeOfRow, type PlaceColumns } from './places.ts';
import { webMapIn } from './web-map-names.ts';
import { parseWkt } from './wkt.ts';

/** A sheet or text table as a layer: with places where columns tell them, else a ledger that can be joined. Null without a header. */
export function tableLayer(grid: Grid, name: string, encoding: EncodingGuess | null): RawLayer | null {
  const table = findTable(grid);
  if (!table) return null;
  for (const column of table.columns) readNumbers(table.rows, column);
  const places = placeColumns(table.columns, table.rows);
  const features = table.rows.map((properties): RawFeature => (places ? placed(properties, places) : { geometry: null, properties }));
  return { name, columns: table.columns, features, crs: statedCrs(table.rows, places), encoding, issues: [...remarks(table), ...placeless(features)], junkRows: table.junk.length, ...(places ? { placeColumns: places.columns } : {}) };
}

/** Digits that a number keeps; 007 and 20-digit codes are names. */
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,12})?$/;
/** A text table has no numbers of its own: a column that holds nothing else holds numbers. */
function readNumbers(rows: readonly Properties[], column: string): void {
  const told = rows.filter((row) => row[column] !== null);
  if (told.length === 0 || !told.every((row) => typeof row[column] === 'string' && NUMBER.test(row[column].trim()))) return;
  for (const row of told) row[column] = Number(row[column]);
}

function placed(properties: Properties, places: PlaceColumns): RawFeature {
  const geometry = placeOfRow(properties, places);
  const cells = places.columns.map((column) => properties[column]).filter((cell) => cell !== null);
  // A row that says nothing has no place; one that says something else has a broken one.
  return geometry === null && cells.length > 0 ? { geometry: null, properties, broken: cells.join(' ') } : { geometry, properties };
}

/** Rows that say where they are in a way that cannot be read: they are set aside, and that is said. */
function placeless(features: readonly RawFeature[]): Issue[] {
  const broken = features.flatMap((feature, i) => ('broken' in feature ? [{ row: i + 1, text: String(feature.broken).slice(0, 40) }] : []));
  return broken.length === 0 ? [] : [issue('table.place', 'error', { rows: broken.map(({ row }) => row), params: { n: broken.length, row: broken[0].row, text: broken[0].text } })];
}

/** Columns that name a web map say whose they are, those called longitude and latitude leave it to be told from them, and WKT may name its CRS; X and Y say nothing. */
function statedCrs(rows: readonly Properties[], places: PlaceColumns | null): RawLayer['crs'] {
  const webMap = places ? webMapIn(places.columns.join(' ')) : null;
  if (webMap) return { code: webMap, swapped: false, confidence: 0.95, reason: 'stated' };
  if (places?.kind === 'degrees') return { code: 'EPSG:4490', swapped: false, confidence: 0.9, reason: 'columns' };
  const text = places?.kind === 'wkt' ? rows.map((row) => row[places.columns[0]]).find((cell) => typeof cell === 'string') : undefined;
  const srid = typeof text === 'string' ? parseWkt(text)?.srid ?? null : null;
  return srid === null ? null : { code: `EPSG:${srid}`, swapped: false, confidence: 0.95, reason: 'stated' };
}

function remarks({ junk }: Table): Issue[] {
  if (junk.length === 0) return [];
  return [issue('table.junk', 'info', { rows: junk.map(({ row }) => row), params: { n: junk.length, row: junk[0].row, text: junk.map(({ text }) => text).join(' / ').slice(0, 120) } })];
}
