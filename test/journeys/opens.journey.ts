import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProgram, type Program } from './program.ts';

let program: Program;
beforeAll(async () => { program = await startProgram(); });
afterAll(async () => { await program.close(); });

test('the program opens in Chinese, complains of nothing, and asks no other host', async () => {
  const { page, complaints, foreign, context } = await program.open('?empty');
  await page.waitForFunction(() => (document.getElementById('root')?.childElementCount ?? 0) > 0);
  await page.waitForLoadState('networkidle');
  expect(await page.title()).toContain('地下空间规划工作台');
  expect(await page.locator('html').getAttribute('lang')).toMatch(/^zh/);
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('where a part of the program does not come, that is said and the rest goes on', async () => {
  const { page, context } = await program.open('?empty', { width: 1000, height: 600 });
  await page.route('**/ScenariosPanel*', (route) => route.abort());
  await page.getByRole('tab', { name: '方案' }).click();
  const fault = page.getByRole('alert').filter({ hasText: '程序的一部分没有读到' });
  await fault.waitFor();
  expect(await fault.getByRole('button').allTextContents()).toEqual(['重新加载']);
  await page.getByRole('tab', { name: '问题' }).click();
  await fault.waitFor({ state: 'detached' });
  await page.locator('.side-content').getByText('问题').first().waitFor();
  // Reloaded, with the files there again, it is as it should be.
  await page.getByRole('tab', { name: '方案' }).click();
  await page.unroute('**/ScenariosPanel*');
  await fault.getByRole('button', { name: '重新加载' }).click();
  await page.getByRole('tab', { name: '方案' }).click();
  await page.locator('.side-content').getByText('方案').first().waitFor();
  expect(await fault.count()).toBe(0);
  await context.close();
});
