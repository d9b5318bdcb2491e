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
  open(name: string): Promise<Database>;
  /** The file as it is between transactions. */
  copy(name: string): Uint8Array;
  /** Puts a file in the place of what has that name, which must be closed. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): void;
  /** Lets go of the files, so that another tab can have them. Databases must be closed. */
  release(): void;
}

/** @throws UserError `project.in-use` where another tab holds them, `project.no-storage` where the browser has no such place */
export async function storedDatabases(folder: string, place: WasmPlace = {}): Promise<StoredDatabases> {
  const sqlite = await loadSqlite(place);
  const pool = await install(sqlite, folder);
  return {
    names: () => pool.getFileNames().map((path) => path.replace(/^\//, '')),
    open: async (name) => {
      await room(pool);
      return new WasmDatabase(sqlite, new pool.OpfsSAHPoolDb(`/${name}`));
    },
    copy: (name) => pool.exportFile(`/${name}`),
    put: async (name, bytes) => {
      checkHeader(bytes);
      await room(pool);
      await pool.importDb(`/${name}`, withoutWal(bytes));
    },
    remove: (name) => { pool.unlink(`/${name}`); },
    release: () => { pool.pauseVfs(); },
  };
}

/** A database and its journal take a place each; two more for what SQLite may want. */
const ROOM = 4;

async function install(sqlite: Sqlite3Static, folder: string): Promise<SAHPoolUtil> {
  try {
    // Without `preserve` a failed start, as in a second tab, would sweep the folder empty.
    const options = { name: `undercroft-${folder}`, directory: `/${folder}`, initialCapacity: ROOM, preserveOnInitFailure: true, forceReinitIfPreviouslyFailed: true, verbosity: 1 };
    const pool = await sqlite.installOpfsSAHPoolVfs(options);
    // The library hands out the same pool for the same name, also after it was released.
    return pool.isPaused() ? await pool.unpauseVfs() : pool;
  } catch (error) {
    const reason = String(error instanceof Error ? `${error.name} ${error.message}` : error).slice(0, 120);
    if (/NoModificationAllowed|Access Handles? cannot/i.test(reason)) throw new UserError('project.in-use');
    if (/QuotaExceeded/i.test(reason)) throw new UserError('project.storage-full');
    throw new UserError('project.no-storage', { reason });
  }
}

/** The pool has a fixed number of places. */
async function room(pool: SAHPoolUtil): Promise<void> {
  const wanted = ROOM - (pool.getCapacity() - pool.getFileCount());
  if (wanted > 0) await pool.addCapacity(wanted);
}
