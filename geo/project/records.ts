import type { Database, SqlRow, SqlValue } from '../io/index.ts';
import { hasTable } from '../io/index.ts';
import { recordSum } from './checksum.ts';

/** A value of a record. */
export type Cell = string | number | Uint8Array | null;
export type Cells = Readonly<Record<string, Cell>>;

/** Documents of one kind, each as JSON under its id. */
const documentTable = <I extends string>(words: string, id: I) => ({ words, columns: { [id]: 'TEXT NOT NULL', position: 'INTEGER NOT NULL', name: 'TEXT NOT NULL', document: 'TEXT NOT NULL' } });

/** Every table of ours: columns with their types, and how a record is told from the others. docs/project-format.md says what they mean. */
export const RECORD_TABLES = {
  undercroft_meta: { words: '项目信息 Project', columns: { key: 'TEXT NOT NULL', value: 'TEXT' } },
  undercroft_layers: {
    words: '图层登记 Layers', columns: {
      layer_id: 'TEXT NOT NULL', run_id: 'TEXT', result_name: 'TEXT', position: 'INTEGER NOT NULL', table_name: 'TEXT NOT NULL', schema: 'TEXT NOT NULL', name: 'TEXT NOT NULL', file_name: 'TEXT', sha256: 'TEXT',
      rows_read: 'INTEGER', rows_kept: 'INTEGER', rows_fixed: 'INTEGER', rows_set_aside: 'INTEGER', content_sum: 'TEXT NOT NULL',
    },
  },
  undercroft_columns: { words: '字段登记 Columns', columns: { table_name: 'TEXT NOT NULL', position: 'INTEGER NOT NULL', column_name: 'TEXT NOT NULL', property: 'TEXT NOT NULL', kind: 'TEXT NOT NULL', empty: 'TEXT NOT NULL' } },
  undercroft_issues: { words: '数据问题 Issues', columns: { layer_id: 'TEXT NOT NULL', position: 'INTEGER NOT NULL', code: 'TEXT NOT NULL', severity: 'TEXT NOT NULL', document: 'TEXT NOT NULL' } },
  undercroft_set_aside: { words: '搁置要素 Features set aside', columns: { layer_id: 'TEXT NOT NULL', position: 'INTEGER NOT NULL', feature_id: 'TEXT NOT NULL', document: 'TEXT NOT NULL' } },
  undercroft_runs: {
    words: '分析记录 Runs', columns: {
      run_id: 'TEXT NOT NULL', position: 'INTEGER NOT NULL', analysis: 'TEXT NOT NULL', version: 'INTEGER NOT NULL', params: 'TEXT NOT NULL', inputs: 'TEXT NOT NULL',
      indicators: 'TEXT NOT NULL', issues: 'TEXT NOT NULL', reckoning: 'BLOB', reckoning_places: 'TEXT NOT NULL', scenario: 'TEXT', underground: 'TEXT',
    },
  },
  undercroft_basemaps: documentTable('栅格底图 Raster basemaps', 'basemap_id'),
  undercroft_pictures: { words: '底图图像 Pictures of basemaps', columns: { sha256: 'TEXT NOT NULL', bytes: 'BLOB NOT NULL' } },
  undercroft_layouts: documentTable('图纸布局 Sheet layouts', 'layout_id'),
  undercroft_measures: documentTable('措施 Measures', 'measure_id'),
  undercroft_scenarios: documentTable('方案 Scenarios', 'scenario_id'),
  undercroft_opinions: documentTable('部门意见 Opinions of departments', 'opinion_id'),
  undercroft_meetings: documentTable('会商 Meetings', 'meeting_id'),
  undercroft_strata: documentTable('竖向分层 Strata', 'stratum_id'),
  undercroft_grounds: documentTable('地面高程 Ground', 'ground_id'),
} as const satisfies Record<string, { words: string; columns: Readonly<Record<string, string>> }>;
export type RecordTable = keyof typeof RECORD_TABLES;

/** An attribute table that GIS programs list, with a sum a row that shows what somebody else changed. */
export function createRecordTable(db: Database, table: RecordTable, changed: string): void {
  const { words, columns } = RECORD_TABLES[table];
  db.exec(`CREATE TABLE ${table} (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, ${Object.entries(columns).map(([name, type]) => `${name} ${type}`).join(', ')}, sum TEXT NOT NULL)`);
  db.run("INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) VALUES (?, 'attributes', ?, ?, ?, 0)", [table, table, words, changed]);
}

export function putRecords(db: Database, table: RecordTable, records: Iterable<Cells>): void {
  const columns = Object.keys(RECORD_TABLES[table].columns);
  db.runMany(`INSERT INTO ${table} (${columns.join(', ')}, sum) VALUES (${'?, '.repeat(columns.length)}?)`, rows());

  function* rows(): Iterable<SqlValue[]> {
    for (const record of records) {
      const values = columns.map((column) => record[column] ?? null);
      yield [...values, recordSum(values)];
    }
  }
}

export function dropRecords(db: Database, table: RecordTable, where: Cells): void {
  const keys = Object.keys(where);
  db.run(`DELETE FROM ${table} WHERE ${keys.map((key) => `${key} = ?`).join(' AND ')}`, keys.map((key) => where[key]));
}

/** Changes some cells of the records that `where` means. */
export function changeRecord(db: Database, table: RecordTable, where: Cells, change: Cells): void {
  for (const { id, cells } of recordsOf(db, table, where)) {
    const next = { ...cells, ...change };
    const columns = Object.keys(RECORD_TABLES[table].columns);
    db.run(`UPDATE ${table} SET ${Object.keys(change).map((key) => `${key} = ?`).join(', ')}, sum = ? WHERE id = ?`, [...Object.values(change), recordSum(columns.map((column) => next[column] ?? null)), id]);
  }
}

export interface StoredRecord {
  id: number;
  cells: Record<string, Cell>;
  /** As this program wrote it. */
  sound: boolean;
}

/** Records in the order they were put in; those of a table that is gone are none. */
export function recordsOf(db: Database, table: RecordTable, where: Cells = {}): StoredRecord[] {
  if (!hasTable(db, table)) return [];
  const keys = Object.keys(where), columns = Object.keys(RECORD_TABLES[table].columns);
  const condition = keys.length > 0 ? ` WHERE ${keys.map((key) => `${key} = ?`).join(' AND ')}` : '';
  const order = columns.includes('position') ? 'position, id' : 'id';
  return db.all(`SELECT * FROM ${table}${condition} ORDER BY ${order}`, keys.map((key) => where[key])).map((row) => recordOf(row, columns));
}
function recordOf(row: SqlRow, columns: readonly string[]): StoredRecord {
  const values = columns.map((column) => { const cell = row[column] ?? null; return typeof cell === 'bigint' ? Number(cell) : cell; });
  return { id: Number(row['id']), cells: Object.fromEntries(columns.map((column, i) => [column, values[i]])), sound: row['sum'] === recordSum(values) };
}

export const textOf = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell : cell === null || cell === undefined || cell instanceof Uint8Array ? '' : String(cell));
export const countOf = (cell: Cell | undefined): number => (typeof cell === 'number' && Number.isFinite(cell) ? cell : 0);
/** JSON of our own: only read from a record that is sound. */
export const jsonOf = <T>(cell: Cell | undefined): T => JSON.parse(textOf(cell)) as T;
