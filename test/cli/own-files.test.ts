import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resultNames } from '../../geo/index.ts';
import { caseNames, expectedFiles, readCase } from '../golden/cases.ts';
import { folderWith, points, undercroft } from '../support/cli.ts';

/** No call may destroy what it was made from. */
const folder = folderWith({
  'units.geojson': points([['a', 0, 0, { households: 120 }], ['b', 1, 0, { households: '\u001b[31m红\u0007' }]]), 'parking.geojson': points([['p', 0.5, 0, { stalls: 100 }]]),
  'osm.geojson': { type: 'FeatureCollection', features: [
    null,
    { type: 'Feature', id: 'w1', properties: { building: 'house' }, geometry: { type: 'Polygon', coordinates: [[]] } },
    { type: 'Feature', id: 'w2', properties: { building: 'house' }, geometry: { type: 'MultiPolygon', coordinates: [null] } },
    { type: 'Feature', id: 'r3', properties: {}, geometry: { type: 'GeometryCollection', geometries: [null] } },
    { type: 'Feature', id: 'r4', properties: {}, geometry: { type: 'GeometryCollection', geometries: null } },
    { type: 'Feature', id: 'w5', properties: { building: 'apartments', 'building:levels': '5' }, geometry: { type: 'Polygon', coordinates: [[[113.57, 22.27], [113.5705, 22.27], [113.5705, 22.2705], [113.57, 22.2705], [113.57, 22.27]]] } },
  ] },
});
const run = (units: string, out: string) => undercroft(['run', 'parking-shortage', '--lang', 'en', '--layer', `demand-units=${units}`, '--layer', 'parking-facilities=parking.geojson', '--out', out], folder.path);
beforeAll(() => {
  mkdirSync(join(folder.path, 'io'));
  for (const name of ['demand-units.geojson', 'demand-units.set-aside.geojson']) copyFileSync(join(folder.path, 'units.geojson'), join(folder.path, 'io', name));
  symlinkSync('io/demand-units.geojson', join(folder.path, 'link.geojson'));
  mkdirSync(join(folder.path, 'osm'));
  copyFileSync(join(folder.path, 'osm.geojson'), join(folder.path, 'osm/buildings.geojson'));
});
afterAll(() => folder.remove());

test.each(['io/demand-units.geojson', 'io/demand-units.set-aside.geojson', 'link.geojson'])('a run does not write over its input %s', async (units) => {
  const { code, err } = await run(units, 'io');
  expect([code, err.trim().split('\n').length]).toEqual([2, 1]);
  expect(err).toMatch(/overwrite the input .*geojson/);
  expect(folder.names('io')).toEqual(['demand-units.geojson', 'demand-units.set-aside.geojson']);
  expect(folder.read('io/demand-units.geojson')).toBe(folder.read('units.geojson'));
});

test('the names of the files of a run are known before it', () => {
  for (const name of caseNames()) {
    const written = Object.keys(expectedFiles(name)), named = resultNames(readCase(name).analysis);
    expect(named, name).toEqual(expect.arrayContaining(written));
    // Districts are there where the boundary has several, levels of a garage where a site has them.
    expect(named.filter((file) => !written.includes(file)).every((file) => file === 'districts.geojson' || /^fit-b[2-6]\.geojson$/.test(file)), name).toBe(true);
  }
});

test('a run says its warnings in words, with rows and without the signs that steer a terminal; issues.json has them in both languages', async () => {
  const { code, out } = await run('units.geojson', 'out');
  expect(code).toBe(0);
  expect(out).toContain('demand-units: warning  1 rows have an unusable households (first: row 2: \\u001b[31m红\\u0007)');
  expect(out).not.toMatch(/[\u001b\u0007]/);
  const issues = JSON.parse(folder.read('out/issues.json')) as { message: { zh: string; en: string } }[];
  expect(issues.every(({ message }) => message.zh !== message.en && !/^issue\.|\{/.test(message.zh + message.en))).toBe(true);
});

test('from-osm does not write where it reads, passes over its own report, and counts what has no usable place', async () => {
  expect(await undercroft(['from-osm', 'osm', '--out', 'osm', '--lang', 'en'], folder.path)).toMatchObject({ code: 2, err: expect.stringContaining('osm is both read and written') as string });
  expect(folder.names('osm')).toEqual(['buildings.geojson']);
  const first = await undercroft(['from-osm', 'osm', '--out', 'layers', '--lang', 'en'], folder.path);
  expect(first).toMatchObject({ code: 0, err: '' });
  const report = JSON.parse(folder.read('layers/report.json')) as { features: number; leftOut: { layer: string; code: string; n: number }[] };
  expect(report.features).toBe(1);
  expect(report.leftOut.filter(({ layer }) => layer === 'osm').map(({ code, n }) => [code, n])).toEqual([['geojson-invalid', 5]]);
  copyFileSync(join(folder.path, 'layers/report.json'), join(folder.path, 'osm/report.json'));
  expect(await undercroft(['from-osm', 'osm', '--out', 'again'], folder.path)).toMatchObject({ code: 0 });
  expect(folder.read('again/demand-unit.geojson').length).toBeGreaterThan(100);
  expect(await undercroft(['from-osm', 'layers/demand-unit.geojson', '--out', 'layers'], folder.path)).toMatchObject({ code: 2 });
});
