import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProgram, type Program, type Window } from './program.ts';

let program: Program;
let window: Window;
beforeAll(async () => {
  program = await startProgram();
  window = await program.open('?empty', { width: 1200, height: 700 });
  await window.page.locator('.analysis-card').first().waitFor();
});
afterAll(async () => {
  await window.context.close();
  await program.close();
});

const folder = mkdtempSync(join(tmpdir(), 'undercroft-'));
const point = (x: unknown, y: unknown, properties: object) => ({ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [x, y] } });
const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });

async function offer(page: Page, name: string, content: string): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, content);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('banner').getByRole('button', { name: '导入数据' }).click()]);
  await chooser.setFiles(path);
}
const dialogue = (page: Page) => page.locator('.dialog');
const layers = (page: Page) => page.locator('.layer-row').count();

test('a file with Chinese columns comes in by its proposed match, in one step that can be undone', async () => {
  const { page } = window;
  await offer(page, '停车场.geojson', collection(
    point(113.5, 22.2, { 编号: 'P1', 名称: '一号停车场', 泊位数: '120', 类型: '地下' }),
    point(113.51, 22.21, { 编号: 'P2', 名称: '<img src=x onerror="document.title=1">', 泊位数: -5, 类型: '地面' }),
    point(113.52, 22.22, { 编号: 'P2', 名称: '重复', 泊位数: 30, 类型: '地面' }),
  ));
  await dialogue(page).waitFor();
  await dialogue(page).getByRole('button', { name: /检查/ }).click();
  await dialogue(page).getByRole('button', { name: /^导入/ }).click();
  await expect.poll(() => layers(page)).toBe(1);
  expect(await page.title()).toContain('地下空间规划工作台');
  await page.getByRole('tab', { name: /问题|Issues/ }).click();
  const issues = page.locator('.side');
  await expect.poll(() => issues.textContent()).toContain('P2');
  await page.keyboard.press('Control+z');
  await expect.poll(() => layers(page)).toBe(0);
  await page.keyboard.press('Control+y');
  await expect.poll(() => layers(page)).toBe(1);
});

const BAD: readonly [name: string, content: string, says: RegExp][] = [
  ['网页.geojson', '<html><body>404</body></html>', /网页/],
  ['断.geojson', collection(point(113.5, 22.2, { 名称: 'a' })).slice(0, 60), /不完整/],
  ['空.geojson', '', /空/],
  ['数.geojson', '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[NaN,22]}}]}', /NaN/],
  ['表.json', '{"rows":[1,2,3]}', /GeoJSON/],
];
test.each(BAD)('%s is refused in one sentence, and the project stays as it is', async (name, content, says) => {
  const { page } = window;
  await offer(page, name, content);
  await expect.poll(() => page.locator('.dialog, .notices').allTextContents().then((texts) => texts.join(' '))).toMatch(says);
  await page.keyboard.press('Escape');
  expect(await layers(page)).toBe(1);
});

test('a file that is not GeoJSON by its ending is refused before it is read', async () => {
  const { page } = window;
  await offer(page, 'plan.dwg', 'AC1032');
  await expect.poll(() => page.locator('.notices').textContent()).toContain('plan.dwg');
  expect(await layers(page)).toBe(1);
});

test('nothing complained and nobody else was asked', () => {
  expect(window.foreign).toEqual([]);
  expect(window.complaints).toEqual([]);
});
