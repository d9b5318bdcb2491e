import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderWith, points, undercroft } from '../support/cli.ts';

const folder = folderWith({
  '小区.geojson': points([['a', 0, 0, { 户数: 100, 名称: '甲', 拼音首字: '一' }], ['b', 1, 0, { 户数: 300, 名称: '乙', 拼音首字: '二' }]]),
  '停车.geojson': points([['p', 0, 1, { 泊位数: 20 }], ['q', 1, 1, { 泊位数: 30 }]]),
  // The same car parks as a survey office lists them: north before east, in metres of a zone that nothing names.
  '停车.csv': '编号,X坐标,Y坐标,泊位数\np,2464000.5,456300.25,20\nq,2464100.5,456400.25,30\n',
});
afterAll(() => folder.remove());
const cli = (...args: string[]) => undercroft([...args, '--lang', 'en'], folder.path);
const run = (units: string, parking: string, out: string, ...more: string[]) => cli('run', 'parking-shortage', '--layer', `demand-units=${units}`, '--layer', `parking-facilities=${parking}`, '--out', out, ...more);

beforeAll(async () => {
  for (const [out, ...more] of [['小区.zip', '--crs', 'EPSG:4490', '--out-encoding', 'gbk'], ['小区.gpkg'], ['小区.kml'], ['小区.ndjson']]) expect(await cli('convert', '小区.geojson', out, ...more)).toMatchObject({ code: 0, err: '' });
  expect((await run('小区.geojson', '停车.geojson', 'of-geojson')).code).toBe(0);
});

describe('a run takes its layers from files of every format', () => {
  test.each(['小区.zip', '小区.gpkg', '小区.ndjson', '小区.gpkg#小区'])('%s gives the figures that GeoJSON gives', async (file) => {
    const { code, err } = await run(file, '停车.geojson', 'out');
    expect([code, err]).toEqual([0, '']);
    expect(folder.read('out/indicators.json')).toBe(folder.read('of-geojson/indicators.json'));
    expect(JSON.parse(folder.read('out/run.json'))).toMatchObject({ inputs: { 'demand-units': { file: file.replace(/#.*/, ''), features: 2 } } });
  });
});

describe('validate says how a file is understood', () => {
  test('format, CRS, letters, which column is which field, and which is none', async () => {
    const { out } = await cli('validate', '小区.zip', '--schema', 'demand-unit');
    expect(out).toContain('小区.zip: format shapefile, CRS EPSG:4490, encoding gb18030');
    expect(out).toMatch(/column 户数 → households \(.*, 95% sure\)/);
    expect(out).toMatch(/match no field .*: 拼音首字/);
    expect(out).toContain('read 2, kept 2');
  });
  test('the same as JSON', async () => {
    const report = JSON.parse((await cli('validate', '小区.zip', '--schema', 'demand-unit', '--json')).out) as { columns: { column: string; field: string | null }[] };
    expect(report).toMatchObject({ format: 'shapefile', crs: { code: 'EPSG:4490' }, encoding: 'gb18030', counts: { read: 2, kept: 2 } });
    expect(Object.fromEntries(report.columns.map(({ column, field }) => [column, field]))).toMatchObject({ 户数: 'households', 名称: 'name', 拼音首字: null });
  });
});

describe('what a file leaves open', () => {
  test('is asked for by its option, and one answer may be for one input', async () => {
    expect(await run('小区.zip', '停车.csv', 'asked')).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/停车\.csv.*--crs.*EPSG:4547/) as string });
    expect(await run('小区.zip', '停车.csv', 'asked', '--crs', 'parking-facilities=EPSG:4547')).toMatchObject({ code: 0, err: '' });
    const places = (name: string) => (JSON.parse(folder.read(`${name}/facilities.geojson`)) as { features: { geometry: { coordinates: number[] } }[] }).features.map(({ geometry }) => geometry.coordinates);
    for (const [lon, lat] of places('asked')) expect(Math.hypot(lon - 113.575, lat - 22.272)).toBeLessThan(0.01);
  });
  test('goes into a project the same way', async () => {
    expect((await cli('project', 'new', 'plan.gpkg')).code).toBe(0);
    expect(await cli('project', 'add', 'plan.gpkg', '--layer', 'parking-facility=停车.csv')).toMatchObject({ code: 2, err: expect.stringContaining('--crs') as string });
    const { code, out } = await cli('project', 'add', 'plan.gpkg', '--layer', 'demand-unit=小区.zip', '--layer', 'parking-facility=停车.csv', '--crs', 'parking-facility=EPSG:4547');
    expect([code, out]).toEqual([0, expect.stringContaining('parking-facility: read 2, kept 2')]);
    // A project is a GeoPackage: its layers can be read by name.
    expect((await cli('validate', 'plan.gpkg#demand_unit', '--schema', 'demand-unit')).out).toContain('read 2, kept 2');
  });
});
