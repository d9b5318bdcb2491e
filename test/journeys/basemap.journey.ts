import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decodeImage, encodePng, zip } from '../../geo/index.ts';
import { startProgram, type Program } from './program.ts';
import { demoCity, ROOT, saved } from './steps.ts';

let program: Program;
beforeAll(async () => { program = await startProgram(); });
afterAll(async () => { await program.close(); });

/** A green plan of 2 km by 1.5 km with a magenta square in its middle, 2 m a pixel, beside the demo city's coast. */
const [EAST, NORTH] = [458_000, 2_464_000], WIDTH = 1000, HEIGHT = 750;
const PLAN = (() => {
  const rgb = new Uint8Array(3 * WIDTH * HEIGHT);
  for (let i = 0; i < WIDTH * HEIGHT; i++) rgb.set(Math.abs(i % WIDTH + 0.5 - WIDTH / 2) < 20 && Math.abs(Math.floor(i / WIDTH) + 0.5 - HEIGHT / 2) < 20 ? [255, 0, 255] : [120, 200, 130], 3 * i);
  return encodePng({ width: WIDTH, height: HEIGHT, rgb, alpha: null });
})();
const WORLD = `2\n0\n0\n-2\n${EAST - WIDTH + 1}\n${NORTH + HEIGHT - 1}\n`;
async function choose(page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('banner').getByRole('button', { name: '导入数据' }).click()]);
  await chooser.setFiles(files);
}
const png = { name: '总图.png', mimeType: 'image/png', buffer: Buffer.from(PLAN) };
const isMark = (pixels: { rgb: Uint8Array }, i: number) => pixels.rgb[3 * i] > 220 && pixels.rgb[3 * i + 1] < 60 && pixels.rgb[3 * i + 2] > 220;

test('a scanned plan comes in with its world file, lies at its place, is undone, stored and kept in the project’s file', async () => {
  const { page, context, complaints, foreign } = await program.open('?empty', { width: 1200, height: 800 });
  await page.locator('.analysis-card').first().waitFor();
  // Without a world file: one sentence, and nothing changed.
  await choose(page, [png]);
  await page.getByText('旁边没有坐标文件').waitFor();
  await page.getByRole('button', { name: '关闭' }).last().click();

  const archive = await zip([{ name: '总图.png', bytes: PLAN }, { name: '总图.pgw', bytes: new TextEncoder().encode(WORLD) }]);
  await choose(page, [{ name: '扫描.zip', mimeType: 'application/zip', buffer: Buffer.from(archive) }]);
  await page.locator('#import-crs').selectOption('EPSG:4547|0');
  await page.getByLabel('来源').fill('市档案馆');
  await page.getByRole('button', { name: '导入底图' }).click();
  const row = page.locator('[data-layer="basemap-1"]');
  await row.waitFor();
  await saved(page);

  // The middle of the picture is the middle of the view by then: the mark lies there.
  const onMap = async () => {
    const pixels = decodeImage(new Uint8Array(await page.locator('[data-testid="map"] canvas').screenshot({ type: 'png' })), 'image/png');
    let n = 0, x = 0, y = 0;
    for (let i = 0; i < pixels.width * pixels.height; i++) if (isMark(pixels, i)) { n++; x += i % pixels.width; y += Math.floor(i / pixels.width); }
    return n < 50 ? null : [x / n - pixels.width / 2, y / n - pixels.height / 2];
  };
  await expect.poll(onMap, { timeout: 60_000 }).not.toBeNull();
  await page.waitForTimeout(600);
  const [dx, dy] = (await onMap())!;
  expect(Math.abs(dx)).toBeLessThan(30);
  expect(Math.abs(dy)).toBeLessThan(30);

  await page.getByRole('button', { name: '撤销' }).click();
  await row.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '重做' }).click();
  await row.getByRole('button', { name: '名称、来源、不透明度' }).click();
  await row.getByRole('textbox', { name: '名称' }).fill('1986 年总图');
  await row.getByRole('textbox', { name: '名称' }).press('Enter');
  await saved(page);
  await page.reload();
  await row.waitFor();
  expect(await row.locator('.layer-name').innerText()).toBe('1986 年总图');
  await expect.poll(onMap, { timeout: 60_000 }).not.toBeNull();

  // The file holds it, and the command line draws it at its place.
  await page.getByRole('banner').getByRole('button', { name: '项目', exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /保存项目文件/ }).click()]);
  const folder = mkdtempSync(join(tmpdir(), 'undercroft-')), file = join(folder, 'plan.gpkg');
  await download.saveAs(file);
  const told = execFileSync(process.execPath, [join(ROOT, 'scripts/undercroft.mjs'), 'project', 'info', file], { encoding: 'utf8' });
  expect(told).toContain(`底图 basemap-1  1986 年总图  ${WIDTH} × ${HEIGHT} 像素，EPSG:4547，内部`);
  expect(readFileSync(file).includes(Buffer.from(PLAN.subarray(8, 200)))).toBe(true);
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
  await context.close();
}, 300_000);

test('on a sheet it lies under the layers, and browser and command line write the same bytes', async () => {
  const { page, context, complaints } = await program.open('', { width: 1440, height: 900 });
  await demoCity(page);
  await choose(page, [png, { name: '总图.pgw', mimeType: 'text/plain', buffer: Buffer.from(WORLD) }]);
  await page.locator('#import-crs').selectOption('EPSG:4547|0');
  await page.getByRole('button', { name: '导入底图' }).click();
  await page.locator('[data-layer="basemap-1"]').waitFor();
  await page.getByRole('banner').getByRole('button', { name: '图纸', exact: true }).click();
  await page.getByRole('button', { name: '地下停车设施布局图' }).click();
  await page.locator('.composer-pane').waitFor({ timeout: 120_000 });
  await page.locator('.composer-box[aria-label^="地图"]').focus();
  await page.locator('summary', { hasText: '图层' }).click();
  await page.getByLabel('底图：总图').check();
  await page.getByLabel('底图分辨率（dpi）').fill('150');
  await page.keyboard.press('Enter');
  const download = async (click: () => Promise<void>) => (await Promise.all([page.waitForEvent('download', { timeout: 120_000 }), click()]))[0];
  const pdf = await download(() => page.locator('.composer-side').getByRole('button', { name: '输出', exact: true }).click());
  await page.getByRole('button', { name: '返回地图' }).click();
  await page.getByRole('banner').getByRole('button', { name: '项目', exact: true }).click();
  const project = await download(() => page.getByRole('menuitem', { name: /保存项目文件/ }).click());
  const folder = mkdtempSync(join(tmpdir(), 'undercroft-'));
  await project.saveAs(join(folder, 'plan.gpkg'));
  execFileSync(process.execPath, [join(ROOT, 'scripts/undercroft.mjs'), 'sheet', join(folder, 'plan.gpkg'), '--layout', '地下停车设施布局图 A3', '--out', join(folder, 'sheet.pdf')], { stdio: 'pipe' });
  const bytes = readFileSync(await pdf.path());
  expect(bytes.includes('/Subtype /Image') || bytes.includes('/Subtype/Image')).toBe(true);
  expect(Buffer.compare(readFileSync(join(folder, 'sheet.pdf')), bytes)).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
}, 300_000);
