import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProgram, type Program } from './program.ts';
import { demoCity, runAnalysis, saved } from './steps.ts';

let program: Program;
beforeAll(async () => { program = await startProgram(); });
afterAll(async () => { await program.close(); });

const digits = (text: string | null) => Number((text ?? '').replaceAll(/[^\d]/g, ''));

test('a site becomes a measure, the measure a scenario, and the scenario lowers the shortage by the relief of the site', async () => {
  const { page, complaints, foreign } = await program.open('', { width: 1440, height: 900 });
  await demoCity(page);
  await runAnalysis(page, 'parking-shortage');
  await runAnalysis(page, 'candidate-sites');
  await page.locator('.site-row').first().click();
  const relief = digits(await page.locator('.site-detail .key-figure b').first().textContent());
  expect(relief).toBeGreaterThan(0);
  await page.getByRole('button', { name: '列为措施' }).click();

  const panel = page.getByRole('tabpanel');
  await panel.getByRole('row').nth(1).waitFor();
  await panel.getByRole('button', { name: '新建方案' }).click();
  await panel.getByRole('checkbox').click();
  await page.getByLabel('查看的方案', { exact: true }).selectOption({ label: '方案 1' });
  await panel.getByRole('button', { name: '全部重算' }).click();
  await panel.getByRole('button', { name: '全部重算' }).waitFor({ state: 'detached', timeout: 120_000 });
  const unmet = panel.locator('.figures tr', { hasText: '缺口合计' }).first().locator('td');
  const [baseline, scenario] = [digits(await unmet.nth(0).textContent()), digits((await unmet.nth(1).locator('..').locator('td').nth(1).innerText()).split('\n')[0])];
  expect(Math.abs(baseline - scenario - relief)).toBeLessThanOrEqual(1);

  // Another measure by its form, in the same scenario; the figures are out of date at once.
  await panel.getByRole('button', { name: '新增措施' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('类别').selectOption('change-stalls');
  await dialog.getByLabel('对象', { exact: true }).selectOption({ index: 1 });
  await dialog.getByPlaceholder('不变').fill('很多');
  expect(await dialog.getByText('该字段不能是这个值').count()).toBe(1);
  await dialog.getByPlaceholder('不变').fill('1,000');
  await dialog.getByRole('button', { name: '确定' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await panel.getByRole('checkbox').count()).toBe(2);
  await panel.getByRole('button', { name: '全部重算' }).waitFor();
  await page.keyboard.press('Control+z');
  await panel.getByRole('button', { name: '全部重算' }).waitFor({ state: 'detached' });

  // Compared with the baseline: under a curtain that keys move, beside it, through it; and as a difference with results of its own.
  await page.getByRole('button', { name: '在地图上比较' }).click();
  const handle = page.getByRole('slider', { name: '卷帘位置' });
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  expect(await handle.getAttribute('aria-valuenow')).toBe('52');
  const bar = page.locator('.compare-bar'), other = page.getByTestId('other-map');
  expect(await bar.getByLabel('比较对象').inputValue()).toBe('baseline');
  await bar.getByRole('radio', { name: '并排' }).click();
  const [left, right] = [await page.getByTestId('map').boundingBox(), await other.boundingBox()];
  expect(Math.abs(left!.width - right!.width)).toBeLessThan(6);
  expect(Math.abs(left!.x + left!.width - right!.x)).toBeLessThan(6);
  await bar.getByRole('radio', { name: '叠加' }).click();
  await bar.getByLabel('比较对象的不透明度').fill('0.25');
  expect(await other.evaluate((element) => getComputedStyle(element).opacity)).toBe('0.25');
  await bar.getByRole('radio', { name: '差异' }).click();
  await other.waitFor({ state: 'detached' });
  // One car park is built, and it is a shelter; the units that it serves are better off.
  expect(await page.locator('[data-layer="difference/changes"] .layer-count').textContent()).toBe('2');
  expect(digits(await page.locator('[data-layer="parking-shortage-night/demand-changes"] .layer-count').textContent())).toBeGreaterThan(0);
  await bar.getByRole('button', { name: '结束比较' }).click();
  await page.locator('[data-layer="difference/changes"]').waitFor({ state: 'detached' });

  // The layers of a scenario follow from its measures and are not edited.
  await saved(page);
  await page.reload();
  await page.getByRole('tab', { name: '方案' }).waitFor({ timeout: 60_000 });
  await panel.locator('.figures').waitFor({ timeout: 60_000 });
  expect(await page.getByLabel('查看的方案', { exact: true }).inputValue()).toBe('s1');
  expect(await panel.getByRole('button', { name: '全部重算' }).count()).toBe(0);
  expect(digits((await unmet.nth(1).innerText()).split('\n')[0])).toBe(scenario);
  await page.locator('[data-layer="parking-facility"]').getByRole('button', { name: /更多操作/ }).click();
  await page.getByRole('menuitem', { name: /编辑/ }).click();
  await page.getByText('方案中的图层由现状加措施得出').waitFor();

  // Removing the scenario leaves the baseline.
  await panel.getByRole('button', { name: /方案“方案 1”的操作/ }).click();
  await page.getByRole('menuitem', { name: /删除方案/ }).click();
  await page.getByLabel('查看的方案', { exact: true }).waitFor({ state: 'detached' });
  expect(await page.locator('[data-layer*="@s1"]').count()).toBe(0);
  expect([complaints, foreign]).toEqual([[], []]);
}, 300_000);
