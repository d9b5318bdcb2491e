import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSource, provideDatabases } from '../../geo/index.ts';
import { nodeDatabases } from '../../scripts/database.ts';
import { startProgram, type Program, type Window } from './program.ts';

let program: Program;
let window: Window;
beforeAll(async () => {
  provideDatabases(nodeDatabases);
  program = await startProgram();
  window = await program.open('?empty', { width: 1200, height: 700 });
  await window.page.locator('.analysis-card').first().waitFor();
});
afterAll(async () => {
  await window.context.close();
  await program.close();
});

async function choose(page: Page, name: string, text: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('banner').getByRole('button', { name: '导入数据' }).click()]);
  await chooser.setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

test('a survey ledger goes in with its zone and axes proposed, and out as a GeoPackage with every row', async () => {
  const { page } = window;
  await choose(page, '停车场.csv', '某市停车场台账,,,\n编号,名称,X坐标,Y坐标,泊位数\nP1,甲停车场,2463836.7364,38456372.291,12\nP2,乙停车场,2463940,38456480,8\n合计,,,,20\n');
  await page.getByLabel('坐标系').waitFor();
  expect(await page.getByLabel('坐标系').inputValue()).toBe('EPSG:4526|1');
  await page.getByRole('button', { name: '检查数据' }).click();
  await page.locator('.import-counts').waitFor();
  expect(await page.locator('.import-counts dd').allInnerTexts()).toEqual(['2', '2', '0', '0']);
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.locator('[data-layer="parking-facility"]').getByRole('button', { name: /更多/ }).click();
  await page.getByRole('menuitem', { name: '导出为其他格式…' }).click();
  await page.getByLabel('格式').selectOption('geopackage');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出', exact: true }).last().click()]);
  expect(download.suggestedFilename()).toBe('停车场（内部）.gpkg');
  const { layers: [raw] } = await openSource([{ name: 'a.gpkg', bytes: new Uint8Array(readFileSync(await download.path())) }]);
  expect(raw.crs?.code).toBe('EPSG:4547');
  expect(raw.features.map(({ geometry, properties }) => [properties['name'] ?? properties['名称'], geometry?.type])).toEqual([['甲停车场', 'Point'], ['乙停车场', 'Point']]);
  await page.keyboard.press('Escape');
});

test('a ledger without coordinates updates the layer it names, and undo takes it back', async () => {
  const { page } = window;
  await choose(page, '台账.csv', '停车场编号,泊位数\nP2,30\nP9,1\n');
  await page.getByText('这张表没有坐标').waitFor();
  await page.getByLabel('作为哪类图层').selectOption('parking-facility');
  await page.getByRole('button', { name: '检查数据' }).click();
  await page.locator('.import-counts').waitFor();
  expect(await page.locator('.import-counts dd').allInnerTexts()).toEqual(['2', '1', '0', '1']);
  await page.getByRole('button', { name: '更新图层' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '撤销' }).click();
  expect(window.complaints).toEqual([]);
  expect(window.foreign).toEqual([]);
});
