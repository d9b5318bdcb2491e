import { readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { LARGEST_TEXT, type SourceFile } from '../../geo/index.ts';
import { readBytes } from './files.ts';
import type { Terminal } from './terminal.ts';

/** What stands beside a .shp and belongs to it. */
const PARTS = ['.dbf', '.shx', '.prj', '.cpg'];

/** The bytes of a file, and of those that belong to it. @throws UserError for what stands in the way */
export function readSources(path: string, screen: Terminal): SourceFile[] {
  return [path, ...companions(path)].map((one) => ({ name: basename(one), bytes: readBytes(one, screen, LARGEST_TEXT) }));
}

function companions(path: string): string[] {
  const ending = extname(path);
  if (ending.toLowerCase() !== '.shp') return [];
  const stem = basename(path, ending);
  return readdirSync(dirname(path)).filter((name) => PARTS.includes(extname(name).toLowerCase()) && basename(name, extname(name)) === stem).sort().map((name) => join(dirname(path), name));
}
