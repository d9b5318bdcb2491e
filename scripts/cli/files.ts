import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LARGEST_TEXT, UserError } from '../../geo/index.ts';
import type { Terminal } from './terminal.ts';

export interface TextFile {
  text: string;
  sha256: string;
}

/** A UTF-8 text file. @throws UserError for what stands in the way */
export function readText(path: string, screen: Terminal): TextFile {
  const bytes = readBytes(path, screen, LARGEST_TEXT);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch {
    throw new UserError('cli.encoding', { path: screen.show(path) });
  }
}

/** Larger databases do not fit the memory that sql.js has. */
const LARGEST = 1024 * 1024 * 1024;

/** A file whole. Its size is looked at before it is read. @throws UserError for what stands in the way */
export function readBytes(path: string, screen: Terminal, most = LARGEST): Uint8Array {
  const name = screen.show(path);
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw new UserError('cli.folder', { path: name });
    if (stat.size > most) throw new UserError('file.too-large', { size: Math.round(stat.size / 1048576), most: most / 1048576 });
    return readFileSync(path);
  } catch (error) {
    throw systemError(error, name, 'cli.unreadable');
  }
}

/**
 * Writes files into a folder as one step as far as a file system allows: all of them into a folder beside their places
 * first, then each renamed into place. Files of other names stay, except those in `stale`, which an earlier run left.
 */
export function writeFolder(folder: string, files: Readonly<Record<string, string | Uint8Array>>, screen: Terminal, stale: readonly string[] = []): void {
  let aside: string | null = null;
  try {
    mkdirSync(folder, { recursive: true });
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

/** What the operating system refuses is for the user to put right; anything else is a bug and passes through. */
export function systemError(error: unknown, path: string, code: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return error;
  return error.code === 'ENOENT' && code === 'cli.unreadable' ? new UserError('file.missing', { file: path }) : new UserError(code, { path, reason: String(error.code) });
}
