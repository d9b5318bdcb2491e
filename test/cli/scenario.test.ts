import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measureOn, openDatabase, provideDatabases, putDocuments, readProject, upgradeProject } from '../../geo/index.ts';
import { nodeDatabases } from '../../scripts/database.ts';
import { folderWith, points, undercroft } from '../support/cli.ts';

const folder = folderWith({ '小区.geojson': points([['a', 0, 0, { demandNight: 100 }]]), '停车.geojson': points([['p', 0, 1, { 泊位数: 20, 开放对象: '公共' }]]) });
afterAll(() => folder.remove());
const at = (name: string) => join(folder.path, name);
const cli = (...args: string[]) => undercroft([...args, '--lang', 'en'], folder.path);
const opened = async () => readProject(await openDatabase(readFileSync(at('plan.gpkg'))));
const unmet = async (...more: string[]) => {
  const { code, err } = await cli('run', 'parking-shortage', '--project', 'plan.gpkg', '--out', 'out', ...more);
  expect([code, err]).toEqual([0, '']);
  return (JSON.parse(folder.read('out/indicators.json')) as { key: string; value: number }[]).find(({ key }) => key === 'totalUnmet')!.value;
};

beforeAll(async () => {
  provideDatabases(nodeDatabases);
  await cli('project', 'new', 'plan.gpkg');
  await cli('project', 'add', 'plan.gpkg', '--layer', 'demand-unit=小区.geojson', '--layer', 'parking-facility=停车.geojson');
  const db = await openDatabase(readFileSync(at('plan.gpkg')));
  upgradeProject(db);
  const [lot] = readProject(db).project.layers[1].layer.features;
  putDocuments(db, 'measures', [measureOn('change-stalls', lot, { stalls: 90 }, { id: 'm1' }), { ...measureOn('change-stalls', lot, { stalls: 1 }, { id: 'm2', title: '旧' }), was: { stalls: 7 } }]);
  putDocuments(db, 'scenarios', [{ id: 's1', name: '方案一', measures: ['m1', 'm2'], remarks: '' }]);
  writeFileSync(at('plan.gpkg'), db.bytes());
});

test('a run in a scenario stands beside that of the baseline, and both are up to date', async () => {
  expect(await unmet()).toBeCloseTo(80, 9);
  expect(await unmet('--scenario', '方案一')).toBeCloseTo(10, 9);
  const { project, outOfDate } = await opened();
  expect(project.runs.map(({ id, scenario }) => [id, scenario])).toEqual([['parking-shortage-night', null], ['parking-shortage-night@s1', 's1']]);
  expect(outOfDate).toEqual({});
});
test('a measure that does not fit is told', async () => {
  const { out } = await cli('run', 'parking-shortage', '--project', 'plan.gpkg', '--scenario', 's1');
  expect(out).toContain('“旧”');
});
test.each([[['--scenario', '方案九'], '方案一'], [['--scenario', ''], '']])('says what is wrong with %j', async (more, said) => {
  const { code, err } = await cli('run', 'parking-shortage', '--project', 'plan.gpkg', ...more);
  expect([code, err.trim().split('\n').length]).toEqual([2, 1]);
  expect(err).toContain(said);
});
test('there is no scenario without a project', async () => {
  const { code, err } = await cli('run', 'parking-shortage', '--layer', 'demand-units=小区.geojson', '--out', 'x', '--scenario', 's1');
  expect([code, err.includes('--project')]).toEqual([2, true]);
});
