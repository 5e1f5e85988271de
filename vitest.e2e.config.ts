import { defineConfig } from 'vitest/config';

/** Tests of the built package, as users install it. They need `npm run build` before. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
