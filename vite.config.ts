import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { chunkOfPage } from './scripts/bundle/chunks.ts';
import { mapLibreFromSource } from './scripts/bundle/maplibre.ts';
import { oneLanguage } from './scripts/bundle/one-language.ts';
import { sharedWorkers } from './scripts/bundle/workers.ts';

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

/** Vite's development server puts styles and a script of its own into the page; what is built and served has neither. */
const developing: Plugin = {
  name: 'developing',
  apply: 'serve',
  transformIndexHtml: (page) => page.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'").replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
};

export default defineConfig({
  root: join(import.meta.dirname, 'app'),
  // The program may be copied into any folder of an intranet server.
  base: './',
  plugins: [react(), demoCity(), developing, sharedWorkers(), mapLibreFromSource(import.meta.dirname), oneLanguage()],
  worker: { format: 'es' },
  build: {
    outDir: join(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    // The geometry kernel, loaded when an analysis runs.
    chunkSizeWarningLimit: 2700,
    assetsInlineLimit: 0,
    // What is loaded later brings its style sheets along; scripts of workers cannot, and have none.
    modulePreload: { resolveDependencies: (_, needed, { hostType }) => (hostType === 'html' ? needed : needed.filter((file) => file.endsWith('.css'))) },
    rolldownOptions: {
      output: {
        // Shared files are called by all who share them, which is too long for a name.
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
        strictExecutionOrder: true,
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            // What is under the LGPL stays a file of its own, replaceable as its licence asks; the geometry kernel is one already.
            { name: 'geojson-validation', test: /geojson-validation/, priority: 2 },
            { name: chunkOfPage, tags: ['$initial'], priority: 1, debugName: 'page' },
            // Whoever starts fetches what it needs and little more: files below three kilobytes are merged, which spares the page two dozen requests;
            // merging those of 8 kB and more would bring screens into workers (tried: seven times the script for the search).
            { name: 'shared', tags: ['$initial'], entriesAware: true, entriesAwareMergeThreshold: 3000 },
          ],
        },
      },
    },
  },
});
