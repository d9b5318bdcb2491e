import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, ROOT, say, stop } from './bootstrap.mjs';

/** Everything that must hold before a change lands. One after another, all of them, whatever fails on the way. */
const STEPS = [
  { name: 'types', run: () => tool('typescript/bin/tsc', ['--noEmit', '-p', '.']) },
  { name: 'lint', run: () => tool('eslint/bin/eslint.js', ['.', '--max-warnings', '0']) },
  { name: 'unit', run: () => vitest('unit', []) },
  { name: 'build', run: () => buildStep() },
  { name: 'browser', run: () => journeys() },
];

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !STEPS.some((step) => step.name === name));
if (unknown) stop(`There is no step ${unknown}; the steps are ${STEPS.map((step) => step.name).join(', ')}. Without a name all of them run.`);

bootstrap();
mkdirSync(join(ROOT, '.cache'), { recursive: true });
const results = [];
for (const step of STEPS.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  say(`${step.name} …`);
  const started = performance.now();
  const { status, output, counts } = await step.run();
  if (status !== 0) process.stdout.write(`\n----- ${step.name} failed -----\n${output}\n`);
  results.push({ name: step.name, seconds: (performance.now() - started) / 1000, ok: status === 0, counts });
}
report(results);
process.exit(results.every((result) => result.ok) ? 0 : 1);

function tool(script, args, env = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'node_modules', script), ...args], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, ...env } });
  return { status: status ?? 1, output: `${stdout}${stderr}` };
}

/** A run of vitest, with the numbers of tests read from its own report. */
function vitest(name, args, env) {
  const file = join(ROOT, `.cache/${name}-tests.json`);
  rmSync(file, { force: true });
  const result = tool('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args], env);
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  return { ...result, counts: counts && { passed: counts.numPassedTests, failed: counts.numFailedTests, skipped: counts.numPendingTests + counts.numTodoTests } };
}

async function buildStep() {
  const { build } = await import('./build.mjs');
  return build();
}

async function journeys() {
  if (results.some(({ name, ok }) => name === 'build' && !ok) || !existsSync(join(ROOT, 'dist/index.html'))) return { status: 1, output: 'Not run: there is no build to open (npm run build).' };
  const { provideBrowser } = await import('./browser.mjs');
  const browser = provideBrowser();
  if (!browser) return { status: 1, output: 'There is no browser to run the journeys in; the reason is above.' };
  say(`The browser is ${browser.path}: ${browser.why}.`);
  return vitest('browser', ['--config', 'test/journeys/vitest.config.ts'], { UNDERCROFT_BROWSER: browser.path });
}

function report(rows) {
  const sum = (key) => rows.reduce((total, { counts }) => total + (counts?.[key] ?? 0), 0);
  console.log('\nstep      seconds  result');
  for (const { name, seconds, ok, counts } of rows) {
    const tests = counts ? `  ${counts.passed} tests passed${counts.failed ? `, ${counts.failed} failed` : ''}${counts.skipped ? `, ${counts.skipped} skipped` : ''}` : '';
    console.log(`${name.padEnd(9)} ${seconds.toFixed(1).padStart(7)}  ${ok ? 'OK' : 'FAILED'}${tests}`);
  }
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
}
