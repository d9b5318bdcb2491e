import { READABLE_ENDINGS } from '../../geo/index.ts';
import { importFiles } from '../commands/import-files.ts';

/** The browser's file dialogue. */
export function chooseFiles(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = READABLE_ENDINGS.join(',');
  input.addEventListener('change', () => importFiles([...(input.files ?? [])]));
  input.click();
}
