import type { Properties } from '../../../model/index.ts';
import type { RawFeature } from '../../read-features.ts';
import { uniqueColumns } from '../../columns.ts';
import { statedCrs } from '../file-crs.ts';
import { Tally } from '../tally.ts';
import type { EncodingGuess, FormatReadOptions, RawLayer } from '../types.ts';
import { encodingOfDbf } from './dbf-encoding.ts';
import { DELETED, readDbf, type DbfTable } from './dbf-table.ts';
import { ELSEWHERE, trimmed, valueOf } from './dbf-values.ts';
import { fullNames } from './fields-table.ts';
import type { ShapeSet } from './gather.ts';
import { readShp, type Shape } from './read-shp.ts';

/** One layer from its files. Shapes and rows belong together by their number. @throws UserError `shapefile.*` */
export function readSet({ name, parts }: ShapeSet, options: FormatReadOptions): RawLayer {
  const log = new Tally(name);
  const shp = parts.get('shp'), dbf = parts.get('dbf'), prj = parts.get('prj');
  const shapes = shp ? readShp(shp, parts.get('shx')) : null;
  const table = dbf ? readDbf(dbf) : null;
  const encoding = table ? encodingOfDbf(table, options.encoding, parts.get('cpg')) : null;
  if (encoding && encoding.confidence < 0.7) log.add('shapefile.encoding-doubt', 'warning', null, { encoding: encoding.encoding });
  const rows = table ? rowsOf(table, encoding!, parts.get('fields.csv'), log) : null;
  if (!table) log.add('shapefile.no-dbf', 'warning');
  if (!shapes) log.add('shapefile.no-shp', 'warning');
  const features = featuresOf(shapes, rows, log);
  const crs = prj ? statedCrs(new TextDecoder().decode(prj.subarray(0, 65536)).trim(), log) : null;
  return { name, columns: rows?.columns ?? [], features, crs, encoding, issues: log.issues() };
}

interface Rows {
  columns: string[];
  /** Null for a record that was deleted. */
  rows: (Properties | null)[];
}

function rowsOf(table: DbfTable, { encoding }: EncodingGuess, names: Uint8Array | undefined, log: Tally): Rows {
  if (table.rows < table.stated) log.add('shapefile.dbf-cut', 'error', null, { read: table.rows, stated: table.stated });
  const decode = textReader(encoding);
  const columns = uniqueColumns(fullNames(table.columns.map(({ name }) => decode(trimmed(name))), names));
  for (const { type } of table.columns) if (ELSEWHERE.has(type)) log.add('shapefile.memo', 'warning', null, {});
  const rows = Array.from({ length: table.rows }, (_, row): Properties | null => {
    const record = table.record(row);
    if (record[0] === DELETED) return null;
    const reading = { text: decode, fault: () => log.add('shapefile.number', 'warning', row + 1) };
    return Object.fromEntries(table.columns.map((column, i) => [columns[i], valueOf(column, record, reading)]));
  });
  return { columns, rows };
}

/** Decodes fields; half a letter at the end, where the field was full, is left out. */
function textReader(encoding: string): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder(encoding);
  return (bytes) => {
    for (let i = 0; i < bytes.length; i++) if (bytes[i] >= 0x80 || bytes[i] === 0) return decoder.decode(bytes).replace(/\ufffd$/, '').replaceAll('\0', '').trimEnd();
    return String.fromCharCode(...bytes);
  };
}

function featuresOf(shapes: Shape[] | null, rows: Rows | null, log: Tally): RawFeature[] {
  const count = Math.max(shapes?.length ?? 0, rows?.rows.length ?? 0);
  if (shapes && rows && shapes.length !== rows.rows.length) log.add('shapefile.unequal', 'error', null, { shapes: shapes.length, rows: rows.rows.length });
  const features: RawFeature[] = [];
  for (let i = 0; i < count; i++) {
    const properties = rows ? rows.rows[i] : {};
    if (properties === null) { log.add('shapefile.deleted', 'info', i + 1); continue; }
    const shape = shapes?.[i];
    if (shape?.extra) log.add('shapefile.flattened', 'info', features.length + 1, { kind: shape.extra });
    if (shape?.fault) log.add('shapefile.bad-shape', 'error', features.length + 1);
    features.push({ geometry: shape?.geometry ?? null, properties: properties ?? {}, ...(shape?.fault ? { broken: 'shape' } : {}) });
  }
  return features;
}
