import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProgram, type Program } from './program.ts';
import { demoCity } from './steps.ts';

let program: Program;
beforeAll(async () => { program = await startProgram(); });
afterAll(async () => { await program.close(); });

/** Ground at 7.25 m over the whole demo city, in degrees; the file says no CRS. */
const TERRAIN = `ncols 60\nnrows 60\nxllcorner 113.4\nyllcorner 22.1\ncellsize 0.005\nNODATA_value -9999\n${`${'7.25 '.repeat(60).trim()}\n`.repeat(60)}`;

test('the ground of a terrain, then of a level, stands beside the coordinates of the pointer', async () => {
  const { page, complaints, foreign, context } = await program.open('', { width: 1200, height: 700 });
  await demoCity(page);
  const status = page.locator('.map-status');
  const point = async (part: number) => { const map = (await page.locator('.map-area').boundingBox())!; await page.mouse.move(map.x + map.width * part, map.y + map.height * 0.5); };
  const openDialog = async () => {
    await page.getByRole('banner').getByRole('button', { name: '项目', exact: true }).click();
    await page.getByRole('menuitem', { name: '竖向分层与地面…' }).click();
  };
  const dialog = page.getByRole('dialog', { name: '竖向分层与地面' });
  await point(0.5);
  await expect.poll(() => status.textContent(), { timeout: 60_000 }).toContain('北');
  expect(await status.textContent()).not.toContain('地面');

  await openDialog();
  await dialog.getByRole('radio', { name: '地形栅格' }).check();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), dialog.getByRole('button', { name: /选择文件/ }).click()]);
  await chooser.setFiles({ name: 'dem.asc', mimeType: 'text/plain', buffer: Buffer.from(TERRAIN) });
  await dialog.getByText('60 × 60 个像元').waitFor();
  await dialog.getByLabel('来源', { exact: true }).fill('试验');
  await dialog.getByRole('button', { name: '保存设置' }).click();
  await dialog.waitFor({ state: 'detached' });
  await point(0.45);
  await expect.poll(() => status.textContent(), { timeout: 60_000 }).toMatch(/地面 7\.[23] 米/);

  await openDialog();
  await dialog.getByRole('radio', { name: '统一标高' }).check();
  await dialog.getByLabel('地面标高（米）').fill('12.5');
  await dialog.getByLabel('来源', { exact: true }).fill('试验');
  await dialog.getByRole('button', { name: '保存设置' }).click();
  await dialog.waitFor({ state: 'detached' });
  await point(0.55);
  await expect.poll(() => status.textContent(), { timeout: 60_000 }).toContain('地面 12.5 米（1985）');
  expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
  await context.close();
});
