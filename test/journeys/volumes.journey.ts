import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProgram, type Program } from './program.ts';
import { demoCity } from './steps.ts';

let program: Program;
beforeAll(async () => { program = await startProgram(); });
afterAll(async () => { await program.close(); });

test('the ground is glass: bodies at their depths, by depth, by stratum and alone, with the selection of the table', async () => {
  const { page, complaints, foreign, context } = await program.open('', { width: 1440, height: 800 });
  await demoCity(page);
  const count = async () => Number((await page.locator('.volumes-legend summary .muted').textContent())!.replace(/\D/g, ''));
  const ready = () => page.locator('.volumes-busy').waitFor({ state: 'detached', timeout: 120_000 });

  // Chosen in the table of shelters, looked at in the volumes.
  await page.locator('[data-layer="shelter"]').getByRole('button', { name: /更多/ }).click();
  await page.getByRole('menuitem', { name: /属性表/ }).click();
  await page.locator('.table [role=row][aria-rowindex="2"]').click();
  await page.getByRole('banner').getByRole('button', { name: '三维', exact: true }).click();
  await page.getByTestId('volumes').waitFor({ timeout: 60_000 });
  await ready();
  const all = await count();
  expect(all).toBeGreaterThan(500);
  await page.getByLabel('只看').selectOption('feature');
  await expect.poll(count).toBe(1);
  await page.getByLabel('只看').selectOption('layer');
  await expect.poll(count).toBeGreaterThan(1);
  await page.getByLabel('只看').selectOption('all');
  await expect.poll(count).toBe(all);

  // Only what lies in a stratum that is shown.
  await page.getByRole('checkbox', { name: /^浅层/ }).uncheck();
  await expect.poll(count).toBeLessThan(all);
  await page.getByRole('checkbox', { name: /^浅层/ }).check();
  await expect.poll(count).toBe(all);

  // From below and back, by buttons and by keys; heights are stated.
  await page.getByRole('button', { name: '仰视' }).click();
  await page.getByTestId('volumes').focus();
  for (const key of ['ArrowLeft', 'ArrowDown', '+', 'Home']) await page.keyboard.press(key);
  await page.getByText('竖向放大 5 倍').waitFor();
  await page.getByRole('button', { name: '返回地图' }).click();
  await page.getByTestId('volumes').waitFor({ state: 'detached' });
  expect(await page.locator('.table [aria-selected=true]').count()).toBe(1);
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
  await context.close();
});

test('where there is no WebGL 2 it says so and shows the ways that are left', async () => {
  const { page, context } = await program.open('', { width: 1440, height: 800 });
  await page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) { return kind === 'webgl2' ? null : (original as (...args: unknown[]) => unknown).call(this, kind, ...rest); } as typeof original;
  });
  await page.reload();
  await demoCity(page);
  await page.getByRole('banner').getByRole('button', { name: '三维', exact: true }).click();
  await page.getByText('本机浏览器不支持 WebGL 2，三维视图无法显示').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: /属性表/ }).first().click();
  await page.locator('.table').waitFor();
  await context.close();
});
