import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/imports.ts';

test('every library that the program is made of stands in the list of licences', () => {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
  const list = readFileSync(join(ROOT, 'docs/licences.md'), 'utf8');
  // @deck.gl/core, layers, maplibre: one row for what comes from one house.
  const isListed = (name: string) => list.includes(name) || (name.includes('/') && list.includes(`${name.split('/')[0]}/`) && list.includes(name.split('/')[1]));
  expect(Object.keys(dependencies).filter((name) => !isListed(name))).toEqual([]);
});
