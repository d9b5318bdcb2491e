import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Slow machines run the suite too: the limit only ends a test that hangs.
  test: { include: ['test/**/*.test.{ts,tsx}'], environment: 'node', testTimeout: 60_000, hookTimeout: 60_000 },
});
