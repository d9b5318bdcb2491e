import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Journeys: what a person does, in a real browser, against the built program. One at a time: the map draws in software here. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    // A browser that finds no UTF-8 locale calls files with Chinese names otherwise.
    env: { LC_ALL: process.env['LC_ALL'] || 'C.UTF-8' },
    include: ['test/journeys/**/*.journey.ts'], environment: 'node', fileParallelism: false, testTimeout: 180_000, hookTimeout: 120_000,
  },
});
