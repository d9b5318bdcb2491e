import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProgram, type Program, type Window } from './program.ts';
import { commandLineFiles, demoCity, exportedFiles, runAnalysis, SERVICE_INPUTS, SITE_INPUTS } from './steps.ts';

let program: Program;
let window: Window;
beforeAll(async () => {
  program = await startProgram();
  window = await program.open('', { width: 1200, height: 700 });
  await demoCity(window.page);
});
afterAll(async () => {
  await window.context.close();
  await program.close();
});
const figure = async (key: string) => Number((await window.page.getByTestId(`figure-${key}`).locator('b').textContent())!.replaceAll(',', ''));

test('parking shortage: areas by size, and the files are byte for byte those of the command line', async () => {
  const { page } = window;
  await runAnalysis(page, 'parking-shortage');
  const shortages = (await page.locator('.area-figure b').allTextContents()).map((text) => Number(text.replaceAll(',', '')));
  expect(shortages.length).toBeGreaterThan(3);
  expect(shortages).toEqual([...shortages].sort((a, b) => b - a));
  expect(await exportedFiles(page, '.side')).toEqual(commandLineFiles('parking-shortage', SERVICE_INPUTS));
});

test('a slider is answered at once on figures and list, and reset brings the run back', async () => {
  const { page } = window;
  const before = await figure('unmet');
  const radius = page.locator('.live .slider input').first();
  await radius.focus();
  for (let i = 0; i < 10; i++) await radius.press('ArrowRight');
  await expect.poll(() => figure('unmet')).toBeLessThan(before);
  await page.locator('.live-actions button').first().click();
  await expect.poll(() => figure('unmet')).toBe(before);
});

test('candidate sites: the same bytes as the command line, for the date of the form', async () => {
  const { page } = window;
  await runAnalysis(page, 'candidate-sites');
  const files = await exportedFiles(page, '.sites');
  const date = (JSON.parse(files['run.json']) as { parameters: { date: string } }).parameters.date;
  const expected = commandLineFiles('candidate-sites', SITE_INPUTS, { date });
  expect(Object.keys(files).sort()).toEqual(Object.keys(expected).sort());
  for (const name of Object.keys(expected)) expect(files[name] === expected[name], name).toBe(true);
});

test('weights by slider and by judgement rank the sites anew; a circle of judgements is named and not taken', async () => {
  const { page } = window;
  const best = async () => (await page.locator('.site-name').allTextContents()).slice(0, 5).join();
  const before = await best();
  const warReadiness = page.locator('.weights .slider input').nth(3);
  await warReadiness.focus();
  await warReadiness.press('End');
  await expect.poll(best).not.toBe(before);
  await page.locator('.live-actions button').first().click();
  await expect.poll(best).toBe(before);
  await page.locator('.weights [role=radio]').nth(1).click();
  const judge = (pair: number, value: string) => page.locator('.ahp select').nth(pair).selectOption(value);
  await judge(0, '9');
  await judge(3, '9');
  await judge(1, String(1 / 9));
  expect(await page.locator('.ahp-bad').textContent()).toContain('循环');
  await page.locator('.weights [role=radio]').nth(0).click();
});

test('a site opens into its factors, and on trial the shortage falls by exactly its relief', async () => {
  const { page } = window;
  if (await page.locator('.live-actions button').count() > 0) await page.locator('.live-actions button').first().click();
  await page.locator('.site-row').first().click();
  await page.locator('.benefit-table').waitFor();
  const relief = await page.locator('.site-detail .key-figure b').first().textContent();
  await page.locator('.site-trial button').click();
  await expect.poll(() => page.locator('.trial-fall').textContent()).toContain(`减少 ${relief} `);
  await page.locator('.trial [role=radio]').first().click();
  await expect.poll(() => page.locator('.trial-fall').textContent()).not.toContain('减少');
});

test('through all of it no other host was asked and nothing complained', () => {
  expect(window.foreign).toEqual([]);
  expect(window.complaints).toEqual([]);
});
