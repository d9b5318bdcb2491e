import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderWith, undercroft } from '../support/cli.ts';

const line = (id: string, properties: Record<string, unknown>) => ({ type: 'Feature', id, properties: { name: `${id}路`, ...properties }, geometry: { type: 'LineString', coordinates: [[113.5, 22.2], [113.51, 22.2]] } });
const folder = folderWith({
  'roads.geojson': { type: 'FeatureCollection', features: [line('r1', { designFreeze: '2027-09-30' }), line('r2', { worksStart: '2027-03-01' }), line('s', { designFreeze: '2027-09-30', secrecy: 'secret' })] },
  'units.geojson': { type: 'FeatureCollection', features: [] },
});
const cli = (...args: string[]) => undercroft([...args, '--lang', 'en'], folder.path);
beforeAll(async () => {
  await cli('project', 'new', 'plan.gpkg', '--name', '紫荆市');
  expect((await cli('project', 'add', 'plan.gpkg', '--layer', 'road-project=roads.geojson')).code).toBe(0);
});
afterAll(() => folder.remove());

test('windows of a project as a calendar; what is above the level stays out', async () => {
  const { code, out, err } = await cli('windows', 'plan.gpkg', '--date', '2026-11-24', '--out', 'w.ics');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('On 2026-11-24: 1 open, 1 missed, 0 locked, 0 without dates');
  expect(out).toContain('2027-03-30 (126 days left) r1路');
  expect([...folder.read('w.ics').matchAll(/DTSTART.*:(\d+)/g)].map(([, day]) => day)).toEqual(['20270330', '20260301']);
});

test('dates that are tried change the table, not the project', async () => {
  expect((await cli('windows', 'plan.gpkg', '--date', '2026-11-24', '--what-if', 'r2.worksStart=2028-03-01', '--out', 'tried.csv')).out).toContain('2 open');
  expect(folder.read('tried.csv')).toContain('2027-03-01');
  expect((await cli('windows', 'plan.gpkg', '--date', '2026-11-24', '--out', 'plain.csv')).out).toContain('1 open');
});

test.each([
  ['a date that is none', ['--date', '2026-02-30', '--out', 'x.ics'], /must look like/],
  ['an ending that is not written', ['--date', '2026-11-24', '--out', 'x.pdf'], /\.ics, \.xlsx, \.csv/],
  ['a road that there is none of', ['--date', '2026-11-24', '--what-if', 'r9.worksStart=2027-01-01', '--out', 'x.ics'], /r1, r2/],
])('%s is told with a way out', async (_, args, told) => {
  const { code, err } = await cli('windows', 'plan.gpkg', ...args);
  expect(code).toBe(2);
  expect(err).toMatch(told);
});
