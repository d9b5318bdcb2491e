import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. Plain JavaScript on purpose, here and in its neighbours: this runs before anything is installed. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OLDEST_NODE = [20, 19];

/** Says what is being done. On stderr, so that what a command prints on stdout stays clean. */
export const say = (sentence) => process.stderr.write(`undercroft: ${sentence}\n`);

/** A sentence for the user and the end; for things that the user can put right. */
export function stop(sentence) {
  say(sentence);
  process.exit(2);
}

/** Whether this Node can run the program. */
export function isNewEnough(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

/**
 * Whether node_modules holds what the lock file says. npm writes its own record of the tree last, so an installation that
 * was broken off has none. Optional packages for other platforms are rightly absent.
 */
export function isInstalled(root = ROOT) {
  const lock = readPackages(join(root, 'package-lock.json'));
  const tree = readPackages(join(root, 'node_modules/.package-lock.json'));
  if (!lock || !tree) return false;
  return Object.entries(lock).every(([path, wanted]) => {
    if (path === '') return true;
    const found = tree[path];
    return found ? found.version === wanted.version && found.integrity === wanted.integrity : wanted.optional === true;
  });
}
function readPackages(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/** Installs what is missing. Does nothing, and says nothing, where everything is there. */
export function bootstrap(root = ROOT) {
  if (!isNewEnough(process.version)) stop(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is Node ${process.version}. Install a newer one and run the command again.`);
  if (isInstalled(root)) return;
  withLock(join(root, '.cache/install'), () => {
    if (isInstalled(root)) return;
    say(existsSync(join(root, 'node_modules')) ? 'The packages do not match package-lock.json; installing them anew (npm ci).' : 'First start: installing the packages (npm ci).');
    const { status, error } = npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], root);
    if (error || status !== 0) stop(`The packages could not be installed (npm ci ${error ? error.message : `ended with ${status}`}). npm's own words are above; without a network, copy node_modules from a machine that has it.`);
    say('Packages installed.');
  });
}

/** The npm that started us, else the one on the path. Its words go to stderr. */
function npm(args, cwd) {
  const script = process.env.npm_execpath;
  const options = { cwd, stdio: ['ignore', 2, 2] };
  return script?.endsWith('.js') ? spawnSync(process.execPath, [script, ...args], options) : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** One at a time: a second start waits for the first one's installation or build. A lock whose owner is gone is taken over. */
export function withLock(path, work) {
  mkdirSync(join(path, '..'), { recursive: true });
  for (let waited = false; !takeLock(path); waited = true) {
    if (!waited) say('Another start is at it; waiting for it to finish.');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  }
  try {
    return work();
  } finally {
    rmSync(path, { force: true });
  }
}
function takeLock(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isOwnerGone(path)) return false;
    rmSync(path, { force: true });
    return takeLock(path);
  }
}
function isOwnerGone(path) {
  try {
    const owner = Number(readFileSync(path, 'utf8'));
    // Between creating the file and writing the number it is empty for a moment.
    if (owner > 0) process.kill(owner, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
