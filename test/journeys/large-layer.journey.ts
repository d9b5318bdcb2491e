import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decodeImage } from '../../geo/index.ts';
import { feature, projectWith, square, stored } from '../project/projects.ts';

import { startProgram, type Program, type Window } from './program.ts';
import { chooseProjectFile, saved } from './steps.ts';

/** More than the map is handed portion by portion: a worker cuts them into tiles. Parcels side by side, so that the ground is covered with them. */
const COUNT = 22_500, SIDE = 150, STEP = 0.0004;
const layer = '[data-layer="demand-unit"]';
let program: Program, window: Window, folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'undercroft-'));
  const features = Array.from({ length: COUNT }, (_, i) => feature('demand-unit', `p${i}`, square(113.5 + (i % SIDE) * STEP, 22.2 + Math.floor(i / SIDE) * STEP, STEP), { name: `${i}号`, households: 10 }));
  const db = await projectWith(stored({ id: 'demand-unit', schema: 'demand-unit', name: '居住小区', features }));
  writeFileSync(join(folder, 'large.gpkg'), db.bytes());
  db.close();
  program = await startProgram();
  window = await program.open('?empty', { width: 1000, height: 600 });
  await window.page.locator('.analysis-card').first().waitFor();
});
afterAll(async () => {
  await window.context.close();
  await program.close();
  rmSync(folder, { recursive: true });
});

/** A place within a parcel near the middle of the map, also when that is seen closely. */
async function place(page: Page): Promise<{ x: number; y: number }> {
  const box = (await page.getByTestId('map').boundingBox())!;
  return { x: Math.round(box.x + box.width / 2) + 9, y: Math.round(box.y + box.height / 2) - 11 };
}
/** Its colour, once the map is drawn. */
async function colour(page: Page): Promise<number[]> {
  await page.locator('.map-canvas[aria-busy="false"]').waitFor();
  await page.locator('.map-status .spinner').waitFor({ state: 'detached' });
  const { rgb } = decodeImage(new Uint8Array(await page.screenshot({ clip: { ...await place(page), width: 1, height: 1 } })), 'image/png');
  return [...rgb.slice(0, 3)];
}
/** The map's plain ground, and whether a colour is that of a demand unit, whole or between its lines. */
const GROUND = [238, 240, 236];
const isSand = ([r, , b]: readonly number[]) => r - b > 25;
const clickPlace = async (page: Page) => { const { x, y } = await place(page); await page.mouse.click(x, y); };

test('a layer of 22,500 parcels is drawn, chosen from by a click, taken out of and put back', async () => {
  const { page } = window;
  await chooseProjectFile(page, join(folder, 'large.gpkg'));
  await page.locator(layer).waitFor();
  await expect.poll(async () => isSand(await colour(page)), { timeout: 60_000 }).toBe(true);
  // Near enough to tell one from its neighbours.
  await page.getByTestId('map').hover();
  for (let i = 0; i < 6; i++) { await page.mouse.wheel(0, -400); await page.waitForTimeout(300); }
  const parcel = await colour(page);
  expect(isSand(parcel)).toBe(true);

  await clickPlace(page);
  await page.locator('.feature-card').getByText(/^\d+号$/).first().waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.feature-card').waitFor({ state: 'detached' });

  await page.locator(layer).getByRole('button', { name: /更多/ }).click();
  await page.getByRole('menuitem', { name: '开始编辑' }).click();
  await page.locator('.edit-bar').waitFor();
  await page.locator('.edit-bar').getByRole('button', { name: '选择' }).click();
  await clickPlace(page);
  await expect.poll(() => page.locator('.edit-bar .tag').innerText()).toBe('已选 1');
  await page.keyboard.press('Delete');
  await expect.poll(() => page.locator(`${layer} .layer-count`).innerText()).toBe('22,499');
  await expect.poll(() => colour(page), { timeout: 20_000 }).toEqual(GROUND);
  await page.getByRole('button', { name: '撤销' }).first().click();
  await expect.poll(() => colour(page), { timeout: 20_000 }).toEqual(parcel);
  await saved(page);
  expect(window.complaints).toEqual([]);
  expect(window.foreign).toEqual([]);
});
