import type { Database, OpenDatabase } from '../database.ts';

/**
 * Which SQLite this host has: sql.js on the command line, sqlite-wasm in a worker. Who starts the program says it once, because only they
 * know where the wasm lies; formats and projects open databases without asking where they run.
 */
let host: OpenDatabase | null = null;

export function provideDatabases(open: OpenDatabase): void {
  host = open;
}
/** @throws UserError `project.*` for bytes that are no database */
export function openDatabase(bytes?: Uint8Array): Promise<Database> {
  if (!host) throw new Error('no SQLite was provided: call provideDatabases first');
  return host(bytes);
}
