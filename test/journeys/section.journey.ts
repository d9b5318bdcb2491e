import type { Download, Page } from 'playwright';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProgram, type Program } from './program.ts';
import { demoCity, runAnalysis } from './steps.ts';

let program: Program;
beforeAll(async () => { program = await startProgram(); });
afterAll(async () => { await program.close(); });

const downloaded = async (page: Page, click: () => Promise<void>): Promise<Download> => (await Promise.all([page.waitForEvent('download', { timeout: 120_000 }), click()]))[0];
const figure = async (page: Page, label: string) => (await page.locator('.section-figures-list div', { has: page.getByText(label, { exact: true }) }).locator('dd').textContent())!;

test('a section through a site: its box is moved, what it is follows, it is kept in one step and goes out', async () => {
  const { page, complaints, foreign, context } = await program.open();
  await demoCity(page);
  await runAnalysis(page, 'candidate-sites');
  await page.locator('.site-row').first().click();
  await page.locator('.site-detail').getByRole('button', { name: '剖面', exact: true }).click();
  await page.locator('.section-handles').waitFor({ timeout: 60_000 });
  await page.locator('.section-figures-list').getByText('泊位', { exact: true }).waitFor({ timeout: 120_000 });
  const [stalls, levels] = [await figure(page, '泊位'), Number(await figure(page, '层数'))];

  // The lower edge is dragged down by more than a level: one more level, more stalls.
  const edge = (await page.locator('.section-grip[data-grip=bottom]').boundingBox())!, box = (await page.locator('.section-grip[data-grip=whole]').boundingBox())!, level = box.height / levels;
  await page.mouse.move(edge.x + edge.width / 2, edge.y + edge.height / 2);
  await page.mouse.down();
  await page.mouse.move(edge.x + edge.width / 2, edge.y + edge.height / 2 + level * 1.1, { steps: 6 });
  await page.mouse.up();
  await expect.poll(() => figure(page, '层数')).toContain(`${levels + 1}+1`);
  await expect.poll(() => figure(page, '泊位')).toMatch(/\+/);
  expect(await figure(page, '泊位')).not.toBe(stalls);

  // Keys: the cover by a decimetre, and back.
  await page.locator('.section-handles').focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => figure(page, '覆土')).toContain('+0.1');
  await page.keyboard.press('-');
  await expect.poll(() => figure(page, '层数')).toBe(String(levels));
  await page.getByRole('button', { name: '还原' }).click();
  await expect.poll(() => figure(page, '覆土')).not.toContain('+');
  await page.locator('.section-handles').focus();
  await page.keyboard.press('+');
  await expect.poll(() => figure(page, '泊位')).toMatch(/\+/);

  const dxf = await downloaded(page, async () => { await page.locator('.section-head').getByRole('button', { name: '导出' }).click(); await page.getByRole('menuitem', { name: 'DXF' }).click(); });
  expect(readFileSync(await dxf.path(), 'utf8')).toContain('候选选址');
  await page.getByRole('button', { name: '按此方案建设' }).click();
  await page.getByRole('button', { name: /撤销.*措施/ }).waitFor();
  await page.locator('.section-head').getByRole('button', { name: '加入图纸' }).click();
  await page.getByRole('menuitem', { name: '新建剖面图' }).click();
  await page.locator('.composer-chips').getByRole('button', { name: '沿线剖面' }).waitFor({ timeout: 120_000 });
  await page.getByRole('button', { name: '返回地图' }).click();

  // A line by hand, ended by Enter.
  await page.getByRole('banner').getByRole('button', { name: '剖面' }).click();
  const map = (await page.locator('.map-area').boundingBox())!;
  await page.mouse.click(map.x + map.width * 0.35, map.y + map.height * 0.5);
  await page.mouse.click(map.x + map.width * 0.65, map.y + map.height * 0.55);
  await page.keyboard.press('Enter');
  await page.locator('.section-drawing').waitFor({ timeout: 60_000 });
  expect(await page.locator('.section-shape').count()).toBeGreaterThan(3);

  // It joins the first on the sheet that is there, as one step.
  await page.locator('.section-head').getByRole('button', { name: '加入图纸' }).click();
  await page.getByRole('menuitem').last().click();
  await expect.poll(() => page.locator('.composer-chips').getByRole('button', { name: '沿线剖面' }).count(), { timeout: 120_000 }).toBe(2);
  await page.getByRole('region', { name: '图纸排版' }).getByRole('button', { name: /撤销.*修改图纸/ }).click();
  await expect.poll(() => page.locator('.composer-chips').getByRole('button', { name: '沿线剖面' }).count()).toBe(1);
  await page.getByRole('button', { name: '返回地图' }).click();
  await page.locator('.section-head').getByRole('button', { name: '关闭' }).click();
  expect(await page.locator('.section-dock').count()).toBe(0);
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
  await context.close();
}, 600_000);
