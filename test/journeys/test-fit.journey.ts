import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProgram, type Program } from './program.ts';
import { demoCity, runAnalysis } from './steps.ts';

let program: Program;
beforeAll(async () => { program = await startProgram(); });
afterAll(async () => { await program.close(); });

test('a garage is laid out under a site, its variants are compared, its levels switched, and it is one step', async () => {
  const { page, complaints, foreign } = await program.open('', { width: 1440, height: 900 });
  await demoCity(page);
  await runAnalysis(page, 'candidate-sites');
  await page.locator('.site-row').filter({ hasText: '道路改造' }).first().click();
  const box = page.getByTestId('test-fit');
  await box.getByRole('button', { name: '开始排布' }).click();
  const rows = box.locator('.fit-table tbody tr');
  await rows.first().waitFor({ timeout: 120_000 });
  expect(await rows.count()).toBeGreaterThanOrEqual(3);
  const stalls = (await rows.locator('td:nth-child(2)').allTextContents()).map((text) => Number(text.replaceAll(',', '')));
  expect(stalls[0]).toBeGreaterThan(20);
  expect(await box.getByTestId('fit-rule').textContent()).toContain(`绘出 ${stalls[0].toLocaleString('en')} 个`);
  // By level they add up to the whole.
  const levels = (await rows.first().locator('td').nth(2).textContent())!.split(',').map(Number);
  expect(levels.reduce((a, b) => a + b, 0)).toBe(stalls[0]);
  if (process.env['UNDERCROFT_PICTURES']) { await page.waitForTimeout(2500); await page.screenshot({ path: `${process.env['UNDERCROFT_PICTURES']}/test-fit.png` }); }

  // Another variant is drawn instead.
  await rows.nth(1).getByRole('button').click();
  await box.locator('.fit-table tr[data-drawn="true"]').nth(0).waitFor();
  await expect.poll(() => rows.nth(1).getAttribute('data-drawn'), { timeout: 120_000 }).toBe('true');
  await box.getByRole('radio', { name: 'B2' }).click();
  expect(await box.getByRole('radio', { name: 'B2' }).getAttribute('aria-checked')).toBe('true');
  await box.getByRole('button', { name: '导出图纸' }).click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+z');
  await expect.poll(() => rows.nth(0).getAttribute('data-drawn'), { timeout: 30_000 }).toBe('true');
  await page.keyboard.press('Control+z');
  await rows.first().waitFor({ state: 'detached' });
  expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
});
