import { Worker } from 'node:worker_threads';

/** A thread of its own: it still runs while the main one is caught in a loop, says which seed that was, and ends the process. */
const WATCH = `
const { workerData: { place, limit } } = require('node:worker_threads');
const { writeSync } = require('node:fs');
let last = -1, since = Date.now();
setInterval(() => {
  const seed = Atomics.load(place, 0);
  if (seed !== last) { last = seed; since = Date.now(); return; }
  if (Date.now() - since < limit) return;
  writeSync(2, 'hangs at seed ' + seed + '\\n');
  process.kill(process.pid, 'SIGKILL');
}, 500);`;

/** Starts to watch; `at` is told each seed before it is tried, `end` stops. */
export function watchdog(limit = 30_000): { at(seed: number): void; end(): void } {
  const place = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
  const worker = new Worker(WATCH, { eval: true, workerData: { place, limit } });
  return { at: (seed) => { Atomics.store(place, 0, seed); }, end: () => void worker.terminate() };
}
