import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProgram, type Program } from './program.ts';
import { demoCity, runAnalysis } from './steps.ts';

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
  await page.getByRole('tab', { name: '短缺' }).click();
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
