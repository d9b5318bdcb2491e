import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from './bootstrap.mjs';

/** Beside its source, which tells from there where the project lies. */
const FOLDER = join(ROOT, 'test/bench'), BUILT = '.built.mjs';

/**
 * `npm run bench [name …]`: the benchmarks, put together by the builder that puts the program together. A runner of TypeScript gives every function its name
 * by a call, in the middle of the loops that are measured; what ships has none of that.
 */
await build({
  configFile: false, root: ROOT, logLevel: 'error',
  build: {
    ssr: join(FOLDER, 'main.ts'), outDir: FOLDER, emptyOutDir: false, minify: false, target: 'node20',
    // Scripts know their own places.
    rolldownOptions: { external: [/\/scripts\/[\w-]+\.mjs$/], output: { entryFileNames: BUILT, codeSplitting: false } },
  },
});
try {
  process.exitCode = spawnSync(process.execPath, [join(FOLDER, BUILT), ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
} finally {
  rmSync(join(FOLDER, BUILT), { force: true });
}
