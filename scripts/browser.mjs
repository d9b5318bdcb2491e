import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT, say } from './bootstrap.mjs';

/** Browsers that may stand on a machine, in the order in which they are taken. */
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/opt/google/chrome/chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** A path to a browser that starts, and why this one; null where there is none. */
export function findBrowser() {
  const given = process.env.UNDERCROFT_BROWSER;
  if (given) return starts(given) ? { path: given, why: 'UNDERCROFT_BROWSER names it' } : null;
  const standing = INSTALLED.find(starts);
  if (standing) return { path: standing, why: 'it is installed on this machine' };
  const own = ownPath();
  return own && starts(own) ? { path: own, why: "it is Playwright's own" } : null;
}

/** A stub that only says where to get the browser (Ubuntu's package is one) is there but does not start. */
function starts(path) {
  return existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}
function ownPath() {
  try {
    return createRequire(join(ROOT, 'package.json'))('playwright').chromium.executablePath();
  } catch {
    return null;
  }
}

/** The test browser, installed where there is none. Returns null, with the reason said, where that fails. */
export function provideBrowser() {
  if (process.env.UNDERCROFT_BROWSER && !findBrowser()) {
    say(`UNDERCROFT_BROWSER names ${process.env.UNDERCROFT_BROWSER}, which does not start.`);
    return null;
  }
  for (const install of [null, fromDebian, fromPlaywright]) {
    if (install) install();
    const browser = findBrowser();
    if (browser) return browser;
  }
  say('No test browser could be had. Install Chromium or Chrome, or name one in UNDERCROFT_BROWSER.');
  return null;
}

function fromDebian() {
  if (process.platform !== 'linux' || process.getuid() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  say('No test browser here; installing Chromium with apt-get.');
  const options = { stdio: ['ignore', 'ignore', 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  if (spawnSync('apt-get', ['update', '-qq'], options).status !== 0) say('apt-get update failed; going on with the list as it is.');
  if (spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options).status !== 0) say('apt-get could not install Chromium.');
}
function fromPlaywright() {
  say("Installing Playwright's own Chromium.");
  const { status } = spawnSync(process.execPath, [join(ROOT, 'node_modules/playwright/cli.js'), 'install', 'chromium'], { cwd: ROOT, stdio: ['ignore', 'ignore', 2] });
  if (status !== 0) say('Playwright could not install its Chromium.');
}
