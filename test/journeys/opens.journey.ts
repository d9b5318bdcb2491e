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
