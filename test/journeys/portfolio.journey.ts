import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProgram, type Program } from './program.ts';
import { demoCity, runAnalysis } from './steps.ts';

let program: Program;
beforeAll(async () => { program = await startProgram(); });
afterAll(async () => { await program.close(); });

const digits = (text: string | null) => Number((text ?? '').replaceAll(/[^\d.]/g, ''));

test('the set of sites is found in the worker, the chart takes a budget, and the set becomes a scenario', async () => {
  const { page, complaints, foreign } = await program.open('', { width: 1440, height: 900 });
  await demoCity(page);
  await runAnalysis(page, 'candidate-sites');
  await page.getByRole('tab').nth(0).click();
  await page.getByRole('radio', { name: '选址组合' }).click();
  await page.getByLabel(/节点上限/).fill('50');
  await page.locator('.analysis-foot button').click();
  const figure = async (key: string) => digits(await page.locator(`[data-testid="portfolio-figures"] [data-key="${key}"] dd`).textContent());
  const chart = page.getByRole('listbox', { name: /缓解量/ });
  await chart.waitFor({ timeout: 240_000 });
  expect(await figure('portfolioValue')).toBeGreaterThanOrEqual(await figure('portfolioGreedy'));
  expect(await figure('portfolioBound')).toBeGreaterThanOrEqual(await figure('portfolioValue'));
  const whole = await figure('portfolioCost');
  if (process.env['UNDERCROFT_PICTURES']) await page.screenshot({ path: `${process.env['UNDERCROFT_PICTURES']}/portfolio.png` });

  // The first point, walked to by keys: its budget is less than the whole set costs, and is kept to.
  await chart.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Home');
  const budget = digits(await page.locator('.portfolio-frontier tbody tr').first().locator('td').first().textContent());
  expect(budget).toBeLessThan(whole);
  await page.keyboard.press('Enter');
  // The chart stands there while the best set for this budget is still searched; it is known when no search is left.
  const searches = async () => (await page.getByTestId('portfolio-search').count()) + (await page.getByTestId('portfolio-frontier-search').count());
  await expect.poll(async () => (await searches()) === 0 && (await figure('portfolioCost')) < whole, { timeout: 240_000, interval: 250 }).toBe(true);
  await page.locator('.step-mark').waitFor({ state: 'attached' });
  expect(await figure('portfolioCost')).toBeLessThanOrEqual(budget + 1);
  expect(await figure('portfolioCost')).toBeLessThan(whole);
  if (process.env['UNDERCROFT_PICTURES']) { await page.locator('.step-chart').scrollIntoViewIfNeeded(); await page.screenshot({ path: `${process.env['UNDERCROFT_PICTURES']}/chart.png` }); }

  const sites = await figure('portfolioSites');
  await page.getByRole('button', { name: '生成方案' }).click();
  const ticks = page.getByRole('tabpanel').getByRole('checkbox');
  await ticks.first().waitFor();
  expect(await ticks.count()).toBe(sites);
  expect(await page.locator('#scenario-shown').inputValue()).toBe('s1');
  await page.keyboard.press('Control+z');
  await ticks.first().waitFor({ state: 'detached' });
  expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
});
