import type { Geometry } from 'geojson';
import { issue, type Issue, type Properties } from '../../model/index.ts';
import { WkbError } from '../../geometry/index.ts';
import type { Database, SqlRow, SqlValue } from '../database.ts';
import { quoted } from '../sqlite/index.ts';
import { fromBlob } from './blob.ts';
import { KINDS, kindOfDeclared, type ColumnKind } from './values.ts';

/** A table or view with features, as the GeoPackage tells of it. */
export interface TableInfo {
  table: string;
  identifier: string;
  /** Null for a table without places. */
  geometry: string | null;
  /** `EPSG:4490`; null for none, or one that nobody defined. */
  crs: string | null;
  srs: number | null;
  key: string | null;
  columns: { name: string; kind: ColumnKind; type: string }[];
}

/** Tables of features, and of attributes where asked for, in the order of their names. */
export function tablesOf(db: Database, types: readonly string[] = ['features']): TableInfo[] {
  const rows = db.all(`SELECT c.table_name AS name, c.identifier, g.column_name AS geometry, g.srs_id, s.organization, s.organization_coordsys_id AS code
    FROM gpkg_contents c LEFT JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name)
    LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id WHERE c.data_type IN (${types.map(() => '?').join(', ')}) ORDER BY c.table_name`, types);
  return rows.map((row) => infoOf(db, row)).filter(({ columns }) => columns.length > 0);
}

function infoOf(db: Database, row: SqlRow): TableInfo {
  const table = String(row['name']);
  const geometry = typeof row['geometry'] === 'string' ? row['geometry'] : null;
  const described = db.all(`PRAGMA table_info(${quoted(table)})`);
  const key = described.find(({ pk }) => pk === 1);
  const hidden = new Set([geometry?.toLowerCase(), key && String(key['name']).toLowerCase()]);
  return {
    table, geometry, identifier: typeof row['identifier'] === 'string' ? row['identifier'] : table,
    srs: typeof row['srs_id'] === 'number' ? row['srs_id'] : null,
    crs: typeof row['organization'] === 'string' && !/^none$/i.test(row['organization']) && Number(row['code']) > 0 ? `${row['organization'].toUpperCase()}:${String(row['code'])}` : null,
    key: key ? String(key['name']) : null,
    columns: described.map(({ name, type }) => ({ name: String(name), type: String(type), kind: kindOfDeclared(String(type)) })).filter(({ name }) => !hidden.has(name.toLowerCase())),
  };
}

export interface TableRow {
  fid: number | null;
  geometry: Geometry | null;
  /** What stands for the geometry and is none. */
  broken?: string;
  cells: SqlRow;
}

/** Rows in the order of their numbers; what the reader leaves out is told in `notes`. */
export function eachRow(db: Database, { table, geometry, key }: TableInfo, notes: RowNotes, visit: (row: TableRow) => void): void {
  const order = key ? ` ORDER BY ${quoted(key)}` : '';
  let n = 0;
  db.each(`SELECT * FROM ${quoted(table)}${order}`, [], (cells) => {
    n++;
    const fid = key && typeof cells[key] === 'number' ? cells[key] : null;
    visit({ fid, cells, ...(geometry ? geometryOf(cells[geometry], n, notes) : { geometry: null }) });
  });
}

function geometryOf(cell: SqlValue | undefined, row: number, notes: RowNotes): Pick<TableRow, 'geometry' | 'broken'> {
  if (cell === null || cell === undefined) return { geometry: null };
  if (!(cell instanceof Uint8Array)) return { geometry: null, broken: String(cell).slice(0, 200) };
  try {
    const { geometry, dropped } = fromBlob(cell);
    if (dropped !== '') notes.add('geopackage.heights', 'info', row, { what: dropped });
    return { geometry };
  } catch (error) {
    if (!(error instanceof WkbError)) throw error;
    if (error.reason === 'curve') notes.add('geopackage.curve', 'error', row, { what: error.detail });
    else notes.add('geopackage.broken', 'error', row, { what: error.detail });
    return { geometry: null, broken: hex(cell) };
  }
}
/** The bytes as they were, so that nothing is lost in silence. */
const hex = (bytes: Uint8Array): string => Array.from(bytes.subarray(0, 20_000), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The same thing in many rows is one issue. */
export class RowNotes {
  private readonly found = new Map<string, Issue>();
  constructor(private readonly layer?: string) {}

  add(code: string, severity: Issue['severity'], row: number, params: Issue['params']): void {
    const known = this.found.get(code);
    if (!known) this.found.set(code, issue(code, severity, { ...(this.layer === undefined ? {} : { layer: this.layer }), rows: [row], params: { ...params, row, n: 1 } }));
    else {
      known.rows!.push(row);
      known.params['n'] = known.rows!.length;
    }
  }
  issues(): Issue[] {
    return [...this.found.values()];
  }
}

/** A column of this name would change what objects are instead of being kept in one. */
export const isKeepable = ({ name }: { name: string }): boolean => name !== '__proto__';

/** The cells of a row as properties by the names of their columns. Bytes are no attribute: they are left out and told. */
export function propertiesOf(cells: SqlRow, columns: TableInfo['columns'], row: number, notes: RowNotes): Properties {
  const properties: Properties = {};
  for (const column of columns) {
    const { name, kind } = column;
    if (!isKeepable(column)) { notes.add('geopackage.column-name', 'warning', row, { field: name }); continue; }
    const cell = cells[name];
    if (cell instanceof Uint8Array) notes.add('geopackage.bytes', 'warning', row, { field: name });
    properties[name] = cell === undefined ? null : KINDS[kind].decode(cell);
  }
  return properties;
}
