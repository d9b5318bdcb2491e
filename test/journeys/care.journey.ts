import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProgram, type Program } from './program.ts';
import { demoCity, runAnalysis, saved } from './steps.ts';

let program: Program;
beforeAll(async () => { program = await startProgram(); });
afterAll(async () => { await program.close(); });

test('a wrong value is not run, a trial is undone before the analysis, and a project that is left is found again', async () => {
  const { page, complaints, context } = await program.open('', { width: 1200, height: 700 });
  await demoCity(page);
  const radius = page.getByLabel('服务半径');
  await radius.fill('-3');
  await page.locator('.analysis-foot button').click();
  expect(await radius.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await page.locator('.analysis-foot').textContent()).toContain('服务半径');
  await radius.fill('300');
  await runAnalysis(page, 'parking-shortage');

  // What stands under an area adds up as it is read.
  await page.locator('.area-row').first().click();
  const [demand, served, shortage] = (await page.locator('.certificate b').textContent())!.match(/[\d,]+/g)!.map((text) => Number(text.replaceAll(',', '')));
  expect(demand - served).toBe(shortage);

  const slider = page.locator('.live .slider input').first();
  await slider.focus();
  await slider.press('ArrowRight');
  await page.locator('.live-actions').waitFor();
  await page.keyboard.press('Control+z');
  await page.locator('.live-actions').waitFor({ state: 'detached' });
  expect(await page.locator('.area-row').count()).toBeGreaterThan(3);

  // It is stored, so nothing is asked; the new project has no history to go back on.
  await saved(page);
  const menu = (row: RegExp) => page.getByRole('banner').getByRole('button', { name: '项目' }).click().then(() => page.getByRole('menuitem', { name: row }).click());
  await menu(/新建空项目/);
  await page.getByText('还没有图层').waitFor();
  expect(await page.getByRole('button', { name: '撤销' }).first().isDisabled()).toBe(true);
  await menu(/我的项目/);
  await page.getByRole('dialog').getByRole('button', { name: /^打开: 紫荆市/ }).click();
  await page.locator('[data-layer="shelter"]').waitFor();
  await page.getByRole('tab', { name: '缺口' }).click();
  await page.locator('.area-row').first().waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
