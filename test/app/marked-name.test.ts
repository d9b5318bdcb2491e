import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pictureWords } from '../../app/i18n/picture-words.ts';
import { ROOT, sourceFiles } from '../support/imports.ts';

it('files are marked in the brackets of their language, and nowhere by hand', () => {
  expect(pictureWords['picture.marked']).toEqual({ zh: '{name}（{mark}）', en: '{name} ({mark})' });
  const byHand = sourceFiles('app/commands').filter((file) => /download\([^\n]*（/.test(readFileSync(join(ROOT, file), 'utf8')));
  expect(byHand).toEqual([]);
});
