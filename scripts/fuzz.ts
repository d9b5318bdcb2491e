import { fuzz, FUZZ_TARGETS } from '../test/fuzz/formats.ts';
import { numbers } from '../test/support/numbers.ts';

/** `npm run fuzz -- --format shapefile --count 20000 --seed 1`: the same as the tests, as long as one likes. */
const option = (name: string): string | undefined => { const at = process.argv.indexOf(`--${name}`); return at < 0 ? undefined : process.argv[at + 1]; };
const wanted = option('format'), count = Number(option('count') ?? 20_000), seed = Number(option('seed') ?? 1);
const targets = FUZZ_TARGETS.filter(({ format }) => wanted === undefined || format.id === wanted);
if (targets.length === 0 || !Number.isInteger(count) || !Number.isInteger(seed)) {
  console.error(`Usage: npm run fuzz -- [--format ${FUZZ_TARGETS.map(({ format }) => format.id).join('|')}] [--count 20000] [--seed 1]`);
  process.exit(2);
}
for (const target of targets) {
  const { read, refused, slowest } = await fuzz(target, count, seed, numbers);
  console.log(`${target.format.id}: ${count} damaged files, ${read} read, ${refused} refused in words, slowest ${Math.round(slowest)} ms`);
}
