import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { LARGEST_TEXT, UserError } from '../../geo/index.ts';
import { lineOf, type Terminal } from './terminal.ts';

/** A UTF-8 text file, read no further than may be. @throws UserError for what stands in the way */
export function readText(path: string, screen: Terminal): string {
  const name = screen.show(path);
  const bytes = readBytes(path, screen, LARGEST_TEXT);
  const other = notText(bytes);
  if (other) throw new UserError(other, { path: name });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UserError('cli.encoding', { path: screen.show(path) });
  }
}

/** Larger databases do not fit the memory that sql.js has. */
const LARGEST = 1024 * 1024 * 1024;

/** A file whole, read no further than may be. @throws UserError for what stands in the way */
export function readBytes(path: string, screen: Terminal, most = LARGEST): Buffer {
  const name = screen.show(path);
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw new UserError('cli.folder', { path: name });
    return stat.size > most ? tooLarge(stat.size, most, name, screen) : readPortions(path, most, name, screen);
  } catch (error) {
    throw systemError(error, name, 'cli.unreadable');
  }
}

const PORTION = 1 << 22;
/** A device or a pipe says that it has no bytes and may never end, so the bytes are counted as they come. */
function readPortions(path: string, most: number, name: string, screen: Terminal): Buffer {
  const file = openSync(path, 'r');
  try {
    const portions: Buffer[] = [];
    for (let size = 0; ;) {
      const portion = Buffer.allocUnsafe(PORTION);
      const n = readSync(file, portion);
      if (n === 0) return Buffer.concat(portions);
      size += n;
      if (size > most) tooLarge(size, most, name, screen);
      portions.push(portion.subarray(0, n));
    }
  } finally {
    closeSync(file);
  }
}
function tooLarge(size: number, most: number, path: string, { language }: Terminal): never {
  throw new UserError('cli.in-file', { path, sentence: lineOf(new UserError('file.too-large', { size: Math.round(size / 1048576), most: most / 1048576 }), language) });
}

/** Of several files together, as the browser reckons it: one after the other. */
export function sha256Of(files: readonly { bytes: Uint8Array }[]): string {
  const hash = createHash('sha256');
  for (const { bytes } of files) hash.update(bytes);
  return hash.digest('hex');
}

/** What is no UTF-8 text at a glance: UTF-16 by its mark or by its every other byte, anything else with a NUL near its beginning. */
function notText(bytes: Buffer): 'cli.utf16' | 'cli.binary' | null {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  const nul = bytes.subarray(0, 1024).indexOf(0);
  if (mark === 0xfffe || mark === 0xfeff || (nul >= 0 && nul < 2 && bytes[nul + 2] === 0 && bytes[1 - nul] !== 0)) return 'cli.utf16';
  return nul >= 0 ? 'cli.binary' : null;
}

/** The names in a folder, in their order; null for a file, and for what is not there. @throws UserError for a folder that is closed to us */
export function namesIn(path: string, screen: Terminal): string[] | null {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(path).sort() : null;
  } catch (error) {
    throw systemError(error, screen.show(path), 'cli.unreadable');
  }
}

/** Said before anything is computed: a result must not take the place of a file that it is made from, nor of a folder. */
export function refuseToCover(folder: string, names: readonly string[], inputs: readonly string[], screen: Terminal): void {
  try {
    const read = new Map(inputs.map((path) => [identityOf(path), path]));
    for (const path of names.map((name) => join(folder, name))) {
      const input = read.get(identityOf(path));
      if (identityOf(path) !== null && input !== undefined) throw new UserError('cli.covers-input', { path: screen.show(input), folder: screen.show(folder) });
      refuseFolder(path, screen);
    }
  } catch (error) {
    throw systemError(error, screen.show(folder), 'cli.unwritable');
  }
}
/** The same for all names of a file: through links, in capitals or not. */
export function identityOf(path: string): string | null {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.dev}:${stat.ino}` : null;
}
function refuseFolder(path: string, screen: Terminal): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new UserError('cli.folder-in-place', { path: screen.show(path) });
}

/**
 * Writes files into a folder as one step as far as a file system allows: all of them into a folder beside their places
 * first, then each renamed into place. Files of other names stay, except those in `stale`, which an earlier run left.
 */
export function writeFolder(folder: string, files: Readonly<Record<string, string | Uint8Array>>, screen: Terminal, stale: readonly string[] = []): void {
  const leading = Object.keys(files).find((name) => basename(name) !== name);
  if (leading !== undefined) throw new Error(`“${leading}” leads out of the folder that is written.`);
  let aside: string | null = null;
  try {
    makeFolder(folder);
    for (const name of Object.keys(files)) refuseFolder(join(folder, name), screen);
    aside = mkdtempSync(join(folder, '.undercroft-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(aside, name), text);
    for (const name of Object.keys(files)) renameSync(join(aside, name), join(folder, name));
    for (const name of stale) if (!(name in files)) rmSync(join(folder, name), { force: true });
  } catch (error) {
    throw systemError(error, screen.show(folder), 'cli.unwritable');
  } finally {
    if (aside) rmSync(aside, { recursive: true, force: true });
  }
}

/** Step by step: `recursive` never ends where a system denies a folder without a reason, as under /proc. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** What the operating system refuses is for the user to put right; anything else is a bug and passes through. */
export function systemError(error: unknown, path: string, code: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return error;
  return error.code === 'ENOENT' && code === 'cli.unreadable' ? new UserError('file.missing', { file: path }) : new UserError(code, { path, reason: String(error.code) });
}
