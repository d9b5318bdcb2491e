import { importFiles } from '../commands/import-files.ts';

/** The browser's file dialogue. */
export function chooseFiles(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = '.geojson,.json,application/geo+json,application/json';
  input.addEventListener('change', () => importFiles([...(input.files ?? [])]));
  input.click();
}
