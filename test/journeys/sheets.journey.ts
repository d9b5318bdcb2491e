import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProgram, type Program } from './program.ts';
import { demoCity, ROOT } from './steps.ts';

let program: Program;
beforeAll(async () => { program = await startProgram(); });
afterAll(async () => { await program.close(); });

const downloaded = async (page: Page, click: () => Promise<void>): Promise<Download> => (await Promise.all([page.waitForEvent('download', { timeout: 120_000 }), click()]))[0];
const write = (page: Page) => page.locator('.composer-side').getByRole('button', { name: '输出', exact: true }).click();
const drawn = (page: Page) => page.locator('.composer-pane').waitFor({ timeout: 120_000 });
const menu = (page: Page) => page.getByRole('banner').getByRole('button', { name: '项目', exact: true }).click();

test('two clicks make a sheet; browser and command line write the same bytes; the sheet opens again as the project', async () => {
  const { page, complaints, foreign, context } = await program.open('', { width: 1200, height: 700 });
  await demoCity(page);
  await page.getByRole('banner').getByRole('button', { name: '图纸', exact: true }).click();
  await page.getByRole('button', { name: '地下空间竖向分层布局图' }).click();
  await drawn(page);
  // Four strata, each with its frame and caption, and six elements around them.
  expect(await page.locator('.composer-box').count()).toBe(14);

  // Moved by keys and back again: each is one step.
  const title = page.locator('.composer-box[aria-label^="图名"]');
  await title.focus();
  const left = () => page.locator('.composer-form').getByLabel('左', { exact: true }).inputValue();
  const before = Number(await left());
  await page.keyboard.press('Shift+ArrowRight');
  expect(Number(await left())).toBe(before + 10);
  await page.keyboard.press('Control+z');
  expect(Number(await left())).toBe(before);
  // A key that is held is one step, too.
  for (let i = 0; i < 3; i++) await page.keyboard.down('ArrowRight');
  await page.keyboard.up('ArrowRight');
  expect(Number(await left())).toBe(before + 3);
  await page.keyboard.press('Control+z');
  expect(Number(await left())).toBe(before);

  // And so are taps that follow each other.
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  expect(Number(await left())).toBe(before + 3);
  await page.keyboard.press('Control+z');
  expect(Number(await left())).toBe(before);
  // Several are chosen, aligned and left as they were.
  const legend = page.locator('.composer-box[aria-label^="图例"]');
  await legend.click({ modifiers: ['Control'], position: { x: 8, y: 8 } });
  await page.getByText('已选 2 个要件').waitFor();
  await page.getByRole('button', { name: '靠左', exact: true }).click();
  const lefts = async () => Promise.all([title, legend].map(async (box) => Math.round((await box.boundingBox())!.x)));
  expect(new Set(await lefts()).size).toBe(1);
  await page.keyboard.press('Control+z');
  expect(new Set(await lefts()).size).toBe(2);

  // The project is in the sheet when it is asked for.
  await page.getByLabel('附项目文件').check();
  const carrying = await downloaded(page, () => write(page));
  expect(carrying.suggestedFilename()).toBe('地下空间竖向分层布局图 A3（内部）.pdf');
  await page.getByLabel('附项目文件').uncheck();
  const pdf = await downloaded(page, () => write(page));
  // What the four frames show goes on in CAD, a file each.
  const format = page.locator('.composer-side select:has(option[value=dxf])');
  await format.selectOption('dxf');
  const drawings: Download[] = [];
  page.on('download', (download) => drawings.push(download));
  await write(page);
  await expect.poll(() => drawings.length, { timeout: 120_000 }).toBe(4);
  expect(drawings[0].suggestedFilename()).toBe('地下空间竖向分层布局图 A3（内部）.dxf');
  expect(new TextDecoder('gbk').decode(readFileSync(await drawings[0].path()))).toContain('图框范围');
  await format.selectOption('pdf');
  await page.getByRole('button', { name: '返回地图' }).click();
  await menu(page);
  const project = await downloaded(page, () => page.getByRole('menuitem', { name: '保存项目文件（GeoPackage）' }).click());

  const folder = mkdtempSync(join(tmpdir(), 'undercroft-'));
  copyFileSync(await project.path(), join(folder, 'plan.gpkg'));
  execFileSync(process.execPath, [join(ROOT, 'scripts/undercroft.mjs'), 'sheet', join(folder, 'plan.gpkg'), '--layout', '地下空间竖向分层布局图 A3', '--out', join(folder, 'sheet.pdf')], { stdio: 'pipe' });
  expect(Buffer.compare(readFileSync(join(folder, 'sheet.pdf')), readFileSync(await pdf.path()))).toBe(0);

  await menu(page);
  await page.getByRole('menuitem', { name: /新建空项目/ }).click();
  await page.getByText('还没有图层').waitFor();
  await menu(page);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('menuitem', { name: /打开项目文件/ }).click()]);
  await chooser.setFiles({ name: 'sheet.pdf', mimeType: 'application/pdf', buffer: readFileSync(await carrying.path()) });
  await page.locator('[data-layer="shelter"]').waitFor({ timeout: 60_000 });
  await page.getByRole('banner').getByRole('button', { name: '图纸', exact: true }).click();
  await page.locator('.composer-sheet[data-shown]').getByText('地下空间竖向分层布局图 A3').waitFor();
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
  await context.close();
});

test('a sheet takes any paper, and its frame is moved on the map until the button is let go, wherever that is', async () => {
  const { page, complaints, context } = await program.open('', { width: 1200, height: 700 });
  await demoCity(page);
  await page.getByRole('banner').getByRole('button', { name: '图纸', exact: true }).click();
  expect(await page.locator('.shell').getAttribute('inert')).not.toBeNull();
  await page.getByRole('button', { name: '地下空间竖向分层布局图' }).click();
  await drawn(page);
  const steps = page.locator('.composer .bar').getByRole('button', { name: /撤销/ });
  await page.getByRole('combobox', { name: '图幅', exact: true }).selectOption('free');
  await page.getByLabel('宽（毫米）').fill('500');
  await page.keyboard.press('Enter');
  await page.getByText('500 × 297 mm').waitFor();
  await page.locator('.composer-sheet[data-shown]').getByText('地下空间竖向分层布局图 500×297').waitFor();

  await page.locator('.composer-box[aria-label^="地图"]').first().focus();
  await page.getByRole('button', { name: '在地图上移动图幅' }).click();
  await page.getByText(/拖动红框移动/).waitFor();
  await page.waitForTimeout(2000);
  const { x, y, width, height } = (await page.getByTestId('map').boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 40, y + height / 2, { steps: 4 });
  // The button comes up where the map cannot see it.
  await page.evaluate(() => { for (const type of ['mouseup', 'pointerup']) window.addEventListener(type, (event) => event.stopImmediatePropagation(), { capture: true, once: true }); });
  await page.mouse.up();
  await page.mouse.move(x + width / 2 + 90, y + height / 2, { steps: 4 });
  await page.getByRole('button', { name: '回到图纸' }).click();
  // Made, on free paper, wider, moved: four steps, and not one more.
  for (let i = 0; i < 4; i++) { expect(await steps.isEnabled()).toBe(true); await steps.click(); }
  expect(await page.locator('.composer-sheet[data-shown]').count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a PDF without a project says so, and nothing changes', async () => {
  const { page, complaints, context } = await program.open('', { width: 1200, height: 600 });
  await demoCity(page);
  await menu(page);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('menuitem', { name: /打开项目文件/ }).click()]);
  await chooser.setFiles({ name: 'other.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') });
  await page.locator('.notices').getByText(/PDF/).waitFor();
  expect(await page.locator('[data-layer="shelter"]').count()).toBe(1);
  expect(complaints).toEqual([]);
  await context.close();
});
