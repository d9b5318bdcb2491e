import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ANALYSES } from '../../geo/index.ts';
import { COMMANDS, COMMON_OPTIONS } from '../../scripts/cli/commands.ts';
import { markdown } from '../../scripts/cli/docs.ts';
import { words } from '../../scripts/cli/words.ts';
import { folderWith, points, undercroft } from '../support/cli.ts';
import { ROOT } from '../support/imports.ts';

const folder = folderWith({ 'units.geojson': points([['a', 0, 0, { 户数: 10 }], ['a', 1, 0, { 户数: -3 }]]) });
afterAll(() => folder.remove());

test('analyses prints the registry with units, defaults and citations', async () => {
  const { code, out } = await undercroft(['analyses'], folder.path);
  const table = JSON.parse(out) as { id: string; method: unknown[]; params: { key: string; unit: string; default: unknown; source: string }[] }[];
  expect(code).toBe(0);
  expect(table.map(({ id }) => id)).toEqual(Object.keys(ANALYSES));
  expect(table.every(({ method, params }) => method.length > 0 && params.every((row) => 'unit' in row && 'default' in row && row.source !== ''))).toBe(true);
});

test('validate reads Chinese columns, prints issues with rows, and is an answer, not a failure', async () => {
  const { code, out } = await undercroft(['validate', 'units.geojson', '--schema', 'demand-unit', '--lang=en', '--json'], folder.path);
  const report = JSON.parse(out) as { counts: object; issues: { code: string; rows: number[]; message: string }[] };
  expect(code).toBe(0);
  expect(report.counts).toEqual({ read: 2, kept: 2, fixed: 0, setAside: 0 });
  expect(report.issues.find((one) => one.code === 'id.duplicate')?.rows).toEqual([2]);
  expect(report.issues.find((one) => one.code === 'attribute.range')?.rows).toEqual([2]);
  expect(report.issues.every(({ message }) => !message.includes('{') && !message.startsWith('issue.'))).toBe(true);
  const plain = await undercroft(['validate', 'units.geojson', '--schema', 'demand-unit'], folder.path);
  expect(plain.out).toContain('警告');
});

test('version and help', async () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  expect((await undercroft(['--version'], folder.path)).out).toBe(`${version}\n`);
  for (const args of [[], ['help'], ['--help']]) expect((await undercroft(args, folder.path)).out).toContain('from-osm');
  expect((await undercroft(['run', '--help', '--lang', 'en'], folder.path)).out).toContain('candidate-sites');
  expect((await undercroft(['help'], folder.path, { UNDERCROFT_LANG: 'en' })).out).toContain('exit codes');
});

test('every command and option has words in both languages, and the page of the documentation is made from them', () => {
  for (const { words: text } of [...COMMANDS, ...COMMANDS.flatMap(({ options }) => options), ...COMMON_OPTIONS]) expect(text.zh !== '' && text.en !== '').toBe(true);
  expect(words('cli.usage', 'en')).not.toBe('cli.usage');
  expect(readFileSync(join(ROOT, 'docs/command-line.md'), 'utf8')).toBe(markdown());
});
