import type { SAHPoolUtil, Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { UserError } from '../../model/index.ts';
import type { Database } from '../database.ts';
import { checkHeader, withoutWal } from './header.ts';
import { loadSqlite, WasmDatabase, type WasmPlace } from './sqlite-wasm.ts';

/**
 * Databases that stay in the browser (origin-private file system), for a dedicated worker. Every transaction is on the disk when it
 * returns; nothing has to be saved. One tab at a time holds them.
 */
export interface StoredDatabases {
  names(): string[];
  /** Opens it, or makes an empty one. */
  open(name: string): Database;
  /** Puts a file in the place of what has that name, which must be closed. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): void;
  /** Lets go of the files, so that another tab can have them. */
  release(): void;
}

/** @throws UserError `project.in-use` where another tab holds them, `project.no-storage` where the browser has no such place */
export async function storedDatabases(folder: string, place: WasmPlace = {}): Promise<StoredDatabases> {
  const sqlite = await loadSqlite(place);
  const pool = await install(sqlite, folder);
  return {
    names: () => pool.getFileNames().map((path) => path.replace(/^\//, '')),
    open: (name) => new WasmDatabase(sqlite, new pool.OpfsSAHPoolDb(`/${name}`)),
    put: async (name, bytes) => {
      checkHeader(bytes);
      await room(pool);
      await pool.importDb(`/${name}`, withoutWal(bytes));
    },
    remove: (name) => { pool.unlink(`/${name}`); },
    release: () => { pool.pauseVfs(); },
  };
}

async function install(sqlite: Sqlite3Static, folder: string): Promise<SAHPoolUtil> {
  try {
    // Without `preserve` a failed start, as in a second tab, would sweep the folder empty.
    const options = { name: `undercroft-${folder}`, directory: `/${folder}`, initialCapacity: 12, preserveOnInitFailure: true, forceReinitIfPreviouslyFailed: true };
    return await sqlite.installOpfsSAHPoolVfs(options);
  } catch (error) {
    const reason = String(error instanceof Error ? `${error.name} ${error.message}` : error).slice(0, 120);
    if (/NoModificationAllowed|Access Handles? cannot/i.test(reason)) throw new UserError('project.in-use');
    throw new UserError('project.no-storage', { reason });
  }
}

/** The pool has a fixed number of places: a database and its journal take one each. */
async function room(pool: SAHPoolUtil): Promise<void> {
  if (pool.getCapacity() - pool.getFileCount() < 4) await pool.addCapacity(8);
}
