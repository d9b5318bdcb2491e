import { fuzz } from '../test/fuzz/fuzz.ts';
import { FUZZ_TARGETS } from '../test/fuzz/targets.ts';
import { numbers } from '../test/support/numbers.ts';
import { watchdog } from './watchdog.ts';

/** `npm run fuzz -- --format shapefile --count 20000 --seed 1`: the same as the tests, as long as one likes. `--list` names the targets. */
const option = (name: string): string | undefined => { const at = process.argv.indexOf(`--${name}`); return at < 0 ? undefined : process.argv[at + 1]; };
const wanted = option('format'), count = Number(option('count') ?? 20_000), seed = Number(option('seed') ?? 1);
if (process.argv.includes('--list')) {
  console.log(FUZZ_TARGETS.map(({ id }) => id).join('\n'));
  process.exit(0);
}
const targets = FUZZ_TARGETS.filter(({ id }) => wanted === undefined || id === wanted);
if (targets.length === 0 || !Number.isInteger(count) || !Number.isInteger(seed)) {
  console.error(`Usage: npm run fuzz -- [--format ${FUZZ_TARGETS.map(({ id }) => id).join('|')}] [--count 20000] [--seed 1]`);
  process.exit(2);
}
for (const target of targets) {
  const watch = watchdog();
  const { read, refused, failures, slowest, slowestSeed } = await fuzz(target, { count, seed, makeRandom: numbers, begin: watch.at });
  watch.end();
  console.log(`${target.id}: ${read + refused} damaged files, ${read} read, ${refused} refused in words, slowest ${Math.round(slowest)} ms (seed ${slowestSeed}), ${failures.length} failures`);
  for (const failure of failures) console.error(`  ${failure}`);
  if (failures.length > 0) process.exitCode = 1;
}
