import type { RawLayer, SourceFile } from '../../geo/io/index.ts';
import { say } from '../../geo/messages/index.ts';

/** Something that reads files, to be damaged. A new format is a row in `targets.ts`. */
export interface FuzzTarget {
  id: string;
  /** Sets of files that are read together; one file of a set is damaged at a time. */
  sound(): Promise<readonly (readonly SourceFile[])[]>;
  /** Words of the format that are worth putting where others stood. */
  words: readonly string[];
  /** Reads as the program does, to the end. Gives back the layers as they stand in the file, where there are any. */
  read(files: readonly SourceFile[]): Promise<readonly RawLayer[]>;
  /** Damage within what a checksum would guard: entries of an archive, cells of a database. Half of the mutants. */
  within?(files: readonly SourceFile[], words: readonly string[], random: () => number): Promise<readonly SourceFile[]>;
}

export const pick = <T>(random: () => number, list: readonly T[]): T => list[Math.floor(random() * list.length)];
const raw = (word: string) => Uint8Array.from(word, (letter) => letter.charCodeAt(0) & 0xff);

/** Some bytes lost, doubled, turned over, overwritten by a word of the format or of another place of the file. */
export function damaged(bytes: Uint8Array, words: readonly string[], random: () => number): Uint8Array {
  let data = Buffer.from(bytes);
  for (let n = 1 + Math.floor(random() * 5); n > 0 && data.length > 0; n--) {
    const at = Math.floor(random() * data.length), length = 1 + Math.floor(random() * 20), word = raw(pick(random, words));
    const [before, after] = [data.subarray(0, at), data.subarray(at)];
    data = pick(random, [
      () => Buffer.concat([before, after.subarray(length)]), () => Buffer.concat([before, after.subarray(0, length), after]), () => before,
      () => { const copy = Buffer.from(data); copy[at] = Math.floor(random() * 256); return copy; }, () => { const copy = Buffer.from(data); copy[at] ^= 1 << Math.floor(random() * 8); return copy; },
      () => Buffer.concat([before, word, after]), () => Buffer.concat([before, word, after.subarray(word.length)]),
      () => { const from = Math.floor(random() * data.length); return Buffer.concat([before, data.subarray(from, from + length), after]); },
      // Headers are where counts and lengths stand.
      () => { const copy = Buffer.from(data); copy[Math.floor(random() * Math.min(140, data.length))] = Math.floor(random() * 256); return copy; },
    ])();
  }
  return new Uint8Array(data);
}

/** One file of them damaged anywhere. */
export function damagedOne(files: readonly SourceFile[], words: readonly string[], random: () => number): SourceFile[] {
  const victim = Math.floor(random() * files.length);
  return files.map((file, i) => (i === victim ? { ...file, bytes: damaged(file.bytes, words, random) } : file));
}

export interface FuzzReport {
  read: number;
  refused: number;
  /** What else happened, each with the seed by which it comes again. Empty is what must be. */
  failures: string[];
  /** Milliseconds of the slowest mutant, and its seed. */
  slowest: number;
  slowestSeed: number;
}
/** Longest that one damaged file may take, in milliseconds. */
export const SLOWEST = 5000;
/** After so many failures there is enough to do. */
const MOST_FAILURES = 20;

export interface FuzzOptions {
  count: number;
  seed: number;
  makeRandom(seed: number): () => number;
  /** Told before each mutant, so that one that never ends can be named. */
  begin?(seed: number): void;
}

/** Damages and reads: each mutant either reads or is refused in words, soon. */
export async function fuzz(target: FuzzTarget, { count, seed, makeRandom, begin }: FuzzOptions): Promise<FuzzReport> {
  const sound = await target.sound();
  const report: FuzzReport = { read: 0, refused: 0, failures: [], slowest: 0, slowestSeed: seed };
  const before = allNames();
  for (let one = seed; one < seed + count && report.failures.length < MOST_FAILURES; one++) {
    const files = await mutant(target, sound, makeRandom(one));
    begin?.(one);
    const [failure, first] = await timed(() => tryOne(target, files, report));
    // A machine that is busy is slow once, what hangs is slow each time.
    const took = first > SLOWEST ? Math.min(first, (await timed(() => tryOne(target, files, { ...report })))[1]) : first;
    if (took > report.slowest) Object.assign(report, { slowest: took, slowestSeed: one });
    const what = failure ?? (took > SLOWEST ? `took ${Math.round(took)} ms` : allNames() !== before ? 'changed what objects are' : null);
    // The same again says nothing new.
    if (what !== null && !report.failures.some((known) => known.endsWith(what))) report.failures.push(`${target.id}, seed ${one}: ${what}`);
  }
  return report;
}
async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const started = performance.now();
  return [await work(), performance.now() - started];
}
/** The files of a seed: the same each time. */
export async function mutant(target: FuzzTarget, sound: readonly (readonly SourceFile[])[], random: () => number): Promise<readonly SourceFile[]> {
  const set = pick(random, sound);
  return target.within && random() < 0.5 ? target.within(set, target.words, random) : damagedOne(set, target.words, random);
}
async function tryOne(target: FuzzTarget, files: readonly SourceFile[], report: FuzzReport): Promise<string | null> {
  try {
    (await target.read(files)).forEach(checkLayer);
    report.read++;
    return null;
  } catch (error) {
    report.refused++;
    return refusalFault(error as Error);
  }
}
/** What every object, list, text and function knows. */
const allNames = (): string => [Object.prototype, Array.prototype, String.prototype, Function.prototype].map((prototype) => Object.getOwnPropertyNames(prototype).length).join();

const LANGUAGES = ['zh', 'en'] as const;
const WORDLESS = /^(?:issue|error)\.|NaN|undefined|\{[\w-]+\}/;
/** What must hold of every reading, however damaged the file. */
function checkLayer({ features, columns, issues }: RawLayer): void {
  if (new Set(columns).size !== columns.length) throw new Error(`columns twice: ${columns.join(', ')}`);
  for (const { properties } of features) if (Object.getPrototypeOf(properties) !== Object.prototype) throw new Error('properties are no plain object');
  for (const { code, params } of issues) if (LANGUAGES.some((language) => WORDLESS.test(said(`issue.${code}`, language, params)))) throw new Error(`no words for ${code} ${JSON.stringify(params)}`);
}
/** What is wrong with how a file was refused; null where it was a sentence for its user. */
function refusalFault(error: Error): string | null {
  if (error.name !== 'UserError') return String(error.stack);
  const { code, params } = error as Error & { code: string; params: Record<string, string | number> };
  return LANGUAGES.some((language) => WORDLESS.test(said(`error.${code}`, language, params))) ? `no words for ${code} ${JSON.stringify(params)}` : null;
}
/** Words of the file may be anything; what is judged is ours. */
const said = (key: string, language: 'zh' | 'en', params: Record<string, string | number>): string =>
  say(key, language, Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? '·' : value])));
