import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright';
import { createProject, openDatabase, putLayer, type SchemaId } from '../../geo/index.ts';
import { findBrowser } from '../../scripts/browser.mjs';
import { startProgram } from '../journeys/program.ts';
import { chooseProjectFile } from '../journeys/steps.ts';
import { META, stored } from '../project/projects.ts';
import { ROOT } from '../support/imports.ts';
import { longestTasks, watchTasks } from './browser.ts';
import { demoLayer, tiles } from './city.ts';
import { row, summary, type Row } from './measure.ts';

const GROUP = 'volumes under the ground', FEATURES = 30_500, FRAMES = 20;
/** What has a depth in the demo city: two of three features are known to have both ends, so these are 20,000 volumes. */
const SCHEMAS: readonly SchemaId[] = ['underground-zone', 'constraint', 'shelter'];

/**
 * 20,000 volumes in a real browser: from the button to the picture, the longest script of the page by then, and what a turn of the camera costs
 * the page's thread for each frame (its scripts, by the browser's own count; the drawing is the graphics card's, here the processor's).
 */
export async function volumeRows(): Promise<Row[]> {
  if (!findBrowser() || !existsSync(join(ROOT, 'dist/index.html'))) return [{ group: GROUP, job: 'not measured', median: null, worst: null, unit: 'ms', target: null, note: 'no browser or no dist/ here' }];
  const folder = mkdtempSync(join(tmpdir(), 'undercroft-bench-')), program = await startProgram();
  try {
    const { page, context } = await program.open('?empty', { width: 1000, height: 400 });
    page.setDefaultTimeout(180_000);
    await openFile(page, await projectFile(folder));
    await watchTasks(page);
    const started = performance.now();
    await page.getByRole('banner').getByRole('button', { name: '三维', exact: true }).click();
    await page.getByTestId('volumes').waitFor();
    await page.locator('.volumes-busy').waitFor({ state: 'detached' });
    const shown = performance.now() - started, building = await longestTasks(page), legend = await page.locator('.volumes-legend summary .muted').textContent();
    const { scripts, frames } = await turned(page, await context.newCDPSession(page));
    return [
      row(GROUP, `${FEATURES} features of three layers as volumes, from the button to the picture`, once(shown), null, legend?.trim() ?? ''),
      row(GROUP, 'longest script of the page by then, frames apart', once(building.script), 50, building.caller),
      row(GROUP, 'scripts of the page for each frame while the camera turns', summary(scripts), 16),
      row(GROUP, 'the whole frame', summary(frames), null, 'drawn by the processor here'),
    ];
  } finally {
    await program.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
const once = (value: number) => ({ median: value, worst: value });

async function projectFile(folder: string): Promise<string> {
  const layers = SCHEMAS.map(demoLayer), copies = Math.ceil(FEATURES / layers.reduce((sum, { features }) => sum + features.length, 0));
  const db = await openDatabase(), file = join(folder, 'volumes.gpkg');
  createProject(db, META);
  let left = FEATURES;
  for (const layer of layers) {
    const features = tiles(layer, copies).slice(0, left);
    left -= features.length;
    putLayer(db, stored({ id: layer.schema, schema: layer.schema, name: '', features }));
  }
  writeFileSync(file, db.bytes());
  return file;
}
async function openFile(page: Page, file: string): Promise<void> {
  await chooseProjectFile(page, file);
  await page.locator(`[data-layer="${SCHEMAS[0]}"]`).waitFor();
  await page.locator('.save-state[data-state="saved"]').waitFor();
}

/** One key turns the camera by one step, and one frame draws it. */
async function turned(page: Page, browser: CDPSession): Promise<{ scripts: number[]; frames: number[] }> {
  await browser.send('Performance.enable');
  const scripted = async () => (await browser.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ScriptDuration')!.value * 1000;
  const scripts: number[] = [], frames: number[] = [];
  await page.getByTestId('volumes').focus();
  for (let frame = -3; frame < FRAMES; frame++) {
    const before = await scripted(), started = performance.now();
    await page.keyboard.press('ArrowLeft');
    await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
    if (frame < 0) continue;
    frames.push(performance.now() - started);
    scripts.push(await scripted() - before);
  }
  return { scripts, frames };
}
