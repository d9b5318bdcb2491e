import { groupFiles, holdsPicture, isPicture, isReadable, PICTURE_LIMITS, zipPaths } from '../../geo/index.ts';
import { requireUnlocked } from '../state/document.ts';
import { notify } from '../state/tasks.ts';
import { setView } from '../state/view.ts';
import { attempt } from './attempt.ts';
import { openProjectInSheet, takeBack } from './project-file.ts';

/** Sources wait in a row; each gets its own import dialogue, and nothing is committed before the user says so. */
export function importFiles(files: readonly File[]): void {
  void attempt(() => take(files));
}
async function take(files: readonly File[]): Promise<void> {
  requireUnlocked();
  const sheet = files.find(({ name }) => /\.pdf$/i.test(name));
  if (sheet) return void openProjectInSheet(sheet);
  // What a department gives back is merged, be it opened or dropped.
  if (files.length === 1 && await takeBack(files[0])) return;
  for (const file of files) if (!isReadable(file.name)) notify('error', 'import.notReadable', { file: file.name });
  const sources = groupFiles(files.filter((file) => isReadable(file.name)));
  const arePictures = await Promise.all(sources.map(isOfPicture));
  setView(({ importing, importingPictures }) => ({ importing: [...importing, ...sources.filter((_, i) => !arePictures[i])], importingPictures: [...importingPictures, ...sources.filter((_, i) => arePictures[i])] }));
}

/** By the names, in an archive by those of what it holds. */
async function isOfPicture([first]: readonly File[]): Promise<boolean> {
  if (!/\.zip$/i.test(first.name)) return isPicture(first.name);
  return first.size <= PICTURE_LIMITS.bytes && holdsPicture(zipPaths(new Uint8Array(await first.arrayBuffer())));
}
export function nextPicture(): void {
  setView((view) => ({ importingPictures: view.importingPictures.slice(1) }));
}
export function nextImport(): void {
  setView((view) => ({ importing: view.importing.slice(1) }));
}
