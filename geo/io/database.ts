/** A value of SQLite. */
export type SqlValue = string | number | bigint | Uint8Array | null;
export type SqlRow = Record<string, SqlValue>;

/**
 * The little of SQLite that reading and writing a GeoPackage needs. One implementation a host: sql.js in Node, sqlite-wasm in the
 * browser's workers; the code above exists once. Statements are prepared with `?` parameters, never pasted together from data.
 */
export interface Database {
  /** Statements without parameters, several at once. */
  exec(sql: string): void;
  run(sql: string, parameters?: readonly SqlValue[]): void;
  /** One statement, many rows: prepared once. */
  runMany(sql: string, rows: Iterable<readonly SqlValue[]>): void;
  all(sql: string, parameters?: readonly SqlValue[]): SqlRow[];
  /** Rows one by one, so that a large table is never held twice. */
  each(sql: string, parameters: readonly SqlValue[], visit: (row: SqlRow) => void): void;
  /** All of it as a file. */
  bytes(): Uint8Array;
  close(): void;
}
/** Opens the bytes of a database, or an empty one. @throws UserError `project.*` where they are none */
export type OpenDatabase = (bytes?: Uint8Array) => Promise<Database>;
