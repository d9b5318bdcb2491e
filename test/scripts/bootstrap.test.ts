import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { isInstalled, isNewEnough, withLock } from '../../scripts/bootstrap.mjs';
import { sourceHash } from '../../scripts/build.mjs';
import { execute, folderWith } from '../support/cli.ts';
import { ROOT } from '../support/imports.ts';

let house = folderWith({});
afterEach(() => { house.remove(); house = folderWith({}); });

test.each<[string, boolean]>([['v20.19.0', true], ['v20.18.3', false], ['v18.20.0', false], ['v22.1.0', true]])('Node %s', (version, enough) => expect(isNewEnough(version)).toBe(enough));

const lock = (version: string, more: object = {}) => ({ packages: { '': { name: 'x' }, 'node_modules/a': { version, integrity: `sha-${version}` }, ...more } });
function installed(tree: unknown, wanted: unknown): boolean {
  mkdirSync(join(house.path, 'node_modules'), { recursive: true });
  if (tree !== null) writeFileSync(join(house.path, 'node_modules/.package-lock.json'), typeof tree === 'string' ? tree : JSON.stringify(tree));
  writeFileSync(join(house.path, 'package-lock.json'), JSON.stringify(wanted));
  return isInstalled(house.path);
}
test('installed means: what the lock file says is there', () => {
  expect(installed(lock('1.0.0'), lock('1.0.0'))).toBe(true);
  expect(installed(lock('1.0.0'), lock('1.1.0'))).toBe(false);
  expect(installed(lock('1.0.0'), lock('1.0.0', { 'node_modules/b': { version: '2.0.0' } }))).toBe(false);
  expect(installed(lock('1.0.0'), lock('1.0.0', { 'node_modules/other-platform': { version: '2.0.0', optional: true } }))).toBe(true);
});
test('an installation that was broken off, or whose record is torn, is none', () => {
  expect(installed(null, lock('1.0.0'))).toBe(false);
  expect(installed('{"packages":', lock('1.0.0'))).toBe(false);
});

test('a build is out of date when a source changes its content or its name, not when its date changes', () => {
  mkdirSync(join(house.path, 'app'));
  writeFileSync(join(house.path, 'app/a.ts'), '1');
  const first = sourceHash(house.path, ['app', 'absent']);
  writeFileSync(join(house.path, 'app/a.ts'), '1');
  expect(sourceHash(house.path, ['app', 'absent'])).toBe(first);
  writeFileSync(join(house.path, 'app/a.ts'), '2');
  const second = sourceHash(house.path, ['app', 'absent']);
  writeFileSync(join(house.path, 'app/b.ts'), '');
  expect(new Set([first, second, sourceHash(house.path, ['app', 'absent'])]).size).toBe(3);
});

const LOCKED = `
  import { appendFileSync } from 'node:fs';
  import { withLock } from ${JSON.stringify(join(ROOT, 'scripts/bootstrap.mjs'))};
  const [work] = process.argv.slice(1);
  withLock('lock', () => { appendFileSync('log', 'in '); if (work === 'die') process.kill(process.pid, 'SIGKILL'); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50); appendFileSync('log', 'out '); });`;
const locked = (work: 'finish' | 'die') => execute(process.execPath, ['--input-type=module', '-e', LOCKED, work], house.path);

test('those that start at once take turns, also over a lock whose owner is gone', async () => {
  expect((await locked('die')).code).toBeNull();
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => locked('finish')));
  expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(house.read('log')).toBe(`in ${'in out '.repeat(6)}`);
  expect(house.names()).toEqual(['log']);
});

test('a lock is free again when the work under it fails', () => {
  const path = join(house.path, 'lock');
  expect(() => withLock(path, () => { throw new Error('no space'); })).toThrow('no space');
  expect(withLock(path, () => 'done')).toBe('done');
});

test('start and test say what they do not know, in one sentence, before doing anything', async () => {
  for (const [script, args] of [['start', ['--prot', '80']], ['start', ['--port', 'many']], ['test', ['everything']]] as const) {
    const { code, out, err } = await execute(process.execPath, [join(ROOT, `scripts/${script}.mjs`), ...args], house.path);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(args.find((word) => word !== "--port"));
  }
});
