import type { Layer } from '../model/index.ts';
import { schemaOf, type GeometryKind } from '../schema/index.ts';
import { GEOMETRY, hasTable, type Database } from '../io/index.ts';
import { unitOfResult } from '../style/index.ts';
import { qmlOf } from './qml.ts';

/** Where QGIS looks for the style of a table (its own convention, not the standard's). */
const TABLE = `CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256),
  f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME DEFAULT CURRENT_TIMESTAMP)`;

export function createStyles(db: Database, changed: string): void {
  db.exec(TABLE);
  db.run("INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) VALUES ('layer_styles', 'attributes', 'layer_styles', '', ?, 0)", [changed]);
}

/** A style for a table that has none; whoever saved one in QGIS keeps it. */
export function putStyle(db: Database, layer: Layer, table: string, changed: string, columns: readonly { column: string; title: string }[]): void {
  if (!hasTable(db, 'layer_styles')) createStyles(db, changed);
  if (db.all('SELECT 1 FROM layer_styles WHERE f_table_name = ? LIMIT 1', [table]).length > 0) return;
  db.run('INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, update_time) VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)',
    ['', '', table, GEOMETRY, table.slice(0, 30), qmlOf(layer.schema, kindOfLayer(layer), columns, unitOfResult(layer) === 'person'), '', 'Undercroft', '', changed]);
}
export function dropStyle(db: Database, table: string): void {
  if (hasTable(db, 'layer_styles')) db.run('DELETE FROM layer_styles WHERE f_table_name = ?', [table]);
}

const KINDS: readonly [RegExp, GeometryKind][] = [[/Point$/, 'point'], [/LineString$/, 'line'], [/Polygon$/, 'polygon']];
/** A table has one style: that of the kind that most features are. */
function kindOfLayer({ schema, features }: Layer): GeometryKind {
  const counts = new Map<GeometryKind, number>();
  for (const { geometry } of features) {
    const kind = KINDS.find(([pattern]) => geometry && pattern.test(geometry.type))?.[1];
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? schemaOf(schema).geometry[0];
}
