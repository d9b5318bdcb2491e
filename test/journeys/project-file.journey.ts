import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toBlob, type PlanFeature } from '../../geo/index.ts';
import { gdal, hasGdal, NO_GDAL } from '../support/gdal.ts';
import { startProgram, type Program } from './program.ts';
import { demoCity, runAnalysis, textOf } from './steps.ts';

let program: Program;
beforeAll(async () => { program = await startProgram(); });
afterAll(async () => { await program.close(); });

test('a project goes into one file with its runs, and comes back with layers, figures and areas', async () => {
  const { page, complaints, foreign, context } = await program.open('', { width: 1200, height: 600 });
  await demoCity(page);
  await runAnalysis(page, 'parking-shortage');
  const before = { layers: await page.locator('.layer-row').count(), figures: await page.locator('.key-figures').first().innerText(), areas: await page.locator('.area-row').count() };
  const menu = () => page.getByRole('banner').getByRole('button', { name: '项目', exact: true }).click();
  await menu();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: '保存项目文件（GeoPackage）' }).click()]);
  expect(download.suggestedFilename()).toMatch(/\.gpkg$/);

  // Saved, so nothing is asked.
  await menu();
  await page.getByRole('menuitem', { name: /新建空项目/ }).click();
  await page.getByText('还没有图层').waitFor();
  await menu();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('menuitem', { name: /打开项目文件/ }).click()]);
  await chooser.setFiles({ name: 'a.gpkg', mimeType: 'application/geopackage+sqlite3', buffer: await import('node:fs').then(async ({ readFileSync }) => readFileSync(await download.path())) });
  await page.locator('[data-layer="shelter"]').waitFor({ timeout: 60_000 });
  await page.getByRole('tab', { name: '缺口' }).click();
  await page.locator('.area-row').first().waitFor();
  expect({ layers: await page.locator('.layer-row').count(), figures: await page.locator('.key-figures').first().innerText(), areas: await page.locator('.area-row').count() }).toEqual(before);
  expect(await page.getByText('输入数据已改变').count()).toBe(0);
  // The reckoning behind an area came along.
  await page.locator('.area-row').first().click();
  await page.locator('.certificate').first().waitFor();

  const [wrong] = await Promise.all([page.waitForEvent('filechooser'), menu().then(() => page.getByRole('menuitem', { name: /打开项目文件/ }).click())]);
  await wrong.setFiles({ name: 'b.gpkg', mimeType: 'application/geopackage+sqlite3', buffer: Buffer.from('not a database at all, only words that go on for a while') });
  await page.locator('.notices').getByText(/不是|SQLite|GeoPackage/).waitFor();
  expect(await page.locator('.layer-row').count()).toBe(before.layers);
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
  await context.close();
});

test.skipIf(!hasGdal)(`a project that the page saved and another program edited opens with the moved polygon and the new value${NO_GDAL}`, async () => {
  const { page, complaints, context } = await program.open('', { width: 1200, height: 700 });
  await demoCity(page);
  const menu = () => page.getByRole('banner').getByRole('button', { name: '项目', exact: true }).click();
  await menu();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: '保存项目文件（GeoPackage）' }).click()]);
  const file = join(mkdtempSync(join(tmpdir(), 'undercroft-edited-')), 'project.gpkg');
  await download.saveAs(file);
  const moved: PlanFeature['geometry'] = { type: 'Polygon', coordinates: [[[113.5701, 22.2701], [113.5711, 22.2701], [113.5711, 22.2711], [113.5701, 22.2711], [113.5701, 22.2701]]] };
  // With the spatial index that QGIS makes, whose triggers run with every change.
  const edit = (sql: string) => gdal('ogrinfo', file, '-sql', sql);
  const table = 'land_parcel';
  edit(`SELECT CreateSpatialIndex('${table}', 'geom')`);
  edit(`UPDATE ${table} SET name = '在别处改的名', geom = X'${Buffer.from(toBlob(moved, 4490)).toString('hex')}' WHERE fid = (SELECT MIN(fid) FROM ${table})`);

  await menu();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('menuitem', { name: /打开项目文件/ }).click()]);
  await chooser.setFiles(file);
  await page.getByText(/被其他程序改过/).first().waitFor({ timeout: 60_000 });
  await page.locator('[data-layer="land-parcel"]').getByRole('button', { name: /更多/ }).click();
  await page.getByRole('menuitem', { name: '导出为其他格式…' }).click();
  await page.getByLabel('格式').selectOption('geojson');
  const [exported] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出', exact: true }).last().click()]);
  const { features } = JSON.parse(await textOf(exported)) as { features: PlanFeature[] };
  const changed = features.filter(({ properties }) => properties['name'] === '在别处改的名');
  expect(changed.map(({ geometry }) => geometry)).toEqual([moved]);
  expect(complaints).toEqual([]);
  await context.close();
});
