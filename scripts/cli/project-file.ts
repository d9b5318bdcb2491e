import { existsSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { openDatabase, putLayer, readProject, setMeta, UserError, type Database, type ProjectReading } from '../../geo/index.ts';
import { readBytes, systemError } from './files.ts';
import { lineOf, type Terminal } from './terminal.ts';

/** Where a project lies, and what its file was when it was read; null where there was none. */
export interface ProjectPlace {
  path: string;
  db: Database;
  stamp: string | null;
}
export interface OpenProject extends ProjectReading, ProjectPlace {}

/** Opens a project; what refuses it is said with its name. The file stays as it is until `saveProject`. */
export async function openProject(given: string, screen: Terminal): Promise<OpenProject> {
  const path = screen.resolve(given);
  const stamp = stampOf(path);
  const bytes = readBytes(path, screen);
  refuseBusy(path, screen);
  try {
    const db = await openDatabase(bytes);
    return { path, db, stamp, ...readProject(db) };
  } catch (error) {
    if (error instanceof UserError) throw new UserError('cli.in-file', { path: screen.show(path), sentence: lineOf(error, screen.language) });
    throw error;
  }
}

/** A file that somebody else wrote since is another file. */
function stampOf(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.ino}-${stat.size}-${stat.mtimeMs}` : null;
}

/** While another program has it open, its latest changes lie in a second file beside it. */
function refuseBusy(path: string, screen: Terminal): void {
  const beside = ['-wal', '-journal'].find((ending) => (statSync(`${path}${ending}`, { throwIfNoEntry: false })?.size ?? 0) > 0);
  if (beside !== undefined) throw new UserError('cli.project-busy', { path: screen.show(path), beside: `${basename(path)}${beside}` });
}

/** Layers that another program changed are put again as they were read, so that their rows have ids and their checksums fit. */
export function settle({ db, project, changed }: OpenProject): void {
  for (const stored of project.layers) if (changed.includes(stored.layer.id)) putLayer(db, stored);
}

/** Writes it beside its place and renames it into it: who opens the file finds the old project or the new one. */
export function saveProject({ db, path, stamp }: ProjectPlace, screen: Terminal): void {
  setMeta(db, { saved: now() });
  let aside: string | null = null;
  try {
    aside = mkdtempSync(join(dirname(path), '.undercroft-'));
    const file = join(aside, basename(path));
    writeFileSync(file, db.bytes());
    refuseBusy(path, screen);
    if (stampOf(path) !== stamp) throw new UserError('cli.project-changed', { path: screen.show(path) });
    renameSync(file, path);
  } catch (error) {
    throw systemError(error, screen.show(path), 'cli.unwritable');
  } finally {
    if (aside) rmSync(aside, { recursive: true, force: true });
  }
}

export const now = (): string => new Date().toISOString();
/** ISO date of the clock on the wall: in the morning of China it is yesterday in Greenwich. */
export const today = (time = new Date()): string => [time.getFullYear(), time.getMonth() + 1, time.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
export const isThere = (path: string): boolean => existsSync(path);
