import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { folderWith, undercroft } from '../support/cli.ts';
import { ROOT } from '../support/imports.ts';

const CAR_PARKS = join(ROOT, '../shared/data/hong-kong-parking/car-parks.geojson');
const folder = folderWith({});
afterAll(() => folder.remove());

interface Checked {
  counts: { read: number; kept: number; setAside: number };
  issues: { code: string; features: string[]; severity: string }[];
}
interface Rows {
  features: { properties: Record<string, number | string | null>; geometry: unknown }[];
}

/** Real car parks with traditional Chinese columns and stall counts inside sentences; not in the repository. */
describe.skipIf(!existsSync(CAR_PARKS))('the car parks of Hong Kong', () => {
  test('are read whole: columns matched, sentences understood, what was collected twice named', async () => {
    const { code, out } = await undercroft(['validate', CAR_PARKS, '--schema', 'parking-facility', '--json'], folder.path);
    const { counts, issues } = JSON.parse(out) as Checked;
    expect([code, counts.read, counts.kept, counts.setAside]).toEqual([0, 4454, 4454, 0]);
    expect(issues.map(({ code: issue, features }) => [issue, features.length])).toEqual([['id.missing', 4454], ['rule.collected-twice', 5]]);
  });

  test('serve as supply: the stalls of a district are those that its sentences name', async () => {
    const { features } = JSON.parse(readFileSync(CAR_PARKS, 'utf8')) as Rows;
    const district = features.filter(({ properties }) => properties['地區'] === '灣仔');
    writeFileSync(join(folder.path, 'parking.geojson'), JSON.stringify({ type: 'FeatureCollection', features: district }));
    const units = district.filter((_, i) => i % 10 === 0).map(({ geometry }, i) => ({ type: 'Feature', id: `u${i}`, properties: { households: 40 }, geometry }));
    writeFileSync(join(folder.path, 'units.geojson'), JSON.stringify({ type: 'FeatureCollection', features: units }));
    const run = await undercroft(['run', 'parking-shortage', '--layer', 'demand-units=units.geojson', '--layer', 'parking-facilities=parking.geojson', '--out', 'out'], folder.path);
    expect(run).toMatchObject({ code: 0, err: '' });
    const cars = (text: unknown) => [...String(text).matchAll(/汽車 \/ 小型貨車:(\d+)/g)].reduce((sum, [, n]) => sum + Number(n), 0);
    const told = district.reduce((sum, { properties }) => sum + cars(properties['收費泊位']) + cars(properties['免費泊位']), 0);
    const supply = (JSON.parse(folder.read('out/facilities.geojson')) as Rows).features.reduce((sum, { properties }) => sum + Number(properties['capacity']), 0);
    expect(told).toBeGreaterThan(500);
    expect(supply).toBe(told);
    expect(folder.read('out/issues.json')).toContain('supply.unknown');
  });
});
