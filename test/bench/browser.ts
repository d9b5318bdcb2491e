import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { findBrowser } from '../../scripts/browser.mjs';
import { startProgram, type Program } from '../journeys/program.ts';
import { demoCity, runAnalysis } from '../journeys/steps.ts';
import { ROOT } from '../support/imports.ts';
import type { Row } from './measure.ts';
import { slideRadius, type Slid } from './slider.ts';

const ROUNDS = 3;
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const row = (job: string, values: readonly number[], unit: Row['unit'], target: number | null, note = ''): Row => ({ group: 'in the browser', job, median: median(values), worst: Math.max(...values), unit, target, note });

/** What called the longest script of a round, round by round. */
const whose = (rounds: readonly Loaded[], job: string) => [...new Set(rounds.map(({ callers }) => callers[job]).filter(Boolean))].join('; ');

interface Loaded {
  listed: number;
  kilobytes: number;
  longest: Record<string, number>;
  /** What called each of the longest: the kind of message, and the file. */
  callers: Record<string, string>;
  frame: number;
  slider: Slid;
}

/**
 * The built program in a real browser with a small window, since the map is drawn by the processor here: first load of the demo city with an
 * empty cache, the JavaScript it fetched (workers included), the longest task of the page during each job, and a slider.
 */
export async function browserRows(): Promise<Row[]> {
  if (!findBrowser() || !existsSync(join(ROOT, 'dist/index.html'))) return [{ group: 'in the browser', job: 'not measured', median: null, worst: null, unit: 'ms', target: null, note: 'no browser or no dist/ here' }];
  const program = await startProgram();
  try {
    const rounds: Loaded[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await once(program));
    const of = (job: string) => rounds.map(({ longest }) => longest[job]);
    return [
      row('first load of the demo city: all layers listed', rounds.map(({ listed }) => listed), 'ms', 3000),
      row('JavaScript fetched by then, workers included', rounds.map(({ kilobytes }) => kilobytes), 'KB', 700),
      row('longest script of the page during parking shortage, frames of the map apart', of('parking-shortage'), 'ms', 50, whose(rounds, 'parking-shortage')),
      row('longest script of the page during candidate sites, frames of the map apart', of('candidate-sites'), 'ms', 50, whose(rounds, 'candidate-sites')),
      row('longest frame of the map meanwhile', rounds.map(({ frame }) => frame), 'ms', null, 'shaders are linked and drawn by the processor here'),
      row('radius slider on the demo city: from the hand to the new figures on the page, the map handed its change', rounds.flatMap(({ slider }) => slider.figures), 'ms', 100),
      row('the same until the map has drawn it', rounds.flatMap(({ slider }) => slider.drawn), 'ms', null, 'drawn by the processor here'),
    ];
  } finally {
    await program.close();
  }
}

async function once(program: Program): Promise<Loaded> {
  const { page, context } = await program.blank({ width: 1000, height: 400 });
  // A browser's own start is not the program's: a new window loads the pages of its address bar and menus, on these two cores.
  await page.waitForTimeout(2000);
  const started = performance.now();
  await page.goto(program.url);
  await watchTasks(page);
  await demoCity(page);
  const listed = performance.now() - started;
  const kilobytes = await scriptsFetched(page);
  await page.waitForTimeout(3000);
  const longest: Record<string, number> = {}, callers: Record<string, string> = {};
  let frame = 0;
  for (const id of ['parking-shortage', 'candidate-sites']) {
    await longestTasks(page);
    await runAnalysis(page, id);
    await page.waitForTimeout(1500);
    const tasks = await longestTasks(page);
    longest[id] = tasks.script;
    callers[id] = tasks.caller;
    frame = Math.max(frame, tasks.frame);
  }
  await page.getByRole('tab').nth(1).click();
  await page.locator('.live .slider').first().waitFor();
  await page.waitForTimeout(1500);
  const slider = await slideRadius(page);
  await context.close();
  return { listed, kilobytes, longest, callers, frame, slider };
}

export interface Tasks {
  script: number;
  /** Of the longest script. */
  caller: string;
  frame: number;
}
/** Long animation frames tell which script ran how long: a map that is drawn by the processor is told apart from the program's own work. */
export async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks = { script: 0, caller: '', frame: 0 };
    Object.assign(globalThis, { tasks });
    new PerformanceObserver((list) => {
      for (const { scripts } of list.getEntries() as unknown as { scripts: { invoker: string; sourceURL: string; duration: number }[] }[]) {
        for (const { invoker, sourceURL, duration } of scripts) {
          const kind = invoker === 'FrameRequestCallback' ? 'frame' : 'script';
          if (kind === 'script' && duration > tasks.script) tasks.caller = `${invoker} ${sourceURL.split('/').at(-1)!.split('-')[0]}`.trim();
          tasks[kind] = Math.max(tasks[kind], duration);
        }
      }
    }).observe({ type: 'long-animation-frame' });
  });
}
/** The longest of each kind since it was last asked; 0 where no frame took longer than 50 ms. */
export async function longestTasks(page: Page): Promise<Tasks> {
  return page.evaluate(() => {
    const { tasks } = globalThis as unknown as { tasks: Tasks };
    const now = { ...tasks };
    tasks.script = tasks.frame = 0;
    tasks.caller = '';
    return now;
  });
}
/** Kilobytes as they were packed on the way: what the page and its workers share is fetched once. */
async function scriptsFetched(page: Page): Promise<number> {
  const fetched = () => performance.getEntriesByType('resource').map((entry) => [entry.name, (entry as PerformanceResourceTiming).encodedBodySize] as const);
  const everywhere = await Promise.all([page.evaluate(fetched), ...page.workers().map((worker) => worker.evaluate(fetched))]);
  const scripts = new Map(everywhere.flat().filter(([name]) => /\.m?js$/.test(name)));
  return [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0) / 1024;
}
