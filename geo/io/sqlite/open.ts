import { UserError } from '../../model/index.ts';
import type { Database } from '../database.ts';
import { checkHeader, withoutWal } from './header.ts';

/** Opens bytes with a host's SQLite, or refuses them with a reason. A database that opens has been looked through once. */
export function opened(bytes: Uint8Array | undefined, open: (bytes?: Uint8Array) => Database): Database {
  if (bytes) checkHeader(bytes);
  const db = guarded(() => open(bytes && withoutWal(bytes)));
  if (!bytes) return db;
  try {
    checkPages(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** `quick_check` finds pages that hold nonsense; what SQLite cannot even read throws. @throws UserError `project.damaged` */
function checkPages(db: Database): void {
  const found = guarded(() => db.all('PRAGMA quick_check(1)'));
  const word = String(Object.values(found[0] ?? {})[0] ?? '');
  if (word !== 'ok') throw new UserError('project.damaged', { what: word.replaceAll(/\s+/g, ' ').slice(0, 120) });
}

/** What SQLite throws on a broken file is no bug of ours. */
export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UserError || error instanceof TypeError) throw error;
    throw new UserError('project.damaged', { what: String(error instanceof Error ? error.message : error).slice(0, 120) });
  }
}
