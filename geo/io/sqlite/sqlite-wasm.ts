import type { Database as Oo1, PreparedStatement, Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import type { Database, OpenDatabase, SqlRow, SqlValue } from '../database.ts';
import { opened } from './open.ts';
import { WasmBinder } from './wasm-binder.ts';
import { cellReader } from './wasm-cells.ts';

/** Where sqlite3.wasm lies: an address in the browser, its bytes elsewhere. Without it the library looks beside itself. */
export interface WasmPlace {
  url?: string;
  bytes?: () => Uint8Array;
}
type Start = (options: { locateFile?: () => string; wasmBinary?: Uint8Array }) => Promise<Sqlite3Static>;

/** Loaded once a worker; the types of the library leave the options out. */
let loading: Promise<Sqlite3Static> | null = null;
export function loadSqlite({ url, bytes }: WasmPlace = {}): Promise<Sqlite3Static> {
  Object.assign(globalThis, { sqlite3ApiConfig: { warn: note, error: note } });
  loading ??= import('@sqlite.org/sqlite-wasm').then(({ default: start }) => (start as unknown as Start)({ ...(url ? { locateFile: () => url } : {}), ...(bytes ? { wasmBinary: bytes() } : {}) }));
  return loading;
}

/** SQLite itself says only that a write failed; why, as that the storage is full, the library tells its log. */
let refusal: Error | null = null;
function note(...told: unknown[]): void {
  for (const one of told) if (one instanceof Error) refusal = one;
}
/** Why the browser last refused to read or write, since it was last asked. */
export function takeRefusal(): Error | null {
  const last = refusal;
  refusal = null;
  return last;
}

/** sqlite-wasm in memory: how a browser's worker opens files. */
export function sqliteWasm(place: WasmPlace = {}): OpenDatabase {
  return async (bytes) => {
    const sqlite = await loadSqlite(place);
    return opened(bytes, (sound) => new WasmDatabase(sqlite, sound ? deserialized(sqlite, sound) : new sqlite.oo1.DB(':memory:', 'c')));
  };
}

function deserialized(sqlite: Sqlite3Static, bytes: Uint8Array): Oo1 {
  const { capi, wasm } = sqlite;
  const db = new sqlite.oo1.DB(':memory:', 'c');
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
  try {
    db.checkRc(capi.sqlite3_deserialize(db.pointer!, 'main', wasm.allocFromTypedArray(bytes), bytes.length, bytes.length, flags));
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

export class WasmDatabase implements Database {
  constructor(private readonly sqlite: Sqlite3Static, private readonly db: Oo1) {}

  exec(sql: string): void {
    this.db.exec(sql);
  }
  run(sql: string, parameters: readonly SqlValue[] = []): void {
    this.prepared(sql, (statement, binder) => {
      binder.bind(parameters);
      statement.step();
    });
  }
  runMany(sql: string, rows: Iterable<readonly SqlValue[]>): void {
    this.prepared(sql, (statement, binder) => {
      for (const row of rows) {
        binder.bind(row);
        statement.stepReset();
      }
    });
  }
  all(sql: string, parameters: readonly SqlValue[] = []): SqlRow[] {
    const rows: SqlRow[] = [];
    this.each(sql, parameters, (row) => rows.push(row));
    return rows;
  }
  each(sql: string, parameters: readonly SqlValue[], visit: (row: SqlRow) => void): void {
    this.prepared(sql, (statement, binder) => {
      binder.bind(parameters);
      const columns = statement.getColumnNames(), cell = cellReader(this.sqlite, statement);
      while (statement.step()) {
        const row: SqlRow = {};
        for (let i = 0; i < columns.length; i++) row[columns[i]] = cell(i);
        visit(row);
      }
    });
  }
  bytes(): Uint8Array {
    return this.sqlite.capi.sqlite3_js_db_export(this.db.pointer!);
  }
  close(): void {
    this.db.close();
  }
  private prepared(sql: string, work: (statement: PreparedStatement, binder: WasmBinder) => void): void {
    const statement = this.db.prepare(sql), binder = new WasmBinder(this.sqlite, this.db, statement);
    try {
      work(statement, binder);
    } finally {
      statement.finalize();
      binder.free();
    }
  }
}
