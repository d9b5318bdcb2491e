import { expect, it } from 'vitest';
import { chunkOfPage } from '../../scripts/bundle/chunks.ts';

/** Who imports whom: `id: [importers, importers that wait for it]`; entries are the page and workers. */
const GRAPH: Record<string, [string[], string[]]> = {
  '/app/index.html': [[], []],
  '/app/engine.worker.ts': [[], []],
  '/app/main.tsx': [['/app/index.html'], []],
  '/app/panel.tsx': [['/app/main.tsx', '/app/dialog.tsx'], []],
  '/app/dialog.tsx': [[], ['/app/panel.tsx']],
  '/app/run-api.ts': [[], ['/app/engine.worker.ts']],
  '/geo/index.ts': [['/app/panel.tsx', '/app/run-api.ts'], []],
  '/geo/layer.ts': [['/geo/index.ts', '/geo/ring.ts'], []],
  '/geo/ring.ts': [['/geo/layer.ts'], []],
  '/node_modules/maplibre-gl/src/map.ts': [['/app/panel.tsx'], []],
  '/node_modules/maplibre-gl/src/tile.ts': [['/node_modules/maplibre-gl/src/map.ts', '/app/engine.worker.ts'], []],
};
const ask = { getModuleInfo: (id: string) => (GRAPH[id] ? { isEntry: /index\.html$|\.worker\.ts$/.test(id), importers: GRAPH[id][0], dynamicImporters: GRAPH[id][1] } : null) };
const chunkOf = (id: string) => chunkOfPage(id, ask);

it('puts what the page starts with into its file, and the map into one beside it', () => {
  expect(chunkOf('/app/main.tsx')).toBe('page');
  expect(chunkOf('/app/panel.tsx')).toBe('page');
  expect(chunkOf('/node_modules/maplibre-gl/src/map.ts')).toBe('maplibre');
});
it('leaves out what is loaded later', () => {
  expect(chunkOf('/app/dialog.tsx')).toBeNull();
});
it('leaves out what a worker needs, at once or later, so that no worker loads the page', () => {
  expect(chunkOf('/node_modules/maplibre-gl/src/tile.ts')).toBeNull();
  expect(chunkOf('/geo/index.ts')).toBeNull();
  expect(chunkOf('/app/run-api.ts')).toBeNull();
});
it('comes to an end where modules import each other', () => {
  expect(chunkOf('/geo/ring.ts')).toBeNull();
});
