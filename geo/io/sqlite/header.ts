import { UserError } from '../../model/index.ts';

const MAGIC = 'SQLite format 3\0';

/**
 * What the first hundred bytes of a database say (sqlite.org/fileformat2), looked at before SQLite sees them: a file of another kind
 * and a copy that was cut short are told apart here, each with its own sentence.
 *
 * @throws UserError `project.*`
 */
export function checkHeader(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new UserError('project.empty');
  if (!isSqlite(bytes)) throw new UserError('project.not-sqlite');
  if (bytes.length < 100) throw new UserError('project.truncated', { size: bytes.length, wanted: 512 });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pageSize = view.getUint16(16) === 1 ? 65536 : view.getUint16(16);
  if (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0) throw new UserError('project.damaged', { what: 'page size' });
  // The number of pages counts only where the same program wrote both counters.
  const wanted = view.getUint32(24) === view.getUint32(92) ? view.getUint32(28) * pageSize : 0;
  if (bytes.length < wanted || bytes.length % pageSize !== 0) throw new UserError('project.truncated', { size: bytes.length, wanted: Math.max(wanted, Math.ceil(bytes.length / pageSize) * pageSize) });
}

export function isSqlite(bytes: Uint8Array): boolean {
  return bytes.length >= MAGIC.length && [...MAGIC].every((letter, i) => bytes[i] === letter.charCodeAt(0));
}

/**
 * QGIS leaves its files in write-ahead mode, which a database in memory cannot be opened in. What was written lies in the file itself
 * by then, so a copy that says otherwise in bytes 18 and 19 is the same database.
 */
export function withoutWal(bytes: Uint8Array): Uint8Array {
  if (bytes[18] !== 2 && bytes[19] !== 2) return bytes;
  const copy = bytes.slice();
  copy[18] = copy[19] = 1;
  return copy;
}
