import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { createProject, openDatabase, putLayer } from '../../geo/index.ts';
import { findBrowser } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/serve.mjs';
import { chooseProjectFile } from '../journeys/steps.ts';
import { feature, META, square, stored } from '../project/projects.ts';
import { ROOT } from '../support/imports.ts';
import type { Row } from './measure.ts';

const COUNT = 200_000, SIDE = 448, OPENINGS = 3, EDITS = 7;
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const row = (job: string, values: readonly number[], target: number | null, note = ''): Row => ({ group: 'the project in the browser', job, median: median(values), worst: Math.max(...values), unit: 'ms', target, note });
const parcel = '[data-layer="land-parcel"]';

/** A project of 200,000 polygons in the browser's store: opened when the program starts, and edited. Without the map, which the processor would draw. */
export async function storeRows(): Promise<Row[]> {
  const found = findBrowser();
  if (!found || !existsSync(join(ROOT, 'dist/index.html'))) return [{ group: 'the project in the browser', job: 'not measured', median: null, worst: null, unit: 'ms', target: null, note: 'no browser or no dist/ here' }];
  const folder = mkdtempSync(join(tmpdir(), 'undercroft-bench-'));
  const serving = await serve({ folder: join(ROOT, 'dist'), port: 0 });
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), { executablePath: found.path, headless: true, locale: 'zh-CN', viewport: { width: 1200, height: 900 }, args: ['--no-sandbox', '--disable-3d-apis'] });
  try {
    const page = context.pages()[0];
    page.setDefaultTimeout(180_000);
    await page.goto(`${serving.url}?empty`);
    const storing = await openFile(page, await projectFile(folder));
    await page.addInitScript(watchTasks);
    const openings: Opened[] = [];
    for (let times = 0; times < OPENINGS; times++) openings.push(await reopen(page, `${serving.url}?empty`));
    return [
      row(`${COUNT} polygons stored, from the file being open`, [storing], null),
      row(`project of ${COUNT} polygons opened at the start, page included`, openings.map(({ listed }) => listed), 3000, 'from the address to the layer in the list, all its features on the page'),
      row('longest task of the page by then', openings.map(({ longest }) => longest), 50, '0 where none took longer than 50 ms'),
      row('longest task of the page in the 12 s after it', openings.map(({ after }) => after), 50, 'checks, and what they need'),
      row(`one feature of ${COUNT} changed, to the word that it is stored`, await edits(page), 100),
    ];
  } finally {
    await context.close();
    await serving.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function projectFile(folder: string): Promise<string> {
  const features = Array.from({ length: COUNT }, (_, i) => feature('land-parcel', `p${i}`, square(114 + (i % SIDE) * 0.0005, 22 + Math.floor(i / SIDE) * 0.0005, 0.0004), { name: `地块${i}` }));
  const db = await openDatabase(), file = join(folder, 'large.gpkg');
  createProject(db, META);
  putLayer(db, stored({ id: 'land-parcel', schema: 'land-parcel', name: '', features }));
  writeFileSync(file, db.bytes());
  return file;
}
async function openFile(page: Page, file: string): Promise<number> {
  await chooseProjectFile(page, file);
  await page.locator(parcel).waitFor();
  const started = performance.now();
  await page.locator('.save-state[data-state="saved"]').waitFor();
  return performance.now() - started;
}
interface Opened {
  listed: number;
  longest: number;
  after: number;
}
/** Runs in the page, from its first script on. */
function watchTasks(): void {
  const tasks = { longest: 0 };
  Object.assign(globalThis, { tasks });
  new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) tasks.longest = Math.max(tasks.longest, duration); }).observe({ type: 'longtask', buffered: true });
}
const longestTask = (page: Page): Promise<number> => page.evaluate(() => {
  const { tasks } = globalThis as unknown as { tasks: { longest: number } };
  const { longest } = tasks;
  tasks.longest = 0;
  return longest;
});
async function reopen(page: Page, url: string): Promise<Opened> {
  await page.goto('about:blank');
  await page.waitForTimeout(1500);
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator(parcel).waitFor();
  const listed = await page.evaluate(() => performance.now());
  const longest = await longestTask(page);
  await page.waitForTimeout(12_000);
  return { listed, longest, after: await longestTask(page) };
}
async function edits(page: Page): Promise<number[]> {
  await page.waitForTimeout(6000);
  await page.locator(parcel).getByRole('button', { name: /^更多操作/ }).click();
  await page.getByRole('menuitem', { name: '打开属性表' }).click();
  await page.locator('.table-rows .table-row').first().waitFor();
  await page.evaluate(() => {
    const times: number[] = [];
    let began = 0;
    const bar = document.querySelector('.bar-project')!;
    new MutationObserver(() => {
      const state = bar.querySelector('.save-state')?.getAttribute('data-state');
      if (state === 'saving') began = performance.now();
      else if (state === 'saved' && began > 0) times.push(performance.now() - began);
    }).observe(bar, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-state'] });
    Object.assign(globalThis, { times });
  });
  for (let i = 0; i < EDITS; i++) {
    await page.locator('.table-rows .table-row').nth(i % 3).locator('.table-cell').nth(1).dblclick();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(`名${i}`);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(1000);
  }
  return page.evaluate(() => (globalThis as unknown as { times: number[] }).times);
}
