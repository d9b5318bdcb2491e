import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProject, openDatabase, putLayer } from '../../../geo/index.ts';
import { serve, type Serving } from '../../../scripts/serve.mjs';
import { feature, META, point, square, stored } from '../../project/projects.ts';
import { ROOT } from '../steps.ts';
import { digest, Model } from './model.ts';
import { MortalBrowser } from './mortal-browser.ts';
import { editOn, watch } from './session.ts';

const KILLS = Number(process.env['UNDERCROFT_KILLS'] ?? 50);
const SEED = Number(process.env['UNDERCROFT_SEED'] ?? Date.now() % 1_000_000);
/** A session is killed within this time of its first edit (milliseconds). */
const LONGEST = 1000;

let serving: Serving, profile: string;
beforeAll(async () => {
  serving = await serve({ folder: join(ROOT, 'dist'), port: 0 });
  profile = mkdtempSync(join(tmpdir(), 'undercroft-kill-'));
});
afterAll(async () => {
  await serving.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
});

/** Numbers that the seed decides (mulberry32). */
function chances(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (((t ^ (t >>> 14)) >>> 0) % 1_000_003) % below;
  };
}

const SHELTERS = Array.from({ length: 9 }, (_, i) => feature('shelter', `S-${i + 1}`, square(114.05 + i / 100, 22.54), { name: `工程${i + 1}`, floorArea: 100 * i }));
const UNITS = Array.from({ length: 400 }, (_, i) => feature('demand-unit', `u${i}`, point(114 + i / 1000, 22.5), { households: i, name: `小区${i}` }));
async function projectFile(): Promise<Buffer> {
  const db = await openDatabase();
  createProject(db, META);
  putLayer(db, stored({ id: 'shelter', schema: 'shelter', name: '', features: SHELTERS }));
  putLayer(db, stored({ id: 'demand-unit', schema: 'demand-unit', name: '', features: UNITS }));
  return Buffer.from(db.bytes());
}
const START = { names: Object.fromEntries(SHELTERS.map(({ id, properties }) => [id, String(properties['name'])])), layers: { shelter: 9, 'demand-unit': 400 } };

test(`the browser is killed ${KILLS} times at random moments of editing, and every change that the screen had confirmed is there`, { timeout: 1_200_000 }, async () => {
  console.log(`seed ${SEED}`);
  const chance = chances(SEED);
  let model = new Model(START), words = 0, edits = 0, kept = 0;
  for (let round = 0; round <= KILLS; round++) {
    const browser = await MortalBrowser.start(profile);
    const { page } = browser;
    await page.goto(`${serving.url}?empty`);
    if (round === 0) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('banner').getByRole('button', { name: '项目', exact: true }).click().then(() => page.getByRole('menuitem', { name: /打开项目文件/ }).click())]);
      await chooser.setFiles({ name: 'start.gpkg', mimeType: 'application/geopackage+sqlite3', buffer: await projectFile() });
    }
    let alive = true;
    const found = await watch(page, (shown) => { if (alive) next.confirm(shown); });
    const place = model.states.lastIndexOf(found);
    expect(place, `round ${round} of seed ${SEED}: found ${found}, states were\n${model.states.join('\n')}\nconfirmed ${model.confirmed}`).toBeGreaterThanOrEqual(model.confirmed);
    edits += model.states.length - 1;
    kept += place;
    const next: Model = new Model(shownOf(found));
    expect(digest(next.now)).toBe(found);
    model = next;
    if (round === KILLS) {
      await browser.kill();
      break;
    }
    const killed = new Promise<void>((resolve) => {
      setTimeout(() => {
        alive = false;
        void browser.kill().then(resolve);
      }, chance(LONGEST));
    });
    await editOn(page, model, chance, () => `名${++words}`, () => alive).catch((error: unknown) => { if (alive) throw error; });
    await killed;
  }
  console.log(`${KILLS} kills, ${edits} changes begun, ${kept} found again`);
  expect(kept).toBeGreaterThan(KILLS / 2);
});

function shownOf(found: string): Model['now'] {
  const [names, layers] = JSON.parse(found) as [[string, string][], [string, number][]];
  return { names: Object.fromEntries(names), layers: Object.fromEntries(layers) };
}
