import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bootstrap, ROOT, say } from './bootstrap.mjs';

/** `npm run nightly [-- --count 20000]`: what takes too long for every change. Each target in a process of its own, so that one that hangs or dies ends no other. */
bootstrap();
const at = process.argv.indexOf('--count');
const count = at < 0 ? '20000' : process.argv[at + 1];
const fuzz = (...args) => spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts/fuzz.ts'), ...args], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28 });

const targets = fuzz('--list').stdout.trim().split('\n');
const failed = [];
for (const target of targets) {
  say(`fuzz ${target} …`);
  const { status, signal, stdout, stderr } = fuzz('--format', target, '--count', count);
  process.stdout.write(stdout);
  if (status === 0) continue;
  failed.push(target);
  process.stdout.write(`${target} failed (${signal ?? `exit ${status}`}):\n${stderr}\n`);
}
console.log(failed.length === 0 ? `${targets.length} formats, ${count} damaged files each: all read or refused in words` : `failed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
