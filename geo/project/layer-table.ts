import { extentOf, type Layer, type PlanFeature } from '../model/index.ts';
import { schemaOf } from '../schema/index.ts';
import { columnsOf, createFeatureTable, DEGREES, dropTable, EXACT, freeName, GEOMETRY, geometryTypeOf, hasTable, insertSql, KINDS, messageOf, quoted, type Column, type Database, type SqlValue } from '../io/index.ts';
import { sumOf, writeSum } from './checksum.ts';
import { dropRecords, putRecords, recordsOf, textOf } from './records.ts';
import { rowOf } from './rows.ts';
import { putStyle } from './styles.ts';

/** Writes a layer as a feature table of its own, in the place of the one it had. Returns what the table of layers says of it. */
export function writeLayerTable(db: Database, layer: Layer, table: string, changed: string): { content_sum: string } {
  removeLayerTable(db, table);
  const { features, name } = layer;
  const schema = schemaOf(layer.schema);
  const columns = columnsOf(schema, features);
  const titles = Object.fromEntries(columns.map(({ property }) => [property, messageOf(layer.schema, property, 'zh')]).filter(([property, title]) => property !== title));
  const geometryType = geometryTypeOf(features.map(({ geometry }) => geometry), schema.geometry);
  createFeatureTable(db, { table, identifier: name || titleOf(layer), description: titleOf(layer), srs: DEGREES, geometryType, extent: extentOf(features), changed, columns, titles });
  writeRows(db, table, features, columns);
  // After the rows: it is sorted once.
  db.exec(`CREATE INDEX ${quoted(`undercroft_id_${table}`)} ON ${quoted(table)} (id)`);
  putRecords(db, 'undercroft_columns', columns.map(({ property, column, kind, empty }, position) => ({ table_name: table, position, column_name: column, property: nameText(property), kind, empty })));
  putStyle(db, layer, table, changed, columns.map(({ property, column }) => ({ column, title: Object.hasOwn(titles, property) ? titles[property] : '' })));
  return { content_sum: writeSum(sumOf(features)) };
}

/** One by one, since all of them at once are as large again as the layer. The first whose cells cannot say all of its feature brings the column for that, which few layers need. */
function writeRows(db: Database, table: string, features: readonly PlanFeature[], columns: readonly Column[]): void {
  let at = 0;
  const plain = function* () {
    for (; at < features.length; at++) {
      const { cells, exact } = rowOf(features[at], columns);
      if (exact !== null) return;
      yield cells;
    }
  };
  db.runMany(insertSql(table, cellColumns(columns, false)), plain());
  if (at === features.length) return;
  addExact(db, table);
  db.runMany(insertSql(table, cellColumns(columns, true)), rowsOf(rowsFor(features.slice(at), columns), true));
}

export const titleOf = (layer: Pick<Layer, 'schema'>): string => messageOf('', `schema.${layer.schema}`, 'zh');

export const cellColumns = (columns: readonly Column[], exact: boolean): string[] => [GEOMETRY, ...columns.map(({ column }) => column), ...(exact ? [EXACT] : [])];
function* rowsFor(features: readonly PlanFeature[], columns: readonly Column[]): Iterable<ReturnType<typeof rowOf>> {
  for (const feature of features) yield rowOf(feature, columns);
}
export function* rowsOf(rows: Iterable<ReturnType<typeof rowOf>>, exact: boolean): Iterable<SqlValue[]> {
  for (const row of rows) yield exact ? [...row.cells, row.exact] : row.cells;
}
export const addExact = (db: Database, table: string): void => db.exec(`ALTER TABLE ${quoted(table)} ADD COLUMN ${EXACT} TEXT`);

/** The table, its spatial index where another program made one, and what stands of it elsewhere but its style. */
export function removeLayerTable(db: Database, table: string): void {
  dropSpatialIndex(db, table);
  dropTable(db, table);
  dropRecords(db, 'undercroft_columns', { table_name: table });
}

/** A name of its own for the table of a layer: `shelter`, `shelter_2`, `parking_shortage_night_units`. */
export function tableNameFor(db: Database, layerId: string): string {
  const taken = new Set(db.all('SELECT lower(name) AS name FROM sqlite_master').map(({ name }) => String(name)));
  for (const { cells } of recordsOf(db, 'undercroft_layers')) taken.add(textOf(cells['table_name']).toLowerCase());
  const plain = layerId.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/g, '');
  // Some beginnings are the standard's, SQLite's or our own; a digit in front must be quoted everywhere.
  return freeName(/^(?:(?:sqlite|gpkg|rtree|undercroft)_|\d|$)/.test(plain) || plain === 'layer_styles' ? `layer_${plain}` : plain, taken);
}

/** Columns of a table as they were written, while the record of them is whole. */
export function columnsOfTable(db: Database, table: string): Column[] {
  return recordsOf(db, 'undercroft_columns', { table_name: table }).filter(({ sound }) => sound).map(({ cells }) => ({
    property: nameOf(textOf(cells['property'])), column: textOf(cells['column_name']), kind: textOf(cells['kind']) as Column['kind'], empty: textOf(cells['empty']) as Column['empty'],
  }));
}

/** A property's name as SQL can hold it: as it is, but for letters that are none, which JSON spells out. */
export const nameText = (property: string): string => (property.startsWith('"') || KINDS.text.encode(property) !== property ? JSON.stringify(property) : property);
function nameOf(text: string): string {
  return text.startsWith('"') ? JSON.parse(text) as string : text;
}

/**
 * QGIS can give a table a spatial index, kept up to date by triggers that call functions of GDAL. They would fail here, so the index
 * goes before rows change; QGIS makes it anew with one click.
 */
export function dropSpatialIndex(db: Database, table: string): void {
  const triggers = db.all("SELECT name FROM sqlite_master WHERE type = 'trigger' AND lower(tbl_name) = lower(?) AND name LIKE 'rtree%'", [table]);
  if (triggers.length === 0) return;
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${quoted(String(name))}`);
  const trees = db.all("SELECT name, sql FROM sqlite_master WHERE type = 'table'").filter(({ name, sql }) => /\busing\s+rtree\b/i.test(String(sql)) && String(name).toLowerCase().startsWith(`rtree_${table.toLowerCase()}_`)).map(({ name }) => String(name));
  for (const tree of trees) dropTree(db, tree);
  if (hasTable(db, 'gpkg_extensions')) db.run("DELETE FROM gpkg_extensions WHERE lower(table_name) = lower(?) AND extension_name = 'gpkg_rtree_index'", [table]);
}
/** SQLite of sql.js was built without R-trees, so there the table is taken out of the catalogue by hand. */
function dropTree(db: Database, tree: string): void {
  if (db.all('PRAGMA compile_options').some((row) => Object.values(row).includes('ENABLE_RTREE'))) return db.exec(`DROP TABLE ${quoted(tree)}`);
  db.exec('PRAGMA writable_schema = ON');
  db.run("DELETE FROM sqlite_master WHERE type = 'table' AND name = ?", [tree]);
  db.exec('PRAGMA writable_schema = RESET');
  for (const part of ['node', 'parent', 'rowid']) db.exec(`DROP TABLE IF EXISTS ${quoted(`${tree}_${part}`)}`);
}
