import { extentOf, type PlanFeature } from '../model/index.ts';
import { columnsOf, EXACT, freeName, fromBlob, GEOMETRY, geometryTypeOf, insertSql, KINDS, MOST_COLUMNS, quoted, RESERVED, transaction, type Column, type Database, type SqlRow } from '../io/index.ts';
import { schemaOf } from '../schema/index.ts';
import { changedSum, featureSum, readSum, writeSum, type Sum } from './checksum.ts';
import { addExact, cellColumns, columnsOfTable, dropSpatialIndex, nameText, rowsOf } from './layer-table.ts';
import { recordOfLayer } from './layers.ts';
import { changeRecord, countOf, putRecords, textOf, type StoredRecord } from './records.ts';
import { featureOf, missingProperties, rowOf } from './rows.ts';

/**
 * Puts features in, or in the place of those with their ids. Only their rows are touched, so that an edit is safe at once however
 * large the layer is.
 */
export function putFeatures(db: Database, layerId: string, features: readonly PlanFeature[]): void {
  const last = [...new Map(features.map((feature) => [feature.id, feature])).values()];
  edit(db, layerId, last.map(({ id }) => id), (table, record, known) => {
    const columns = withMissing(db, table, textOf(record.cells['schema']), last, columnsOfTable(db, table));
    const rows = last.map((feature) => ({ id: feature.id, row: rowOf(feature, columns) }));
    const exact = hasColumn(db, table, EXACT);
    const needed = rows.some(({ row }) => row.exact !== null);
    if (needed && !exact) addExact(db, table);
    const names = cellColumns(columns, exact || needed);
    const cells = (wanted: boolean) => rows.filter(({ id }) => known.has(id) === wanted);
    const values = (some: typeof rows) => [...rowsOf(some.map(({ row }) => row), exact || needed)];
    db.runMany(insertSql(table, names), values(cells(false)));
    const old = cells(true);
    db.runMany(`UPDATE ${quoted(table)} SET ${names.map((name) => `${quoted(name)} = ?`).join(', ')} WHERE id = ?`, values(old).map((row, i) => [...row, old[i].id]));
    widen(db, table, last);
    return { sums: last.map(featureSum), added: rows.length - old.length };
  });
}

/** Takes features out. Ids that are not there are passed over. */
export function removeFeatures(db: Database, layerId: string, ids: readonly string[]): void {
  const unique = [...new Set(ids)];
  edit(db, layerId, unique, (table, _, known) => {
    db.runMany(`DELETE FROM ${quoted(table)} WHERE id = ?`, unique.map((id) => [id]));
    return { sums: [], added: -known.size };
  });
}

/** What an edit has in common: find the rows that were, change, keep checksum and counts. */
function edit(db: Database, layerId: string, ids: readonly string[], work: (table: string, record: StoredRecord, known: ReadonlySet<string>) => { sums: Sum[]; added: number }): void {
  transaction(db, () => {
    const record = recordOfLayer(db, layerId);
    if (!record) throw new Error(`the project has no layer ${layerId}`);
    const table = textOf(record.cells['table_name']);
    dropSpatialIndex(db, table);
    const before = featuresById(db, table, ids);
    const { sums, added } = work(table, record, new Set(before.map(({ id }) => id)));
    const kept = countOf(record.cells['rows_kept']) + added;
    changeRecord(db, 'undercroft_layers', { layer_id: layerId }, {
      content_sum: writeSum(changedSum(readSum(textOf(record.cells['content_sum'])), before.map(featureSum), sums)),
      ...(record.cells['rows_kept'] === null ? {} : { rows_kept: kept, rows_read: kept + countOf(record.cells['rows_set_aside']) }),
    });
  });
}

function featuresById(db: Database, table: string, ids: readonly string[]): PlanFeature[] {
  const columns = columnsOfTable(db, table);
  const found: PlanFeature[] = [];
  for (const id of ids) db.each(`SELECT * FROM ${quoted(table)} WHERE id = ?`, [id], (cells) => found.push(toFeature(cells, columns)));
  return found;
}
function toFeature(cells: SqlRow, columns: readonly Column[]): PlanFeature {
  const blob = cells[GEOMETRY];
  const { id, geometry, properties } = featureOf(cells, blob instanceof Uint8Array ? fromBlob(blob).geometry : null, columns);
  return { type: 'Feature', id: id ?? '', geometry: geometry!, properties };
}

/** Columns for properties that no feature of the layer had before. */
function withMissing(db: Database, table: string, schema: string, features: readonly PlanFeature[], columns: Column[]): Column[] {
  const missing = missingProperties(features, columns);
  if (missing.length === 0) return columns;
  const present = db.all(`PRAGMA table_info(${quoted(table)})`).map(({ name }) => String(name).toLowerCase());
  const taken = new Set([...present, ...RESERVED]);
  const kinds = new Map(columnsOf(schemaOf(schema), features).map(({ property, kind }) => [property, kind]));
  const added = missing.slice(0, MOST_COLUMNS - columns.length).map((property): Column => ({ property, column: freeName(property, taken), kind: kinds.get(property) ?? 'json', empty: 'absent' }));
  for (const { column, kind } of added) db.exec(`ALTER TABLE ${quoted(table)} ADD COLUMN ${quoted(column)} ${KINDS[kind].sql}`);
  putRecords(db, 'undercroft_columns', added.map(({ property, column, kind, empty }, i) => ({ table_name: table, position: columns.length + i, column_name: column, property: nameText(property), kind, empty })));
  return [...columns, ...added];
}
const hasColumn = (db: Database, table: string, column: string): boolean => db.all(`PRAGMA table_info(${quoted(table)})`).some(({ name }) => name === column);

/** The extent that GIS programs zoom to grows with the features; it shrinks when the layer is next put whole. */
function widen(db: Database, table: string, features: readonly PlanFeature[]): void {
  const extent = extentOf(features);
  if (extent) db.run('UPDATE gpkg_contents SET min_x = min(coalesce(min_x, ?1), ?1), min_y = min(coalesce(min_y, ?2), ?2), max_x = max(coalesce(max_x, ?3), ?3), max_y = max(coalesce(max_y, ?4), ?4) WHERE table_name = ?5', [...extent, table]);
  const [row] = db.all('SELECT geometry_type_name AS type FROM gpkg_geometry_columns WHERE table_name = ?', [table]);
  const type = geometryTypeOf(features.map(({ geometry }) => geometry), []);
  if (row && row['type'] !== 'GEOMETRY' && features.length > 0 && type !== row['type']) db.run("UPDATE gpkg_geometry_columns SET geometry_type_name = 'GEOMETRY' WHERE table_name = ?", [table]);
}
