import { posix } from 'node:path';
import type { Plugin } from 'vite';

const WORKER = /new URL\('(\.{1,2}\/[\w/-]+)\.worker\.ts', import\.meta\.url\)/g;

/**
 * Cuts the workers out of the same bundle as the page, so that what several of them need is one file, fetched once. Left alone,
 * Vite bundles every worker by itself.
 */
export function sharedWorkers(): Plugin {
  return {
    name: 'shared-workers',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || !code.includes('.worker.ts')) return null;
      return code.replace(WORKER, (_, path: string) => {
        const worker = this.emitFile({ type: 'chunk', id: `${posix.join(posix.dirname(id), path)}.worker.ts`, name: path.split('/').pop() });
        return `new URL(import.meta.ROLLUP_FILE_URL_${worker})`;
      });
    },
  };
}
