import { UserError } from '../../geo/index.ts';
import type { ProjectDocument } from '../state/document.ts';

/** What the list of projects says of one without opening its database. The database is right where the two differ. */
export interface ProjectAbout {
  id: string;
  /** Null for a folder that was never finished, as when the browser went during the first storing. */
  name: ProjectDocument['name'] | null;
  invented: boolean;
  layers: number;
  created: string;
  changed: string;
}

const ABOUT = 'about.json', LAST = 'last.json';

/** The folder of all projects on the origin-private file system. @throws UserError where this window has none */
async function folder(): Promise<FileSystemDirectoryHandle> {
  if (!globalThis.isSecureContext) throw new UserError('project.not-secure');
  try {
    if (!navigator.locks) throw new Error('Web Locks');
    return await (await navigator.storage.getDirectory()).getDirectoryHandle('undercroft', { create: true });
  } catch (error) {
    throw new UserError('project.no-storage', { reason: String(error instanceof Error ? `${error.name} ${error.message}` : error).slice(0, 120) });
  }
}
/** @throws UserError with the reason why nothing can be stored in this window */
export async function checkStorage(): Promise<void> {
  await folder();
}

/** All projects, the one that was changed last first. */
export async function listProjects(): Promise<ProjectAbout[]> {
  const found: ProjectAbout[] = [];
  for await (const [id, place] of (await folder()).entries()) {
    if (place.kind === 'directory') found.push(await readJson<ProjectAbout>(place as FileSystemDirectoryHandle, ABOUT) ?? { id, name: null, invented: false, layers: 0, created: '', changed: '' });
  }
  return found.sort((a, b) => (a.changed < b.changed ? 1 : -1));
}
export async function aboutProject(id: string): Promise<ProjectAbout | null> {
  const place = await (await folder()).getDirectoryHandle(id).catch(() => null);
  return place && readJson<ProjectAbout>(place, ABOUT);
}
export async function putAbout(about: ProjectAbout): Promise<void> {
  await writeJson(await (await folder()).getDirectoryHandle(about.id, { create: true }), ABOUT, about);
}
/** Takes a project away for good. Nobody may hold it. */
export async function removeProject(id: string): Promise<void> {
  await (await folder()).removeEntry(id, { recursive: true });
}

/** Bytes that the origin has and may have, where the browser tells. */
export async function storageUse(): Promise<{ used: number; most: number } | null> {
  const { usage, quota } = await navigator.storage.estimate();
  return usage === undefined || quota === undefined ? null : { used: usage, most: quota };
}

/** The project that a start without anything else opens; null for none. */
export async function lastProject(): Promise<string | null> {
  return (await readJson<{ id: string | null }>(await folder(), LAST))?.id ?? null;
}
export async function setLastProject(id: string | null): Promise<void> {
  await writeJson(await folder(), LAST, { id });
}

async function readJson<T>(place: FileSystemDirectoryHandle, name: string): Promise<T | null> {
  try {
    return JSON.parse(await (await (await place.getFileHandle(name)).getFile()).text()) as T;
  } catch {
    return null;
  }
}
/** The browser swaps the file in when it is closed, so that a half-written one is never there. */
async function writeJson(place: FileSystemDirectoryHandle, name: string, content: unknown): Promise<void> {
  const stream = await (await place.getFileHandle(name, { create: true })).createWritable();
  await stream.write(JSON.stringify(content));
  await stream.close();
}
