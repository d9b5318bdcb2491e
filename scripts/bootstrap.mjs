import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
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
  withLock(join(root, '.cache/install.lock'), () => {
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

/**
 * One at a time: a second start waits for the first one's installation or build. A lock is a folder with one file in it,
 * named after its owner. It is taken by renaming a ready folder into place, which the file system refuses while a file is
 * in the one that stands there; and it is freed, by its owner or after the owner's death, by removing that very file. So
 * nobody can remove a lock that was taken between his looking and his doing.
 */
export function withLock(path, work) {
  const owner = `${process.pid}.${Date.now()}`;
  const ready = `${path}.${owner}`;
  mkdirSync(ready, { recursive: true });
  writeFileSync(join(ready, owner), '');
  try {
    for (let waited = false; !takeLock(path, ready); waited = true) {
      if (!waited) say('Another start is at it; waiting for it to finish.');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    }
    return work();
  } finally {
    rmSync(ready, { recursive: true, force: true });
    freeLock(path, owner);
  }
}
function takeLock(path, ready) {
  for (const owner of ownersOf(path)) if (isGone(owner)) freeLock(path, owner);
  try {
    renameSync(ready, path);
    return true;
  } catch (error) {
    if (TAKEN.includes(error.code)) return false;
    throw error;
  }
}
/** What the systems say when a folder that is not empty stands in the way. */
const TAKEN = process.platform === 'win32' ? ['EPERM', 'EACCES', 'EEXIST', 'ENOTEMPTY'] : ['ENOTEMPTY', 'EEXIST'];

function ownersOf(path) {
  try {
    return readdirSync(path);
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}
function freeLock(path, owner) {
  rmSync(join(path, owner), { force: true });
  try {
    rmdirSync(path);
  } catch (error) {
    // Someone else has freed it or taken it meanwhile.
    if (![...TAKEN, 'ENOENT'].includes(error.code)) throw error;
  }
}
function isGone(owner) {
  try {
    process.kill(Number.parseInt(owner, 10), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
