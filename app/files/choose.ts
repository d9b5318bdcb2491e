import { PICTURE_ENDINGS, READABLE_ENDINGS } from '../../geo/index.ts';
import { importFiles } from '../commands/import-files.ts';
import { openProjectFile, openProjectInSheet } from '../commands/project-file.ts';

/** The browser's file dialogue. */
export function choose(endings: readonly string[], multiple: boolean, take: (files: File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = multiple;
  input.accept = endings.join(',');
  input.addEventListener('change', () => take([...(input.files ?? [])]));
  input.click();
}

export function chooseFiles(): void {
  choose([...READABLE_ENDINGS, ...PICTURE_ENDINGS], true, importFiles);
}
export function chooseProject(): void {
  choose(['.gpkg', '.pdf'], false, ([file]) => { if (file) void (/\.pdf$/i.test(file.name) ? openProjectInSheet(file) : openProjectFile(file)); });
}
