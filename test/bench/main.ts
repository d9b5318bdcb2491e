import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { analysisRows } from './analyses.ts';
import { browserRows } from './browser.ts';
import { engineRows } from './engine.ts';
import { firstScreenRows } from './first-screen.ts';
import { importRows } from './imports.ts';
import { largeImportRows } from './large-import.ts';
import type { Row } from './measure.ts';
import { storeRows } from './store.ts';
import { sessionRows } from './session.ts';
import { sheetRows } from './sheets.ts';
import { testFitRows } from './test-fit.ts';
import { turfRows } from './turf.ts';
import { volumeRows } from './volumes.ts';

/** `npm run bench [name …]`: all of them print the table and keep it in test/bench/results.md; some of them only print. */
const BENCHES: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = { engine: engineRows, turf: turfRows, session: sessionRows, analyses: analysisRows, 'test-fit': testFitRows, imports: importRows, 'large-import': largeImportRows, sheets: sheetRows, 'first-screen': firstScreenRows, browser: browserRows, volumes: volumeRows, store: storeRows };

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in BENCHES));
if (unknown) {
  console.error(`bench: there is no ${unknown}; there are ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(2);
}
const rows: Row[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stderr.write(`bench: ${name} …\n`);
  rows.push(...await bench());
}
const text = markdown(rows);
console.log(text);
if (asked.length === 0) {
  writeFileSync(join(import.meta.dirname, 'results.md'), text);
  writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify({ ...machine(), rows }, null, 2)}\n`);
}

function machine() {
  return { node: process.version, cores: availableParallelism(), cpu: cpus()[0]?.model.trim() ?? 'unknown' };
}
function markdown(all: readonly Row[]): string {
  const { node, cores, cpu } = machine();
  const groups = [...new Set(all.map(({ group }) => group))].map((group) => [
    `## ${group}`, '', '| job | median | worst | target | |', '|---|--:|--:|--:|---|', ...all.filter((one) => one.group === group).map(line), '',
  ].join('\n'));
  return [`# Benchmarks\n\nMade by \`npm run bench\` in one run: Node ${node}, ${cores} cores, ${cpu}. Times in ms unless said. Medians count against the target.\n`, ...groups].join('\n');
}
function line({ job, median, worst, unit, target, note }: Row): string {
  const mark = target === null || median === null ? '' : median <= target ? 'met' : '**missed**';
  const suffix = unit === 'ms' ? '' : ` ${unit === 'x' ? '×' : unit}`;
  const show = (value: number | null) => (value === null ? '–' : `${value >= 100 ? value.toFixed(0) : value.toPrecision(3)}${suffix}`);
  return `| ${job} | ${show(median)} | ${worst === median ? '' : show(worst)} | ${target === null ? '' : `${target}${suffix}`} | ${[mark, note].filter((part) => part !== '').join('; ')} |`;
}
