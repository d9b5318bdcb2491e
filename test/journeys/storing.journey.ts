import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProgram, type Program } from './program.ts';
import { demoCity, runAnalysis, saved } from './steps.ts';

let program: Program;
beforeAll(async () => { program = await startProgram(); });
afterAll(async () => { await program.close(); });

const state = (page: Page) => page.locator('.save-state').getAttribute('data-state');
const removeLayer = async (page: Page, layer: string) => {
  await page.locator(`[data-layer="${layer}"]`).getByRole('button', { name: /^更多操作/ }).click();
  await page.getByRole('menuitem', { name: '移除图层' }).click();
};

test('the demo city is stored with its first change; after loading again everything stands where it was', async () => {
  const { page, complaints, foreign, context } = await program.open('', { width: 1200, height: 600 });
  await demoCity(page);
  expect(await page.locator('.save-state').count()).toBe(0);
  await removeLayer(page, 'constraint');
  await saved(page);
  await runAnalysis(page, 'parking-shortage');
  await saved(page);
  const figures = await page.locator('.key-figures').first().innerText();
  await page.waitForTimeout(1200);

  await page.reload();
  await page.locator('[data-layer="shelter"]').waitFor({ timeout: 60_000 });
  expect(await page.locator('[data-layer="constraint"]').count()).toBe(0);
  expect(await state(page)).toBe('saved');
  await page.locator('.area-row').first().waitFor();
  expect(await page.locator('.key-figures').first().innerText()).toBe(figures);
  expect(await page.getByText('输入数据已改变').count()).toBe(0);

  // History begins anew, and undoing is stored like any change.
  expect(await page.getByRole('button', { name: '撤销' }).first().isDisabled()).toBe(true);
  await removeLayer(page, 'land-parcel');
  await saved(page);
  await page.keyboard.press('Control+z');
  await page.locator('[data-layer="land-parcel"]').waitFor();
  await saved(page);
  await page.reload();
  await page.locator('[data-layer="land-parcel"]').waitFor({ timeout: 60_000 });
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
  await context.close();
});

test('a second tab of a project is told so, looks on, and goes on when the first one closes', async () => {
  const { page: first, complaints, context } = await program.open('', { width: 1000, height: 500 });
  await demoCity(first);
  await removeLayer(first, 'constraint');
  await saved(first);
  const second = await context.newPage();
  await second.goto(program.url);
  await second.locator('.store-strip').getByText('另一个标签页正在编辑这个项目').waitFor({ timeout: 60_000 });
  expect(await state(second)).toBe('copy');
  await removeLayer(second, 'land-parcel');
  await second.getByRole('alert').getByText('这里只能查看').waitFor();
  expect(await second.locator('[data-layer="land-parcel"]').count()).toBe(1);

  // What the first one does meanwhile is there, asked for or taken over.
  await removeLayer(first, 'walking-network');
  await saved(first);
  await second.getByRole('button', { name: '看最新的' }).click();
  await second.locator('[data-layer="walking-network"]').waitFor({ state: 'detached' });
  await removeLayer(first, 'boundary');
  await saved(first);
  await first.close();
  await second.locator('.store-strip').waitFor({ state: 'detached', timeout: 60_000 });
  expect(await second.locator('[data-layer="boundary"]').count()).toBe(0);
  await removeLayer(second, 'land-parcel');
  await saved(second);
  await second.reload();
  await second.locator('[data-layer="shelter"]').waitFor({ timeout: 60_000 });
  expect(await second.locator('[data-layer="land-parcel"]').count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});

test('where the storage is full the page says so, a copy can be saved, and everything is stored once there is room', async () => {
  const { page, complaints, context } = await program.open('', { width: 1000, height: 500 });
  await demoCity(page);
  const devtools = await context.newCDPSession(page);
  const origin = new URL(program.url).origin;
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 400_000 });
  await removeLayer(page, 'constraint');
  await page.locator('.store-strip').getByText('存储空间已满').waitFor({ timeout: 60_000 });
  expect(await state(page)).toBe('failed');
  const [copy] = await Promise.all([page.waitForEvent('download'), page.locator('.store-strip').getByRole('button', { name: '保存副本' }).click()]);
  expect(copy.suggestedFilename()).toMatch(/\.gpkg$/);
  // Work goes on, and is still not stored.
  await removeLayer(page, 'boundary');
  await page.waitForTimeout(500);
  await page.locator('.save-state[data-state="failed"]').waitFor();

  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await page.locator('.store-strip').getByRole('button', { name: '再试一次' }).click();
  await saved(page);
  await page.locator('.store-strip').waitFor({ state: 'detached' });
  await page.reload();
  await page.locator('[data-layer="shelter"]').waitFor({ timeout: 60_000 });
  expect([await page.locator('[data-layer="constraint"]').count(), await page.locator('[data-layer="boundary"]').count()]).toEqual([0, 0]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a window that stores nothing says so from the start, and work goes on in it', async () => {
  const { page, complaints, context } = await program.open('?empty', { width: 1000, height: 500 });
  await context.addInitScript(() => { navigator.storage.getDirectory = () => Promise.reject(new DOMException('not in a private window', 'SecurityError')); });
  await page.goto(program.url);
  await demoCity(page);
  await page.locator('.store-strip').getByText('可能是无痕窗口').waitFor();
  await removeLayer(page, 'constraint');
  await page.locator('.save-state[data-state="failed"]').waitFor();
  await page.getByRole('banner').getByRole('button', { name: '项目', exact: true }).click();
  await page.getByRole('menuitem', { name: /我的项目/ }).click();
  // In the dialogue: the strip behind it says the same, and Escape before it is open closes nothing.
  const list = page.getByRole('dialog');
  await list.getByText('可能是无痕窗口').waitFor();
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
  // Closing asks while the work is nowhere else.
  const asked = page.waitForEvent('dialog');
  const reloading = page.reload({ timeout: 10_000 }).catch(() => {});
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await reloading;
  await Promise.all([page.waitForEvent('download'), page.locator('.store-strip').getByRole('button', { name: '保存副本' }).click()]);
  await page.waitForTimeout(500);
  await page.reload();
  await demoCity(page);
  expect(complaints).toEqual([]);
  await context.close();
});

test('projects are listed, renamed, duplicated and deleted', async () => {
  const { page, complaints, context } = await program.open('?empty', { width: 1000, height: 600 });
  const menu = (row: RegExp) => page.getByRole('banner').getByRole('button', { name: '项目', exact: true }).click().then(() => page.getByRole('menuitem', { name: row }).click());
  const names = () => page.locator('.project-name b').allTextContents();
  await menu(/我的项目/);
  await page.getByText('浏览器里还没有项目').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '新建图层' }).click();
  await page.getByRole('menuitem', { name: '停车设施' }).click();
  await saved(page);

  await menu(/我的项目/);
  await page.getByRole('button', { name: '重命名: 未命名项目' }).click();
  await page.keyboard.type('一号项目');
  await page.keyboard.press('Enter');
  await expect.poll(names).toEqual(['一号项目']);
  expect(await page.locator('.bar-project b').textContent()).toBe('一号项目');
  await page.getByRole('button', { name: '创建副本: 一号项目' }).click();
  await page.getByRole('button', { name: '创建副本: 一号项目', exact: true }).click();
  await expect.poll(async () => (await names()).sort()).toEqual(['一号项目', '一号项目 副本', '一号项目 副本 2']);
  await page.getByRole('button', { name: '重命名: 一号项目 副本', exact: true }).click();
  await page.keyboard.type('二号项目');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '打开: 二号项目' }).click();
  await page.locator('.bar-project b').getByText('二号项目').waitFor();
  await page.locator('[data-layer="parking-facility"]').waitFor();

  await menu(/我的项目/);
  await page.getByRole('button', { name: '删除: 一号项目', exact: true }).click();
  await page.getByRole('button', { name: '取消' }).last().click();
  await page.getByRole('button', { name: '删除: 一号项目', exact: true }).click();
  await page.getByRole('button', { name: '删除', exact: true }).click();
  await expect.poll(async () => (await names()).sort()).toEqual(['一号项目 副本 2', '二号项目']);
  const [copy] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '保存副本: 一号项目 副本 2' }).click()]);
  expect(copy.suggestedFilename()).toBe('一号项目 副本 2.gpkg');
  // The open one too: an empty project stands in its place.
  await page.getByRole('button', { name: '删除: 二号项目' }).click();
  await page.getByRole('button', { name: '删除', exact: true }).click();
  await expect.poll(names).toEqual(['一号项目 副本 2']);
  await page.keyboard.press('Escape');
  await page.getByText('还没有图层').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
