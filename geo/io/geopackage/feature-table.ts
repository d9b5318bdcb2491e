import type { Geometry } from 'geojson';
import type { Extent } from '../../model/index.ts';
import type { GeometryKind } from '../../schema/index.ts';
import type { Database } from '../database.ts';
import { quoted } from '../sqlite/index.ts';
import { FID, GEOMETRY, type Column } from './columns.ts';
import { KINDS } from './values.ts';

export interface TableHead {
  table: string;
  /** What the user reads. */
  identifier: string;
  description: string;
  srs: number;
  geometryType: string;
  extent: Extent | null;
  /** When the content was last changed, as given: the engine has no clock. */
  changed: string;
  columns: readonly Column[];
  /** What a column is called in the user's language. */
  titles?: Readonly<Record<string, string>>;
}

/** Makes a feature table and tells the GeoPackage of it. */
export function createFeatureTable(db: Database, { table, identifier, description, srs, geometryType, extent, changed, columns, titles = {} }: TableHead): void {
  const fields = columns.map(({ column, kind }) => `, ${quoted(column)} ${KINDS[kind].sql}`);
  db.exec(`CREATE TABLE ${quoted(table)} (${FID} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, ${GEOMETRY} ${geometryType}${fields.join('')})`);
  db.run("INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)", [table, freeIdentifier(db, identifier), description, changed, ...(extent ?? [null, null, null, null]), srs]);
  db.run('INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)', [table, GEOMETRY, geometryType, srs]);
  const used = new Set<string>();
  db.runMany('INSERT INTO gpkg_data_columns (table_name, column_name, name, title) VALUES (?, ?, ?, ?)', columns.filter(({ property }) => Object.hasOwn(titles, property)).map(({ property, column }) => {
    const title = used.has(titles[property]) ? `${titles[property]} (${property})` : titles[property];
    used.add(title);
    return [table, column, title, title];
  }));
}

/** A GeoPackage has each identifier once. */
function freeIdentifier(db: Database, wanted: string): string {
  let name = wanted;
  for (let n = 2; db.all('SELECT 1 FROM gpkg_contents WHERE identifier = ?', [name]).length > 0; n++) name = `${wanted} (${n})`;
  return name;
}

/** Takes a table away with everything that speaks of it. */
export function dropTable(db: Database, table: string): void {
  const mentions = ['gpkg_data_columns', 'gpkg_extensions', 'gpkg_geometry_columns', 'gpkg_contents', 'gpkg_ogr_contents'];
  const present = new Set(db.all("SELECT name FROM sqlite_master WHERE type = 'table'").map(({ name }) => String(name)));
  for (const name of mentions) if (present.has(name)) db.run(`DELETE FROM ${name} WHERE lower(table_name) = lower(?)`, [table]);
  db.exec(`DROP TABLE IF EXISTS ${quoted(table)}`);
}

export const insertSql = (table: string, columns: readonly string[]): string =>
  `INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;

const NAMES: Readonly<Record<GeometryKind, string>> = { point: 'POINT', line: 'LINESTRING', polygon: 'POLYGON' };
/** The one type of all geometries, or GEOMETRY for several; for none, what the schema takes. */
export function geometryTypeOf(geometries: Iterable<Geometry | null>, allowed: readonly GeometryKind[]): string {
  const types = new Set<string>();
  for (const geometry of geometries) if (geometry) types.add(geometry.type.toUpperCase());
  if (types.size === 0 && allowed.length === 1) return NAMES[allowed[0]];
  // GDAL takes single geometries in a table of multiple ones for a mistake, so the mixture is told as what it is.
  return types.size === 1 ? [...types][0] : 'GEOMETRY';
}
