import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, say, withLock } from './bootstrap.mjs';

/** Everything that the built program is made of. */
const SOURCES = ['app', 'geo', 'data', 'scripts/bundle', 'docs/licences.md', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];
export const DIST = join(ROOT, 'dist');
const STAMP = join(DIST, '.sources');

/** A hash over names and contents: dates tell nothing after a checkout or a copy. */
export function sourceHash(root = ROOT, sources = SOURCES) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesUnder(root, source))) hash.update(file).update('\0').update(readFileSync(join(root, file))).update('\0');
  return hash.digest('hex');
}
function filesUnder(root, path) {
  if (!existsSync(join(root, path))) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path)).sort().flatMap((name) => filesUnder(root, `${path}/${name}`));
}

/** Builds dist/ unless it was built from these very sources. Returns what the bundler said, with its exit status. */
export function build() {
  return withLock(join(ROOT, '.cache/build.lock'), () => {
    const wanted = sourceHash();
    if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return { status: 0, output: 'dist/ is up to date', built: false };
    say('Building the program (about ten seconds).');
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build'], { cwd: ROOT, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } });
    if (status === 0) writeFileSync(STAMP, wanted);
    return { status: status ?? 1, output: `${stdout}${stderr}`, built: true };
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { status, output } = build();
  console.log(output.trimEnd());
  process.exit(status);
}
