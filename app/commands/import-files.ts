import { notify } from '../state/tasks.ts';
import { setView } from '../state/view.ts';

/** Endings this version reads. Anything else is refused by name before a byte is read. */
const READABLE = /\.(geo)?json$/i;

/** Files wait in a row; each gets its own import dialogue, and nothing is committed before the user says so. */
export function importFiles(files: readonly File[]): void {
  for (const file of files) if (!READABLE.test(file.name)) notify('error', 'import.notReadable', { file: file.name });
  const readable = files.filter((file) => READABLE.test(file.name));
  if (readable.length > 0) setView((view) => ({ importing: [...view.importing, ...readable] }));
}

export function nextImport(): void {
  setView((view) => ({ importing: view.importing.slice(1) }));
}
