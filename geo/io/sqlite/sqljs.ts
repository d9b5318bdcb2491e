import type { Database as SqlJs, Statement } from 'sql.js';
import type { Database, OpenDatabase, SqlRow, SqlValue } from '../database.ts';
import { opened } from './open.ts';

/** SQLite of sql.js, in memory: how Node opens databases. `wasm` brings the bytes of sql-wasm.wasm, for the engine reads no files. */
export function sqlJs(wasm: () => Uint8Array): OpenDatabase {
  let loading: Promise<(bytes?: Uint8Array) => SqlJs> | null = null;
  const load = async () => {
    const { default: start } = await import('sql.js');
    const binary = wasm();
    const library = await start({ wasmBinary: binary.buffer.slice(binary.byteOffset, binary.byteOffset + binary.byteLength) as ArrayBuffer });
    return (bytes?: Uint8Array) => new library.Database(bytes);
  };
  return async (bytes) => {
    const make = await (loading ??= load());
    return opened(bytes, (sound) => new SqlJsDatabase(make(sound)));
  };
}

/** The library's types leave out bigints, which it takes. */
type Bound = (string | number | Uint8Array | null)[];

class SqlJsDatabase implements Database {
  constructor(private readonly db: SqlJs) {}

  exec(sql: string): void {
    this.db.exec(sql);
  }
  run(sql: string, parameters: readonly SqlValue[] = []): void {
    this.db.run(sql, bound(parameters));
  }
  runMany(sql: string, rows: Iterable<readonly SqlValue[]>): void {
    this.prepared(sql, (statement) => {
      for (const row of rows) statement.run(bound(row));
    });
  }
  all(sql: string, parameters: readonly SqlValue[] = []): SqlRow[] {
    const rows: SqlRow[] = [];
    this.each(sql, parameters, (row) => rows.push(row));
    return rows;
  }
  each(sql: string, parameters: readonly SqlValue[], visit: (row: SqlRow) => void): void {
    this.prepared(sql, (statement) => {
      statement.bind(bound(parameters));
      const columns = statement.getColumnNames();
      while (statement.step()) {
        const values = statement.get() as SqlValue[];
        const row: SqlRow = {};
        for (let i = 0; i < columns.length; i++) row[columns[i]] = values[i];
        visit(row);
      }
    });
  }
  bytes(): Uint8Array {
    return this.db.export();
  }
  close(): void {
    this.db.close();
  }
  private prepared(sql: string, work: (statement: Statement) => void): void {
    const statement = this.db.prepare(sql);
    try {
      work(statement);
    } finally {
      statement.free();
    }
  }
}

/** Half of a pair of UTF-16 has no place in UTF-8; the library would write bytes that no other program reads. */
const HALF = /\p{Surrogate}/gu;
const isHalved = (value: SqlValue): boolean => typeof value === 'string' && value.search(HALF) >= 0;
function bound(parameters: readonly SqlValue[]): Bound {
  return (parameters.some(isHalved) ? parameters.map((value) => (typeof value === 'string' ? value.replace(HALF, '\ufffd') : value)) : parameters) as Bound;
}
