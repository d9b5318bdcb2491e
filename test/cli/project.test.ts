import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, provideDatabases, readProject, unpackReckoning } from '../../geo/index.ts';
import { nodeDatabases } from '../../scripts/database.ts';
import { folderWith, points, undercroft } from '../support/cli.ts';
import { gdal, hasGdal, NO_GDAL } from '../support/gdal.ts';

const folder = folderWith({
  '小区.geojson': points([['a', 0, 0, { 户数: 100, 名称: '甲' }], ['b', 1, 0, { 户数: 300 }], ['c', 2, 0, { 户数: -3 }]]),
  '停车.geojson': points([['p', 0, 1, { 泊位数: 20 }], ['q', 1, 1, { 泊位数: 30 }]]),
  'other.geojson': points([['z', 0, 1, { 户数: 5 }]]),
});
afterAll(() => folder.remove());
const at = (name: string) => join(folder.path, name);
const cli = (...args: string[]) => undercroft([...args, '--lang', 'en'], folder.path);
const opened = async () => readProject(await openDatabase(readFileSync(at('plan.gpkg'))));

beforeAll(async () => {
  provideDatabases(nodeDatabases);
  expect((await cli('project', 'new', 'plan.gpkg', '--name', '紫荆市')).code).toBe(0);
  const { code, out, err } = await cli('project', 'add', 'plan.gpkg', '--layer', 'demand-unit=小区.geojson', '--layer', 'parking-facility=停车.geojson');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('demand-unit: read 3, kept 3');
});

test('new and add make a project that opens with its layers, issues and files', async () => {
  const { project, issues } = await opened();
  expect([project.name.zh, project.createdBy, issues]).toEqual(['紫荆市', expect.stringMatching(/^undercroft \d/), []]);
  expect(project.layers.map(({ layer: { id, name, features }, fileName, issues: found }) => [id, name, features.length, fileName, found.map(({ code }) => code)])).toEqual([
    ['demand-unit', '小区', 3, '小区.geojson', expect.arrayContaining(['attribute.range'])], ['parking-facility', '停车', 2, '停车.geojson', []],
  ]);
});

test('a run takes its inputs from the project, writes itself back, and gives the same files as a run of files', async () => {
  const { code, err, out } = await cli('run', 'parking-shortage', '--project', 'plan.gpkg', '--out', 'of-project');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('project written to plan.gpkg');
  await cli('run', 'parking-shortage', '--layer', 'demand-units=小区.geojson', '--layer', 'parking-facilities=停车.geojson', '--out', 'of-files');
  expect(folder.names('of-project')).toEqual(folder.names('of-files'));
  for (const name of folder.names('of-files').filter((one) => one !== 'issues.json')) expect([name, folder.read(`of-project/${name}`)]).toEqual([name, folder.read(`of-files/${name}`)]);
  const { project: { runs: [run] }, outOfDate } = await opened();
  expect(run).toMatchObject({ id: 'parking-shortage-night', analysis: 'parking-shortage', inputs: { 'demand-units': { layerId: 'demand-unit', file: '小区.geojson', features: 3 }, 'parking-facilities': { layerId: 'parking-facility' } } });
  expect(Object.values(run.layers).map(({ id }) => id)).toContain('parking-shortage-night/demand-units');
  expect(unpackReckoning(run.reckoning)).toEqual(JSON.parse(folder.read('of-project/explain.json')));
  expect(run.indicators).toEqual(JSON.parse(folder.read('of-project/indicators.json')));
  expect(outOfDate).toEqual({});
  expect(folder.names().filter((name) => name.startsWith('.'))).toEqual([]);
});

test('info says what is in it and what is out of date', async () => {
  const { out } = await cli('project', 'info', 'plan.gpkg');
  expect(out).toContain('layer demand-unit  小区  3 features');
  expect(out).toMatch(/run parking-shortage-night {2}parking-shortage@\d+ {2}up to date/);
  expect((await cli('project', 'add', 'plan.gpkg', '--layer', 'demand-unit=other.geojson', '--replace')).code).toBe(0);
  const report = JSON.parse((await cli('project', 'info', 'plan.gpkg', '--json')).out) as { layers: { id: string; counts: { kept: number } }[]; runs: { outOfDate: string[] }[] };
  expect(report.layers.map(({ id, counts }) => [id, counts.kept])).toEqual([['demand-unit', 1], ['parking-facility', 2]]);
  expect(report.runs[0].outOfDate).toEqual(['demand-units']);
});

test(`check finds what another program changed${NO_GDAL}`, async ({ skip }) => {
  if (!hasGdal) skip();
  expect((await cli('project', 'check', 'plan.gpkg')).out).toBe('the file is sound\nno issue found\n');
  gdal('ogrinfo', at('plan.gpkg'), '-sql', "UPDATE parking_facility SET stalls = -1 WHERE id = 'p'");
  const { code, out } = await cli('project', 'check', 'plan.gpkg');
  expect(code).toBe(0);
  expect(out).toContain('was changed by another program');
  expect(out).toContain('stalls out of range');
  const text = gdal('ogrinfo', '-al', '-so', at('plan.gpkg'))!;
  expect(text).toMatch(/Layer name: parking_facility\n(?:Metadata:\n(?: .*\n)*)?Geometry: Point\nFeature Count: 2/);
});

test('what cannot be is refused with one line, and the file stays', async () => {
  const before = readFileSync(at('plan.gpkg'));
  writeFileSync(at('cut.gpkg'), before.subarray(0, 20_000));
  writeFileSync(at('text.gpkg'), 'no database');
  mkdirSync(at('busy'));
  writeFileSync(at('busy/plan.gpkg'), before);
  writeFileSync(at('busy/plan.gpkg-wal'), 'x');
  const refusals: [RegExp, ...string[]][] = [
    [/plan\.gpkg is there already/, 'project', 'new', 'plan.gpkg'],
    [/knows no “list”/, 'project', 'list', 'plan.gpkg'],
    [/replace it with --replace/, 'project', 'add', 'plan.gpkg', '--layer', 'parking-facility=停车.geojson'],
    [/demand-result/, 'project', 'add', 'plan.gpkg', '--layer', 'demand-result=停车.geojson'],
    [/There is no file/, 'project', 'info', 'none.gpkg'],
    [/cut\.gpkg: The file is cut short/, 'project', 'info', 'cut.gpkg'],
    [/text\.gpkg: The file is no GeoPackage/, 'project', 'check', 'text.gpkg'],
    [/open in another program/, 'project', 'info', 'busy/plan.gpkg'],
    [/needs a layer/, 'run', 'shelter-coverage', '--project', 'plan.gpkg'],
    [/needs --layer/, 'run', 'parking-shortage', '--out', 'x'],
    [/needs --out/, 'run', 'parking-shortage', '--layer', 'demand-units=小区.geojson'],
  ];
  for (const [sentence, ...args] of refusals) {
    const { code, err } = await cli(...args);
    expect([args.join(' '), code, err.trim().split('\n').length]).toEqual([args.join(' '), 2, 1]);
    expect(err).toMatch(sentence);
  }
  expect(Buffer.compare(readFileSync(at('plan.gpkg')), before)).toBe(0);
});
