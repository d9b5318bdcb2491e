import { transaction, type Database } from '../io/index.ts';
import { dropRecords, putRecords, recordsOf, textOf } from './records.ts';

/** Bytes of the pictures of basemaps by their sha256, each once whoever names it. */
export type Pictures = ReadonlyMap<string, Uint8Array>;

/** Puts pictures in that are not there yet, and takes those out that nobody names any more. Those that stay are not touched, however large they are. */
export function putPictures(db: Database, put: Pictures, kept: Iterable<string>): void {
  transaction(db, () => {
    const known = new Set(db.all('SELECT sha256 FROM undercroft_pictures').map(({ sha256 }) => String(sha256))), wanted = new Set(kept);
    for (const sha256 of known) if (!wanted.has(sha256)) dropRecords(db, 'undercroft_pictures', { sha256 });
    putRecords(db, 'undercroft_pictures', [...put].filter(([sha256]) => wanted.has(sha256) && !known.has(sha256)).map(([sha256, bytes]) => ({ sha256, bytes })));
  });
}

/** Pictures as they were written, and how many somebody else changed, which are not read. */
export function readPictures(db: Database): { pictures: Map<string, Uint8Array>; lost: number } {
  const records = recordsOf(db, 'undercroft_pictures'), sound = records.filter((record) => record.sound && record.cells['bytes'] instanceof Uint8Array);
  return { pictures: new Map(sound.map(({ cells }) => [textOf(cells['sha256']), cells['bytes'] as Uint8Array])), lost: records.length - sound.length };
}
