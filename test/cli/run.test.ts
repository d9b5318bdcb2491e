import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute, folderWith, points, undercroft } from '../support/cli.ts';
import { ROOT } from '../support/imports.ts';

const UNITS = points([['a', 0, 0, { households: 120, name: '<b>甲</b>' }], ['b', 1, 0, { households: 80 }], ['c', 40, 0, { households: 60 }]]);
const PARKING = points([['p', 0.5, 0, { stalls: 100, access: 'public', openNight: true }], ['q', 41, 0, { stalls: 10, access: 'public', openNight: true }]]);
const folder = folderWith({ 'units.geojson': UNITS, 'parking.geojson': PARKING });
const RUN = ['run', 'parking-shortage', '--layer', 'demand-units=units.geojson', '--layer', 'parking-facilities=parking.geojson', '--param', 'detourFactor=1'];
beforeAll(async () => { expect(await undercroft([...RUN, '--out', 'first'], folder.path)).toMatchObject({ code: 0, err: '' }); });
afterAll(() => folder.remove());

test('a run writes its layers and records, and nothing else', () => {
  expect(folder.names('first')).toEqual(['demand-units.geojson', 'explain.json', 'facilities.geojson', 'indicators.json', 'issues.json', 'run.json', 'shortage-areas.geojson']);
  const units = JSON.parse(folder.read('first/demand-units.geojson')) as { features: { id: string; properties: Record<string, unknown> }[] };
  expect(units.features.map(({ id, properties }) => [id, properties['demand'], properties['servedRatio'], properties['shortage']])).toEqual([['a', 120, 0.5, 60], ['b', 80, 0.5, 40], ['c', 60, 10 / 60, 50]]);
});

test('run.json names analysis, every parameter, and the sha256 of each input', () => {
  const record = JSON.parse(folder.read('first/run.json')) as { analysis: string; parameters: Record<string, unknown>; inputs: Record<string, unknown> };
  expect(record.analysis).toMatch(/^parking-shortage@\d+$/);
  expect(record.parameters).toMatchObject({ detourFactor: 1, catchmentRadius: 300, period: 'night' });
  expect(record.inputs['demand-units']).toEqual({ file: 'units.geojson', sha256: createHash('sha256').update(folder.read('units.geojson')).digest('hex'), features: 3 });
});

test('the same run gives the same bytes, whatever the order of its options, by schema names and from npm', async () => {
  await undercroft(['run', '--param=detourFactor=1', 'parking-shortage', '--layer=parking-facility=parking.geojson', '--out=second', '--layer', `demand-unit=${join(folder.path, 'units.geojson')}`], folder.path);
  const byNpm = await execute('npm', ['run', '-s', '--prefix', ROOT, 'undercroft', '--', ...RUN, '--out', 'third'], folder.path);
  expect(byNpm.code).toBe(0);
  for (const name of folder.names('first')) {
    expect(folder.read(`second/${name}`), name).toBe(folder.read(`first/${name}`));
    expect(folder.read(`third/${name}`), name).toBe(folder.read(`first/${name}`));
  }
});

test('features that cannot be used are written aside and counted; a clean run removes what an earlier one set aside; other files stay', async () => {
  const { features } = UNITS;
  writeFileSync(join(folder.path, 'torn.geojson'), JSON.stringify({ type: 'FeatureCollection', features: [...features, { type: 'Feature', id: 'lost', properties: { households: 9 }, geometry: null }] }));
  mkdirSync(join(folder.path, 'mixed'));
  writeFileSync(join(folder.path, 'mixed/notes.txt'), 'mine');
  const torn = await undercroft([...RUN.map((word) => word.replace('units.geojson', 'torn.geojson')), '--out', 'mixed'], folder.path);
  expect(torn).toMatchObject({ code: 0, out: expect.stringContaining('搁置 1') as string });
  expect(folder.read('mixed/demand-units.set-aside.geojson')).toContain('"lost"');
  expect(folder.read('mixed/issues.json')).toContain('geometry.missing');
  await undercroft([...RUN, '--out', 'mixed'], folder.path);
  expect(folder.names('mixed')).toEqual([...folder.names('first'), 'notes.txt'].sort());
  expect(await undercroft([...RUN.map((word) => word.replace('units.geojson', 'torn.geojson')), '--out', 'never', '--strict'], folder.path)).toMatchObject({ code: 2, out: '' });
  expect(folder.names()).not.toContain('never');
});

test('nothing is left behind when a folder cannot be written', async () => {
  const outcome = await undercroft([...RUN, '--out', 'units.geojson/deep'], folder.path);
  expect(outcome).toMatchObject({ code: 2, out: '' });
  expect(outcome.err.trim().split('\n')).toHaveLength(1);
});
