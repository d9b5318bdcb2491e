import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Locator, type Page } from 'playwright';
import { findBrowser } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/serve.mjs';
import { ROOT } from '../support/imports.ts';
import { longestTasks, watchTasks, type Tasks } from './browser.ts';
import { buildings } from './buildings.ts';
import { row, summary, type Row } from './measure.ts';

const ROUNDS = 3;
/** How long a step is waited for (ms). */
const PATIENCE = 240_000;

/** A large file through the import dialogue, and each step of it: what the user waits for, not the time a hand takes to press the next button. */
interface Taken {
  opened: number;
  checked: number;
  listed: number;
  drawn: number;
  tasks: Record<'reading' | 'listing' | 'drawing', Tasks>;
}

/** A GeoJSON of 100 MB in a real browser, from the file to the map. The map is drawn by the processor here, so its window is small. */
export async function largeImportRows(): Promise<Row[]> {
  const group = 'a GeoJSON of 100 MB in the browser';
  const found = findBrowser();
  if (!found || !existsSync(join(ROOT, 'dist/index.html'))) return [{ group, job: 'not measured', median: null, worst: null, unit: 'ms', target: null, note: 'no browser or no dist/ here' }];
  const folder = mkdtempSync(join(tmpdir(), 'undercroft-bench-'));
  const serving = await serve({ folder: join(ROOT, 'dist'), port: 0 });
  try {
    const file = join(folder, 'buildings.geojson');
    writeFileSync(file, buildings());
    const rounds: Taken[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      // With a profile, as a browser is used: a private window stores in memory, by way of another process. Each round with one of its own, since what the round before stored would be opened first.
      const context = await chromium.launchPersistentContext(join(folder, `profile-${round}`), { executablePath: found.path, headless: true, locale: 'zh-CN', viewport: { width: 1200, height: 600 }, args: ['--no-sandbox'] });
      try {
        rounds.push(await once(context, `${serving.url}?empty`, file));
      } finally {
        await context.close();
      }
    }
    const line = (job: string, values: readonly number[], target: number | null = null, note = '') => row(group, job, summary(values), target, note);
    const script = (job: keyof Taken['tasks']) => line(`longest script of the page meanwhile: ${job}`, rounds.map(({ tasks }) => tasks[job].script), 50, [...new Set(rounds.map(({ tasks }) => tasks[job].caller).filter(Boolean))].join('; '));
    return [
      line('opened, with its format, CRS and fields proposed', rounds.map(({ opened }) => opened)),
      line('read whole and checked', rounds.map(({ checked }) => checked)),
      line('in the list of layers, all its features on the page', rounds.map(({ listed }) => listed)),
      line('handed to the map and drawn', rounds.map(({ drawn }) => drawn), null, 'drawn by the processor here'),
      line('from the file to the map', rounds.map(({ opened, checked, listed, drawn }) => opened + checked + listed + drawn), 10_000),
      script('reading'), script('listing'), script('drawing'),
      line('longest frame of the map', rounds.map(({ tasks }) => tasks.drawing.frame), null, 'drawn by the processor here'),
    ];
  } finally {
    await serving.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function once(context: BrowserContext, url: string, file: string): Promise<Taken> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(url);
  await watchTasks(page);
  await page.locator('.analysis-card').first().waitFor();
  await page.waitForTimeout(2000);
  if (await page.locator('[data-layer]').count() > 0) throw new Error('the project is not empty');
  const check = page.getByRole('button', { name: '检查数据' }), take = page.getByRole('button', { name: '导入', exact: true });
  await longestTasks(page);
  const opened = await took(async () => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('banner').getByRole('button', { name: '导入数据' }).click()]);
    await chooser.setFiles(file);
    await seen(check);
  });
  await page.getByLabel('作为哪类图层').selectOption('demand-unit');
  const checked = await took(async () => {
    await check.click();
    await seen(page.locator('.import-counts'));
  });
  const reading = await longestTasks(page);
  const listed = await took(async () => {
    await take.click();
    await seen(page.locator('[data-layer="demand-unit"]'));
  });
  const listing = await longestTasks(page);
  const drawn = await took(() => mapAtRest(page)) - QUIET;
  const tasks = { reading, listing, drawing: await longestTasks(page) };
  await page.locator('.save-state[data-state="saved"]').waitFor();
  await page.close();
  return { opened, checked, listed, drawn, tasks };
}
async function took(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
/** Looked for every few milliseconds: Playwright's own waiting looks every half second, which three times a round is more than is measured. */
async function seen(locator: Locator): Promise<void> {
  const until = performance.now() + PATIENCE;
  while (!await locator.isVisible()) {
    if (performance.now() > until) throw new Error(`nothing was seen of ${String(locator)}`);
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
}
/** Until the word that the map is being drawn has been gone for so long (ms), which is not counted. */
const QUIET = 2000;
async function mapAtRest(page: Page): Promise<void> {
  const drawing = page.locator('.map-status .spinner');
  await seen(drawing);
  for (let gone = 0; gone < QUIET; gone += 100) {
    await page.waitForTimeout(100);
    if (await drawing.count() > 0) gone = 0;
  }
}
