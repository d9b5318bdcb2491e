import { posix } from 'node:path';
import { normalizePath, transformWithOxc, type Plugin } from 'vite';

/**
 * MapLibre from its own sources, as its package brings them: its ready-made files hold everything that the map on the page and its
 * worker share twice, which would be a fifth of what the first screen fetches.
 */
export function mapLibreFromSource(folder: string): Plugin {
  // Names of modules have forward slashes, on Windows too.
  const sources = posix.join(normalizePath(folder), 'node_modules/maplibre-gl/src');
  return {
    name: 'maplibre-from-source',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      resolve: {
        alias: [
          { find: /^maplibre-gl$/, replacement: posix.join(sources, 'index.ts') },
          { find: /^maplibre-gl\/dist\/maplibre-gl-worker\.mjs$/, replacement: posix.join(sources, 'source/worker.ts') },
        ],
      },
    }),
    // Its classes name the fields of the classes that they extend, as a type and not as a new field: what is without a value is no field.
    transform: (code, id) => (id.startsWith(sources) && id.endsWith('.ts') ? transformWithOxc(code, id, { typescript: { removeClassFieldsWithoutInitializer: true }, assumptions: { setPublicClassFields: true } }) : null),
  };
}
