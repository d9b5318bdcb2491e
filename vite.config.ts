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
  worker: { format: 'es' },
  build: {
    outDir: join(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    // The geometry kernel (LGPL) stays a chunk of its own, replaceable as its licence asks.
    chunkSizeWarningLimit: 2700,
    assetsInlineLimit: 0,
  },
});
