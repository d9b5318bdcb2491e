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

test('a local grid is fitted once, remembered by the browser alone, and chosen for the next file and for the export', async () => {
  const { page } = window;
  // East less 400,000, north less 2,400,000: three points, so that the residuals tell.
  const points = [[456_372.291, 2_463_836.736], [457_372.291, 2_463_936.736], [456_472.291, 2_464_836.736]].map(([east, north]) => [east - 400_000, north - 2_400_000, east, north].join(', ')).join('\n');
  await choose(page, '停车场三.csv', '编号,名称,X,Y,泊位数\nL1,丙停车场,56400.5,63900.25,9\n');
  const crs = page.getByLabel('坐标系', { exact: true });
  await crs.selectOption({ label: '地方独立坐标系：用控制点换算…' });
  await page.getByLabel('已知坐标所在坐标系').selectOption('EPSG:4547');
  await page.getByRole('textbox', { name: /控制点/ }).fill(points);
  await page.getByText(/中误差 0\.000 米/).waitFor();
  await page.getByLabel('坐标系名称').fill('城建坐标系');
  await page.getByRole('button', { name: '记住此坐标系' }).click();
  await page.getByText('参数只记在这个浏览器里').waitFor();
  await page.getByRole('button', { name: '检查数据' }).click();
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await choose(page, '停车场四.csv', '编号,名称,X,Y,泊位数\nL2,丁停车场,56500,63800,7\n');
  await crs.selectOption({ label: '城建坐标系' });
  await page.getByText('参数只记在这个浏览器里').waitFor();
  await page.getByRole('button', { name: '检查数据' }).click();
  await page.locator('.import-counts').waitFor();
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.locator('[data-layer="parking-facility"]').getByRole('button', { name: /更多/ }).click();
  await page.getByRole('menuitem', { name: '导出为其他格式…' }).click();
  await page.getByLabel('格式').selectOption('dxf');
  await page.getByLabel('坐标系').selectOption({ label: '城建坐标系' });
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出', exact: true }).last().click()]);
  await page.getByText(/按地方独立坐标系“城建坐标系”写出/).waitFor();
  const { layers } = await openSource([{ name: 'a.dxf', bytes: new Uint8Array(readFileSync(await download.path())) }]);
  const at = layers.flatMap(({ features }) => features).map(({ geometry }) => (geometry as { coordinates: number[] }).coordinates.map((value) => Math.round(value * 1000) / 1000));
  expect(at).toContainEqual([56500, 63800]);
  await page.keyboard.press('Escape');
  expect(window.complaints).toEqual([]);
});
