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

const middle = async (page: Page) => { const box = (await page.getByTestId('map').boundingBox())!; return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) }; };
/** Pixels around the middle of the map that show demand units, and those that show the plain ground, once the map is drawn. */
const AROUND = 30, GROUND = [238, 240, 236];
async function seen(page: Page): Promise<{ sand: number; ground: number }> {
  await page.locator('.map-canvas[aria-busy="false"]').waitFor();
  await page.locator('.map-status .spinner').waitFor({ state: 'detached' });
  const { x, y } = await middle(page);
  const { rgb } = decodeImage(new Uint8Array(await page.screenshot({ clip: { x: x - AROUND, y: y - AROUND, width: 2 * AROUND, height: 2 * AROUND } })), 'image/png');
  const pixels = Array.from({ length: rgb.length / 3 }, (_, i) => rgb.subarray(3 * i, 3 * i + 3));
  return { sand: pixels.filter(([r, , b]) => r - b > 25).length, ground: pixels.filter((pixel) => pixel.every((value, k) => value === GROUND[k])).length };
}
const all = 4 * AROUND * AROUND;
const clickMiddle = async (page: Page) => { const { x, y } = await middle(page); await page.mouse.click(x, y); };

test('a layer of 22,500 parcels is drawn, chosen from by a click, taken out of and put back', async () => {
  const { page } = window;
  await chooseProjectFile(page, join(folder, 'large.gpkg'));
  await page.locator(layer).waitFor();
  await expect.poll(async () => (await seen(page)).sand, { timeout: 60_000 }).toBe(all);
  // Near enough to tell one from its neighbours, not so near that names are written over them.
  await page.getByTestId('map').hover();
  for (let i = 0; i < 5; i++) { await page.mouse.wheel(0, -400); await page.waitForTimeout(300); }
  await expect.poll(() => seen(page)).toEqual({ sand: all, ground: 0 });

  await clickMiddle(page);
  await page.locator('.feature-card').getByText(/^\d+号$/).first().waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.feature-card').waitFor({ state: 'detached' });

  await page.locator(layer).getByRole('button', { name: /更多/ }).click();
  await page.getByRole('menuitem', { name: '开始编辑' }).click();
  await page.locator('.edit-bar').waitFor();
  await page.locator('.edit-bar').getByRole('button', { name: '选择' }).click();
  await clickMiddle(page);
  await expect.poll(() => page.locator('.edit-bar .tag').innerText()).toBe('已选 1');
  await page.keyboard.press('Delete');
  await expect.poll(() => page.locator(`${layer} .layer-count`).innerText()).toBe('22,499');
  await expect.poll(async () => (await seen(page)).ground, { timeout: 20_000 }).toBeGreaterThan(50);
  await page.getByRole('button', { name: '撤销' }).first().click();
  await expect.poll(() => seen(page), { timeout: 20_000 }).toEqual({ sand: all, ground: 0 });
  await saved(page);
  expect(window.complaints).toEqual([]);
  expect(window.foreign).toEqual([]);
});
