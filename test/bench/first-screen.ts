import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../support/imports.ts';
import type { Row } from './measure.ts';

const DIST = join(ROOT, 'dist');
const STATIC = /(?:^|[;}\s])(?:import|export)\s*(?:[^'"`;()]*?\bfrom\s*)?["'](\.{1,2}\/[^"']+\.js)["']/g;

/** The words of the language that is shown, which the page waits for too. */
const WORDS = /import\(\s*[`"'](\.\/zh-[\w-]+\.js)[`"']/g;

/** The scripts that the page names, what they import without waiting to be asked, and the words: they come before anything is seen. */
export function firstScripts(dist = DIST): string[] {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const text = readFileSync(join(dist, path), 'utf8');
    for (const [, target] of [...text.matchAll(STATIC), ...text.matchAll(WORDS)]) visit(posix.join(posix.dirname(path), target));
  };
  for (const [, path] of page.matchAll(/(?:src|href)="(?:\.\/)?([^"]+\.js)"/g)) visit(path);
  return [...found];
}

/** JavaScript of the first screen, packed as the server packs it. What is loaded on demand right after is not in it. */
export function firstScreenRows(): Row[] {
  const group = 'first screen';
  if (!existsSync(join(DIST, 'index.html'))) return [{ group, job: 'JavaScript, gzipped', median: null, worst: null, unit: 'KB', target: 700, note: 'no dist/ here: npm run build' }];
  const scripts = firstScripts();
  const size = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(DIST, path)), { level: 6 }).length, 0) / 1024;
  return [{ group, job: 'JavaScript, gzipped', median: size, worst: size, unit: 'KB', target: 700, note: `${scripts.length} files` }];
}
