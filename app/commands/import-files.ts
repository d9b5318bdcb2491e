import { groupFiles, isReadable } from '../../geo/index.ts';
import { requireUnlocked } from '../state/document.ts';
import { notify } from '../state/tasks.ts';
import { setView } from '../state/view.ts';
import { attempt } from './attempt.ts';
import { openProjectInSheet } from './project-file.ts';

/** Sources wait in a row; each gets its own import dialogue, and nothing is committed before the user says so. */
export function importFiles(files: readonly File[]): void {
  void attempt(() => take(files));
}
function take(files: readonly File[]): void {
  requireUnlocked();
  const sheet = files.find(({ name }) => /\.pdf$/i.test(name));
  if (sheet) return void openProjectInSheet(sheet);
  for (const file of files) if (!isReadable(file.name)) notify('error', 'import.notReadable', { file: file.name });
  const sources = groupFiles(files.filter((file) => isReadable(file.name)));
  if (sources.length > 0) setView((view) => ({ importing: [...view.importing, ...sources] }));
}

export function nextImport(): void {
  setView((view) => ({ importing: view.importing.slice(1) }));
}
