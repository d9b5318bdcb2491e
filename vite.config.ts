import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const DEMO_CITY = join(import.meta.dirname, 'data/demo-city');

/** The demo city lives in data/ for the command line too; the program gets it as files beside the page. */
function demoCity(): Plugin {
  return {
    name: 'demo-city',
    configureServer(server) {
      server.middlewares.use('/demo-city', (request, response, next) => {
        const file = join(DEMO_CITY, (request.url ?? '').split('?')[0]);
        if (!file.startsWith(DEMO_CITY) || !existsSync(file)) return next();
        response.setHeader('content-type', 'application/json');
        createReadStream(file).pipe(response);
      });
    },
    generateBundle() {
      // The notice that the licences of the libraries ask for goes wherever the program goes.
      this.emitFile({ type: 'asset', fileName: 'licences.md', source: readFileSync(join(import.meta.dirname, 'docs/licences.md')) });
      for (const name of existsSync(DEMO_CITY) ? readdirSync(DEMO_CITY) : []) {
        if (!name.endsWith('json')) continue;
        this.emitFile({ type: 'asset', fileName: `demo-city/${name}`, source: readFileSync(join(DEMO_CITY, name)) });
      }
    },
  };
}

export default defineConfig({
  root: join(import.meta.dirname, 'app'),
  // The program may be copied into any folder of an intranet server.
  base: './',
  plugins: [react(), demoCity()],
  // What is under the LGPL stays a file of its own, replaceable as its licence asks; the geometry kernel is one already.
  worker: { format: 'es', rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'geojson-validation', test: /geojson-validation/ }, { name: 'first', tags: ['$initial'] }] } } } },
  build: {
    outDir: join(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    // The geometry kernel, loaded when an analysis runs.
    chunkSizeWarningLimit: 2700,
    assetsInlineLimit: 0,
    // What the page cannot start without comes in three files (the map, the rest, what starts both); left alone, the bundler cuts it into a hundred, one for every set of later screens that shares a part of it.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'maplibre', test: /maplibre-gl/, tags: ['$initial'], priority: 1 }, { name: 'first', tags: ['$initial'] }] } } },
  },
});
