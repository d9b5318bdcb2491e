import { UserError } from '../model/index.ts';
import { crc32 } from './bytes.ts';
import { packedBytes, zipRows, type ZipRow } from './zip-directory.ts';

export interface ZipFile {
  /** Within the archive, with `/`. */
  path: string;
  bytes: Uint8Array;
}

const MIB = 1024 * 1024;
/** What may come out of one archive: memory of a browser tab. */
export const LARGEST_UNPACKED = 512 * MIB;
/** Tables full of blanks shrink to a hundredth; beyond this, and beyond a size that would matter, it is a bomb. */
export const STEEPEST = 200, HARMLESS = 32 * MIB;
const STORED = 0, DEFLATED = 8;

/** The paths in an archive, nothing unpacked; empty where it cannot be read. For telling formats apart. */
export function zipPaths(bytes: Uint8Array): string[] {
  try {
    return zipRows(bytes).map((row) => row.path);
  } catch {
    return [];
  }
}

/**
 * Unpacks the entries that are wanted. Every archive that comes from outside passes here: number of entries, total size and
 * ratio are judged by the directory before a byte is unpacked, paths that leave the archive are refused, and every entry
 * must have the size and the checksum that the directory states.
 *
 * @throws UserError `archive.*`
 */
export async function unzip(bytes: Uint8Array, wanted: (path: string) => boolean = () => true): Promise<ZipFile[]> {
  const chosen = judged(bytes, wanted);
  const { inflateSync } = await import('fflate');
  return chosen.map((row) => ({ path: row.path, bytes: unpack(bytes, row, inflateSync) }));
}

function judged(bytes: Uint8Array, wanted: (path: string) => boolean): ZipRow[] {
  const rows = zipRows(bytes);
  for (const { path } of rows) if (leaves(path)) throw new UserError('archive.path', { path: path.slice(0, 80) });
  const chosen = rows.filter(({ path }) => !path.endsWith('/') && !isForeign(path) && wanted(path));
  const size = chosen.reduce((sum, row) => sum + row.size, 0);
  if (size > LARGEST_UNPACKED) throw new UserError('archive.too-large', { size: Math.ceil(size / MIB), most: LARGEST_UNPACKED / MIB });
  if (size > HARMLESS && size > STEEPEST * bytes.length) throw new UserError('archive.bomb', { size: Math.ceil(size / MIB), ratio: Math.round(size / bytes.length) });
  return chosen;
}

/** Judges an archive that a library will unpack whole. @throws UserError `archive.*` */
export function checkArchive(bytes: Uint8Array): void {
  judged(bytes, () => true);
}

type Inflate = (packed: Uint8Array, options: { out: Uint8Array }) => Uint8Array;
function unpack(archive: Uint8Array, row: ZipRow, inflate: Inflate): Uint8Array {
  if (row.locked) throw new UserError('archive.locked', { path: row.path });
  if (row.method !== STORED && row.method !== DEFLATED) throw new UserError('archive.method', { path: row.path, method: row.method });
  const packed = packedBytes(archive, row);
  const bytes = row.method === STORED ? packed : inflated(packed, row, inflate);
  if (bytes.length !== row.size || crc32(bytes) !== row.crc) throw new UserError('archive.damaged', { what: row.path });
  return bytes;
}
function inflated(packed: Uint8Array, row: ZipRow, inflate: Inflate): Uint8Array {
  try {
    // Given its room, the unpacker never asks for more than the directory stated.
    return inflate(packed, { out: new Uint8Array(row.size) });
  } catch {
    throw new UserError('archive.damaged', { what: row.path });
  }
}

const leaves = (path: string): boolean => path.startsWith('/') || /^[a-z]:/i.test(path) || path.split('/').includes('..') || path.includes('\0');
/** What macOS and Windows put beside the files. */
const isForeign = (path: string): boolean => /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$)/i.test(path);

/** Packs files; the same files give the same bytes, so the archive bears no time. */
export async function zip(files: readonly { name: string; bytes: Uint8Array }[]): Promise<Uint8Array> {
  const { zipSync } = await import('fflate');
  return zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { level: 6, mtime: new Date(1980, 0, 1) });
}
