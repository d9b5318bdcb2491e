import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProgram, type Program, type Window } from './program.ts';

let program: Program, window: Window;
beforeAll(async () => {
  program = await startProgram();
  window = await program.open('?empty', { width: 1280, height: 760 });
});
afterAll(async () => {
  await window.context.close();
  await program.close();
});

/** Clicks places of the map, in pixels from its middle. */
async function clickMap(page: Page, ...places: [number, number][]): Promise<void> {
  const box = (await page.getByTestId('map').boundingBox())!;
  for (const [x, y] of places) {
    const at = [box.x + box.width / 2 + x, box.y + box.height / 2 + y] as const;
    await page.mouse.move(...at);
    await page.mouse.click(...at);
    // Two clicks at once would be a double click, which ends the sketch.
    await page.waitForTimeout(350);
  }
}
const tool = (page: Page, name: string) => page.locator('.edit-bar').getByRole('button', { name }).click();
const count = (page: Page) => page.locator('[data-layer="parking-facility"] .layer-count').innerText();
const undo = (page: Page) => page.getByRole('button', { name: '撤销' }).first().click();

test('polygons are drawn, snap to each other, are split and merged, and change many at once', async () => {
  const { page } = window;
  await page.getByRole('button', { name: '新建图层' }).click();
  await page.getByRole('menuitem', { name: '停车设施' }).click();
  await page.locator('.edit-bar').waitFor();
  await tool(page, '画面');
  await clickMap(page, [-150, -40], [-10, -40], [-10, 90], [-150, 90]);
  await page.locator('.edit-figures').getByText('平方米').waitFor();
  await page.keyboard.press('Control+z');
  await clickMap(page, [-150, 90]);
  await page.keyboard.press('Enter');
  await expect.poll(() => count(page)).toBe('1');

  // The second one begins a few pixels off the corners of the first.
  await page.waitForTimeout(800);
  await clickMap(page, [-5, -37]);
  await page.locator('.edit-snapped').getByText('顶点').waitFor();
  await clickMap(page, [120, -40], [120, 90], [-6, 86]);
  await page.keyboard.press('Enter');
  await expect.poll(() => count(page)).toBe('2');

  await tool(page, '选择');
  await clickMap(page, [-80, 30]);
  await expect.poll(() => page.locator('.edit-bar .tag').innerText()).toBe('已选 1');
  await tool(page, '分割');
  await clickMap(page, [-80, -80], [-80, 140]);
  await page.keyboard.press('Enter');
  await expect.poll(() => count(page)).toBe('3');
  await page.waitForTimeout(800);

  await tool(page, '选择');
  await clickMap(page, [-40, 30]);
  await page.keyboard.down('Shift');
  await clickMap(page, [60, 30]);
  await page.keyboard.up('Shift');
  await expect.poll(() => page.locator('.edit-bar .tag').innerText()).toBe('已选 2');
  await tool(page, '合并');
  await expect.poll(() => count(page)).toBe('2');
});

test('rows are picked, set at once, written in, and filtered by an expression', async () => {
  const { page } = window;
  await page.getByRole('button', { name: /^更多操作: / }).click();
  await page.getByRole('menuitem', { name: '打开属性表' }).click();
  const rows = page.locator('.table-rows .table-row');
  await expect.poll(() => rows.count()).toBe(2);
  await rows.nth(0).click();
  await rows.nth(1).click({ modifiers: ['Shift'] });
  await page.getByText('所选 2 行').waitFor();
  await rows.nth(1).click();
  await page.getByText('所选 1 行').waitFor();
  await page.locator('.table-grid').focus();
  await page.keyboard.press('Shift+Home');
  await page.getByText('所选 2 行').waitFor();
  await page.getByLabel('要修改的字段').selectOption('stalls');
  await page.getByLabel('新值').fill('-3');
  await page.getByRole('button', { name: '设为此值' }).click();
  await page.getByRole('alert').getByText('超出允许范围').waitFor();
  await page.getByLabel('新值').fill('120 个');
  await page.getByRole('button', { name: '设为此值' }).click();
  await expect.poll(() => rows.getByText('120', { exact: true }).count()).toBe(2);

  await rows.nth(0).getByText('120', { exact: true }).dblclick();
  await page.keyboard.type('many');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('many').waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('80');
  await page.keyboard.press('Enter');
  await rows.getByText('80', { exact: true }).waitFor();

  await page.getByLabel('查找方式').selectOption('expression');
  await page.locator('.table-filter input').fill('泊位数 >= ');
  await page.getByRole('alert').getByText('第 8 列').waitFor();
  await page.locator('.table-filter input').fill('泊位数 >= 100');
  await expect.poll(() => rows.count()).toBe(1);
  await page.locator('.table-filter input').fill('');
  await expect.poll(() => rows.count()).toBe(2);
});

test('every step is undone and done again', async () => {
  const { page } = window;
  const steps = ['cell', 'field', 'merge', 'split', 'draw', 'draw'];
  const seen: string[] = [];
  const state = () => page.evaluate(() => `${document.querySelector('.layer-count')?.textContent} ${[...document.querySelectorAll('.table-rows .table-row')].map((row) => row.textContent).join('|')}`);
  for (const _ of steps) {
    seen.push(await state());
    await undo(page);
    await expect.poll(state).not.toBe(seen.at(-1));
  }
  expect(await page.locator('[data-layer="parking-facility"] .layer-count').innerText()).toBe('0');
  for (const before of seen.toReversed()) {
    await page.getByRole('button', { name: '重做' }).first().click();
    await expect.poll(state).toBe(before);
  }
});

test('nothing complained and nobody else was asked', () => {
  expect(window.complaints).toEqual([]);
  expect(window.foreign).toEqual([]);
});
