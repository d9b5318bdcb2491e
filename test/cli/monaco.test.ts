import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderWith, undercroft } from '../support/cli.ts';
import { ROOT } from '../support/imports.ts';

const MONACO = join(ROOT, '../shared/data/monaco-osm');
type Row = Record<string, number | string | boolean | null>;
const folder = folderWith({});
const rows = (file: string): Row[] => (JSON.parse(folder.read(file)) as { features: { properties: Row }[] }).features.map(({ properties }) => properties);
const sum = (list: readonly Row[], key: string): number => list.reduce((total, row) => total + Number(row[key] ?? 0), 0);
const indicator = (run: string, key: string): number => (JSON.parse(folder.read(`${run}/indicators.json`)) as { key: string; value: number }[]).find((one) => one.key === key)!.value;
const layer = (input: string, schema: string): string[] => ['--layer', `${input}=layers/${schema}.geojson`];
const SERVICE = [...layer('demand-units', 'demand-unit'), ...layer('parking-facilities', 'parking-facility'), ...layer('walking-network', 'walking-network')];
const SITES = [...SERVICE, ...layer('road-projects', 'road-project'), ...layer('constraints', 'constraint'), ...layer('land-parcels', 'land-parcel'), ...layer('drawn-sites', 'drawn-site')];

/** A real, dense city all the way: © OpenStreetMap contributors, ODbL. The files are not in the repository. */
describe.skipIf(!existsSync(MONACO))('Monaco', () => {
  beforeAll(async () => {
    for (const command of [
      ['from-osm', MONACO, '--param', 'sourceDate=2019-06-01', '--param', 'population=38000', '--out', 'layers'],
      ['run', 'parking-shortage', ...SERVICE, '--out', 'night', '--strict'],
      ['run', 'candidate-sites', ...SITES, '--out', 'sites', '--strict'],
    ]) expect(await undercroft(command, folder.path)).toMatchObject({ code: 0, err: '' });
  });
  afterAll(() => folder.remove());

  test('every building is kept or counted, and the people are as many as they are known to be', () => {
    const units = rows('layers/demand-unit.geojson');
    expect(units.length).toBeGreaterThan(1000);
    expect(sum(units, 'population')).toBeCloseTo(38_000, -1);
    expect(units.filter((unit) => unit['households'] !== null).every((unit) => String(unit['remarks']).includes('38000'))).toBe(true);
  });

  test('stalls that nobody stated are marked as assumed', () => {
    const parks = rows('layers/parking-facility.geojson');
    const stated = parks.filter((park) => park['stallsSource'] === 'stated');
    expect(stated.map((park) => park['stalls'])).toEqual([100]);
    expect(parks.filter((park) => park['stallsSource'] === 'assumed').every((park) => park['confidence'] === 'estimated' && park['remarks'] !== null)).toBe(true);
  });

  test('the books balance, and every unit of the input is in the result', () => {
    const units = rows('night/demand-units.geojson');
    expect(units).toHaveLength(rows('layers/demand-unit.geojson').length);
    expect(sum(units, 'shortage')).toBeCloseTo(indicator('night', 'totalUnmet'), 6);
    expect(indicator('night', 'totalServed') + indicator('night', 'totalUnmet')).toBeCloseTo(indicator('night', 'totalDemand'), 6);
    expect(sum(rows('night/facilities.geojson'), 'used')).toBeCloseTo(indicator('night', 'totalServed'), 6);
    expect(indicator('night', 'totalServed')).toBeLessThan(indicator('night', 'totalCapacity'));
    expect(rows('night/shortage-areas.geojson').length).toBeGreaterThan(0);
  });

  test('everything stands near a street that leads somewhere', () => {
    expect(folder.read('night/issues.json')).not.toContain('network.units-off');
    expect(folder.read('night/issues.json')).not.toContain('network.facilities-off');
    expect(indicator('night', 'demandInReach') / indicator('night', 'totalDemand')).toBeGreaterThan(0.7);
  });

  test('each source became sites or a failure with its reason; a stadium is no public ground', () => {
    const [sites, failed] = [rows('sites/candidate-sites.geojson'), rows('sites/failed-sites.geojson')];
    const sources = new Set([...sites, ...failed].map((site) => site['sourceId']));
    expect(sources.size).toBe(indicator('sites', 'sourcesTested'));
    expect(failed.every((site) => String(site['reasons']).length > 0)).toBe(true);
    expect(sites.some((site) => Number(site['reliefNight']) > 100)).toBe(true);
    expect([...sites, ...failed].map((site) => site['name'])).not.toContain('Stade Louis-II');
  });
});
