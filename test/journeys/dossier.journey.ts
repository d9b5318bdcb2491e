import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProgram, type Program } from './program.ts';
import { demoCity, ROOT, runAnalysis } from './steps.ts';

let program: Program;
beforeAll(async () => { program = await startProgram(); });
afterAll(async () => { await program.close(); });

const downloaded = async (page: Page, click: () => Promise<void>): Promise<Download> => (await Promise.all([page.waitForEvent('download', { timeout: 120_000 }), click()]))[0];
const painted = (page: Page) => page.locator('.page-preview canvas[data-painted]').waitFor({ timeout: 120_000 });

test('why this site: the page is shown, written as the command line writes it, and becomes a sheet that can be undone', async () => {
  const { page, complaints, foreign, context } = await program.open();
  await demoCity(page);
  await runAnalysis(page, 'candidate-sites');
  await page.locator('.site-row').first().click();
  const id = (await page.locator('.site-detail > p.muted').textContent())!.split('·').at(-1)!.trim();
  await page.getByRole('button', { name: '选址论证', exact: true }).click();
  await painted(page);
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByRole('img').getAttribute('aria-label')).toMatch(/^选址论证 · /);
  const pdf = await downloaded(page, () => dialog.getByRole('button', { name: '导出 PDF' }).click());
  expect(pdf.suggestedFilename()).toContain(`${id}（内部）.pdf`);

  await dialog.getByLabel('图幅').selectOption('A3');
  await painted(page);
  await dialog.getByRole('button', { name: '加入图纸' }).click();
  await page.locator('.composer-pane').waitFor({ timeout: 120_000 });
  await page.getByText('420 × 297 mm').waitFor();
  await page.locator('.composer-chips').getByRole('button', { name: '竖向剖面' }).click();
  await page.getByLabel('竖向比例').selectOption('500');
  expect(await page.getByLabel('竖向比例').inputValue()).toBe('500');
  for (const name of [/撤销.*/, /撤销.*/]) await page.locator('.composer .bar').getByRole('button', { name }).click();
  expect(await page.locator('.composer-sheet[data-shown]').count()).toBe(0);
  // They stand among the sheets that can be made, too, and are one step.
  await page.locator('.composer-list').getByRole('button', { name: '论证前 10 处' }).click();
  const made = page.locator('.composer-sheet').filter({ hasText: /^选址论证 · / });
  await expect.poll(() => made.count(), { timeout: 120_000 }).toBe(10);
  await page.locator('.composer .bar').getByRole('button', { name: /撤销.*/ }).click();
  await expect.poll(() => made.count()).toBe(0);
  await page.getByRole('button', { name: '返回地图' }).click();

  await page.getByRole('banner').getByRole('button', { name: '项目', exact: true }).click();
  const project = await downloaded(page, () => page.getByRole('menuitem', { name: '保存项目文件（GeoPackage）' }).click());
  const folder = mkdtempSync(join(tmpdir(), 'undercroft-')), file = join(folder, 'plan.gpkg'), out = join(folder, 'dossier.pdf');
  copyFileSync(await project.path(), file);
  execFileSync(process.execPath, [join(ROOT, 'scripts/undercroft.mjs'), 'dossier', file, '--site', id, '--out', out], { stdio: 'pipe' });
  expect(Buffer.compare(readFileSync(out), readFileSync(await pdf.path()))).toBe(0);

  // The first ten of the list, a page each, turned by keys and by buttons.
  await page.getByRole('button', { name: '返回列表' }).click();
  await page.getByRole('button', { name: '论证前 10 处' }).click();
  await painted(page);
  await dialog.getByRole('heading', { name: /第 1 页，共 10 页/ }).waitFor();
  await dialog.getByRole('button', { name: '下一页' }).click();
  await dialog.getByRole('heading', { name: /第 2 页，共 10 页/ }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
  await context.close();
}, 300_000);
