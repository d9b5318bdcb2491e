import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { provideDatabases, readAttachedProject } from '../../geo/index.ts';
import { nodeDatabases } from '../../scripts/database.ts';
import { folderWith, points, undercroft } from '../support/cli.ts';
import { gdal, hasGdal, NO_GDAL } from '../support/gdal.ts';

const folder = folderWith({ '停车.geojson': points([['p', 0, 1, { 名称: '甲停车场', 泊位数: 20 }], ['q', 1, 1, { 名称: '乙停车场', 泊位数: 30 }], ['s', 1, 0, { 名称: '丙', 泊位数: 5, 密级: '秘密' }]]), '公开.geojson': points([['p', 0, 1, { 名称: '甲停车场', 泊位数: 20, 密级: '公开' }]]) });
afterAll(() => folder.remove());
const cli = (...args: string[]) => undercroft(['sheet', 'plan.gpkg', ...args, '--lang', 'en'], folder.path);
const bytesOf = (name: string) => readFileSync(join(folder.path, name));
const WISHES = ['--template', 'parking', '--paper', 'A4', '--date', '2026-11-25'];

beforeAll(async () => {
  provideDatabases(nodeDatabases);
  await undercroft(['project', 'new', 'plan.gpkg', '--name', '紫荆市'], folder.path);
  expect((await undercroft(['project', 'add', 'plan.gpkg', '--layer', 'parking-facility=停车.geojson', '--lang', 'en'], folder.path)).err).toBe('');
});

describe('undercroft sheet', () => {
  test('makes the same PDF twice, leaves out what is secret and says so', async () => {
    const { code, err, out } = await cli(...WISHES, '--out', 'a.pdf');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('1 features are above the level');
    await cli(...WISHES, '--out', 'b.pdf');
    expect(Buffer.compare(bytesOf('a.pdf'), bytesOf('b.pdf'))).toBe(0);
  });
  test('lies where GDAL says that it lies', async ({ skip }) => {
    if (!hasGdal) skip(NO_GDAL);
    await cli(...WISHES, '--out', 'a.pdf');
    expect(gdal('gdalinfo', join(folder.path, 'a.pdf'))).toContain('CGCS2000 / 3-degree Gauss-Kruger');
  });
  test('writes what its frames show as DXF, which GDAL reads in the planning CRS', async ({ skip }) => {
    if (!hasGdal) skip(NO_GDAL);
    expect((await cli(...WISHES, '--out', 'a.dxf')).code).toBe(0);
    const told = gdal('ogrinfo', '-al', join(folder.path, 'a.dxf'))!;
    // The two that are not secret, and the frame.
    expect(told.match(/POINT(?: Z)? \(/g)!.length).toBeGreaterThanOrEqual(2);
    for (const word of ['Frame', '甲停车场', '乙停车场']) expect(told).toContain(word);
    expect(told).not.toContain('丙');
  });
  test('makes an atlas', async () => {
    const { out } = await cli(...WISHES, '--atlas', 'parking-facility', '--out', 'atlas.pdf');
    expect(out).toContain('(4 sheets)');
  });
  test('carries the project, but none that holds more than the sheet may show', async () => {
    for (const level of ['internal', 'secret']) {
      const { code, err } = await cli(...WISHES, '--level', level, '--attach-project', '--out', `${level}.pdf`);
      expect([code, err]).toEqual([2, expect.stringContaining('cannot travel in it')]);
    }
    await undercroft(['project', 'new', 'open.gpkg', '--name', '紫荆市'], folder.path);
    await undercroft(['project', 'add', 'open.gpkg', '--layer', 'parking-facility=公开.geojson'], folder.path);
    const { code, err } = await undercroft(['sheet', 'open.gpkg', ...WISHES, '--level', 'public', '--attach-project', '--out', 'open.pdf', '--lang', 'en'], folder.path);
    expect([code, err]).toEqual([0, '']);
    expect((await readAttachedProject(bytesOf('open.pdf'))).bytes.length).toBe(bytesOf('open.gpkg').length);
  });
  test.each([
    [[], 'Name a template with --template'], [['--template', 'x'], 'There is no sheet template'], [['--layout', 'x'], 'The project has no sheet'], [['--template', 'sites'], 'no layer for the sheet'],
    [['--template', 'parking', '--paper', 'B5'], '--paper cannot be “B5”'], [['--template', 'parking', '--date', 'today'], 'must look like'], [['--template', 'parking', '--atlas', 'x'], 'There is no layer “x”'],
    [['--template', 'parking', '--atlas', 'parking-facility', '--margin', '-1'], 'must be a number of 0 or more'],
  ])('says what is wrong with %j', async (args, sentence) => {
    const { code, err } = await cli(...args, '--out', 'x.pdf');
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
  test('refuses an ending that it cannot write', async () => {
    expect((await cli(...WISHES, '--out', 'a.docx')).err).toContain('“a.docx” cannot be written');
  });
});
