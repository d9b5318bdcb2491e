import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProgram, type Program, type Window } from './program.ts';
import { demoCity, runAnalysis } from './steps.ts';

let program: Program;
let window: Window;
beforeAll(async () => {
  program = await startProgram();
  window = await program.open('', { width: 1200, height: 700 });
  await demoCity(window.page);
  await runAnalysis(window.page, 'candidate-sites');
});
afterAll(async () => {
  await window.context.close();
  await program.close();
});

const digits = (text: string | null) => Number((text ?? '').replaceAll(/[^\d.]/g, ''));
const figure = async (key: string) => digits(await window.page.locator(`[data-testid="portfolio-figures"] [data-key="${key}"] dd`).textContent());
const chart = () => window.page.getByRole('listbox', { name: /缓解量/ });
const chosen = () => window.page.locator('.portfolio-list tbody tr');
/** The set is known, and what each budget buys, when no search is left. */
const searchEnded = async () => {
  const searches = async () => (await window.page.getByTestId('portfolio-search').count()) + (await window.page.getByTestId('portfolio-frontier-search').count());
  await expect.poll(async () => (await searches()) === 0 && (await window.page.getByTestId('portfolio-figures').count()) === 1, { timeout: 150_000, interval: 250 }).toBe(true);
};
async function picture(name: string): Promise<void> {
  const folder = process.env['UNDERCROFT_PICTURES'];
  if (folder) await window.page.screenshot({ path: `${folder}/${name}.png` });
}

test('the greedy set is listed while the best one is searched in the worker, which is never worse and has a bound', async () => {
  const { page } = window;
  await page.getByRole('tab').nth(0).click();
  await page.getByRole('radio', { name: '选址组合' }).click();
  await page.getByLabel(/节点上限/).fill('50');
  await page.getByLabel(/资金档数/).fill('3');
  await page.evaluate(() => {
    const seen = { sites: 0, greedy: '' };
    Object.assign(globalThis, { seen });
    new MutationObserver(() => {
      if (!document.querySelector('[data-testid="portfolio-search"]')) return;
      seen.sites = Math.max(seen.sites, document.querySelectorAll('.portfolio-list tbody tr').length);
      seen.greedy = document.querySelector('.search-figures [data-key="greedy"] dd')?.textContent ?? '';
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await page.locator('.analysis-foot button').click();
  await chart().waitFor({ timeout: 150_000 });
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: { sites: number; greedy: string } }).seen);
  expect(seen.sites).toBeGreaterThan(0);
  expect(digits(seen.greedy)).toBe(await figure('portfolioGreedy'));
  expect(await figure('portfolioValue')).toBeGreaterThanOrEqual(await figure('portfolioGreedy'));
  expect(await figure('portfolioBound')).toBeGreaterThanOrEqual(await figure('portfolioValue'));
  await picture('portfolio');
});

test('the chart takes a budget, which the set keeps to', async () => {
  const { page } = window;
  const whole = await figure('portfolioCost');
  await chart().focus();
  await page.keyboard.press('ArrowRight');
  // The first point, walked to by keys: its budget is less than the whole set costs.
  await page.keyboard.press('Home');
  const budget = digits(await page.locator('.portfolio-frontier tbody tr').first().locator('td').first().textContent());
  expect(budget).toBeLessThan(whole);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await figure('portfolioCost').catch(() => whole)) < whole, { timeout: 150_000, interval: 250 }).toBe(true);
  await searchEnded();
  await page.locator('.step-mark').waitFor({ state: 'attached' });
  expect(await figure('portfolioCost')).toBeLessThanOrEqual(budget + 1);
  await page.locator('.step-chart').scrollIntoViewIfNeeded();
  await picture('chart');
});

test('a site that is picked as a must is in the set, and a search that is stopped keeps what it found', async () => {
  const { page } = window;
  const names = await chosen().locator('td:nth-child(2)').allTextContents();
  await page.getByRole('tabpanel').getByRole('button', { name: '必建、不建与互斥' }).click();
  const rows = page.locator('.terms-table tbody tr');
  await rows.first().waitFor();
  const name = (await rows.locator('.terms-name').evaluateAll((cells) => cells.map(({ firstChild }) => firstChild?.textContent ?? ''))).find((one) => !names.includes(one))!;
  await rows.getByRole('checkbox', { name: `必建 ${name}`, exact: true }).first().check();
  await page.getByRole('button', { name: '完成', exact: true }).click();
  await page.getByRole('button', { name: '重新求解', exact: true }).click();
  // By key: a pointer that has to aim first may find the search at its end.
  await page.getByRole('button', { name: '到此为止', exact: true }).press('Enter', { timeout: 150_000 });
  await searchEnded();
  expect(await chosen().locator('td:nth-child(2)').allTextContents()).toContain(name);
  expect(await figure('portfolioSites')).toBe(await chosen().count());
});

test('the set becomes a scenario in one step, which undo takes back', async () => {
  const { page, complaints, foreign } = window;
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
