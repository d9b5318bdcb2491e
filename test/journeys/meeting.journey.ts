import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProgram, type Program } from './program.ts';
import { demoCity, runAnalysis, saved } from './steps.ts';

let program: Program;
beforeAll(async () => { program = await startProgram(); });
afterAll(async () => { await program.close(); });

const planner = (page: Page) => page.getByRole('banner').getByRole('button', { name: '会商', exact: true }).click();
const saveView = (page: Page) => page.getByRole('button', { name: '保存当前视图' }).click();
const title = (page: Page) => page.locator('.meeting-caption h1').textContent();
const figure = (page: Page) => page.getByTestId('meeting-totalUnmet');

test('a meeting of three views is prepared, held by page keys, drawn on, tried out and written down, and found again', async () => {
  const { page, context, complaints, foreign } = await program.open('', { width: 1280, height: 720 });
  await demoCity(page);
  await runAnalysis(page, 'parking-shortage');
  await planner(page);
  await page.getByRole('button', { name: '新建会议' }).click();
  await page.getByLabel('主持人').fill('李主任');
  await page.getByRole('button', { name: '增加部门' }).click();
  await page.getByRole('combobox', { name: '部门' }).fill('供电部门');
  await page.getByLabel('人员').fill('赵工');
  await page.keyboard.press('Tab');
  for (const name of ['全市缺口', '老城区', '人防工程']) {
    if (name === '老城区') await page.locator('.maplibregl-ctrl-zoom-in').click();
    if (name === '人防工程') await page.locator('[data-layer="land-parcel"]').getByRole('button', { name: '隐藏' }).click();
    await saveView(page);
    await page.locator('.agenda-detail').getByLabel('议题').fill(name);
    await page.keyboard.press('Enter');
  }
  // By keys to the top, and back.
  await page.getByRole('button', { name: '在地图上查看“人防工程”' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  const order = () => page.locator('.agenda-show b').allTextContents();
  await expect.poll(order).toEqual(['全市缺口', '人防工程', '老城区']);
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(order).toEqual(['全市缺口', '老城区', '人防工程']);

  await page.getByRole('button', { name: '在地图上查看“全市缺口”' }).click();
  await page.getByRole('button', { name: '开始会商' }).click();
  await page.locator('.meeting-figures').waitFor();
  expect(await title(page)).toBe('全市缺口');
  await page.keyboard.press('PageDown');
  expect(await title(page)).toBe('老城区');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  expect(await title(page)).toBe('人防工程');
  await page.keyboard.press('b');
  expect(await page.locator('.meeting-blank').count()).toBe(1);
  await page.keyboard.press('PageUp');
  expect([await page.locator('.meeting-blank').count(), await title(page)]).toEqual([0, '人防工程']);
  await page.keyboard.press('2');
  expect(await title(page)).toBe('老城区');

  await page.keyboard.press('p');
  await page.locator('.pen-sheet').waitFor({ state: 'attached' });
  await page.mouse.move(500, 360);
  await page.mouse.down();
  await page.mouse.move(700, 420, { steps: 12 });
  await page.mouse.up();
  await expect.poll(() => page.getByRole('button', { name: '全部擦除' }).isEnabled()).toBe(true);
  await page.keyboard.press('Escape');

  const before = await figure(page).locator('b').textContent();
  await page.keyboard.press('l');
  const radius = page.locator('.meeting-drawer').getByLabel('服务半径');
  await radius.fill('500');
  await figure(page).getByText('较试调前').waitFor({ timeout: 30_000 });
  expect(await figure(page).locator('b').textContent()).not.toBe(before);

  await page.keyboard.press('Escape');
  await page.keyboard.press('d');
  await page.keyboard.type('地下停车场与道路同步建设');
  await page.keyboard.press('Enter');
  await page.getByPlaceholder('写下待办').fill('补充勘察管线');
  await page.locator('.drawer-write').getByLabel('责任部门或人').fill('住建局');
  await page.locator('.drawer-write').getByLabel('期限').fill('2026-12-20');
  await page.getByPlaceholder('写下待办').press('Enter');
  await page.locator('.record').getByText('补充勘察管线').waitFor();
  await page.keyboard.type('尚未写完的一句');
  // Escape closes the drawer, then asks; what was half written is kept.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').getByRole('button', { name: '结束演示' }).click();
  await page.locator('.planner-record').waitFor();
  await saved(page);

  await page.reload();
  await page.locator('[data-layer="shelter"]').waitFor({ timeout: 60_000 });
  await planner(page);
  await page.getByRole('button', { name: /2026|地下空间会商/ }).first().click();
  expect(await order()).toEqual(['全市缺口', '老城区', '人防工程']);
  expect(await page.locator('.agenda-row').nth(1).getByText('有标绘').count()).toBe(1);
  const noted = await page.locator('.planner-record textarea').evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
  expect(noted).toEqual(['地下停车场与道路同步建设', '补充勘察管线', '尚未写完的一句']);
  expect(await page.locator('.planner-record').getByLabel('期限').first().inputValue()).toBe('2026-12-20');
  await page.locator('.planner-about summary').click();
  expect([await page.getByLabel('主持人').inputValue(), await page.getByRole('combobox', { name: '部门' }).inputValue()]).toEqual(['李主任', '供电部门']);
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
  await context.close();
});

test('the meeting says in English what it says in Chinese, and scales with the screen', async () => {
  const { page, context, complaints } = await program.open('?lang=en', { width: 2560, height: 1440 });
  await demoCity(page);
  await page.getByRole('banner').getByRole('button', { name: 'Meeting', exact: true }).click();
  await page.getByRole('button', { name: 'New meeting' }).click();
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByRole('button', { name: 'Start the meeting' }).click();
  await page.getByText('Neither parking nor sheltering has been run').waitFor();
  const size = await page.locator('.meeting-caption h1').boundingBox();
  expect(size!.height).toBeGreaterThan(60);
  await page.keyboard.press('?');
  await page.getByRole('region', { name: 'Keys' }).getByText('Dark screen, and back').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
