import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { LARGEST_TEXT, UserError, type SourceFile } from '../../geo/index.ts';
import { systemError } from './files.ts';
import type { Terminal } from './terminal.ts';

/** What stands beside a .shp and belongs to it. */
const PARTS = ['.dbf', '.shx', '.prj', '.cpg'];

/** The bytes of a file, and of those that belong to it. @throws UserError for what stands in the way */
export function readSources(path: string, screen: Terminal): SourceFile[] {
  return [path, ...companions(path)].map((one) => ({ name: basename(one), bytes: readBytes(one, screen) }));
}

function companions(path: string): string[] {
  const ending = extname(path);
  if (ending.toLowerCase() !== '.shp') return [];
  const stem = basename(path, ending);
  return readdirSync(dirname(path)).filter((name) => PARTS.includes(extname(name).toLowerCase()) && basename(name, extname(name)) === stem).sort().map((name) => join(dirname(path), name));
}

function readBytes(path: string, screen: Terminal): Uint8Array {
  const name = screen.show(path);
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw new UserError('cli.folder', { path: name });
    if (stat.size > LARGEST_TEXT) throw new UserError('file.too-large', { size: Math.round(stat.size / 1048576), most: LARGEST_TEXT / 1048576 });
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    throw systemError(error, name, 'cli.unreadable');
  }
}
