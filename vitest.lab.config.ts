import { defineConfig } from 'vitest/config';

/**
 * Small apps, run in a browser before and after their migration. They need `npm run build` and the packages of `tests/lab` before.
 * `--mode sample` runs those that say `inCi`.
 */
export default defineConfig(({ mode }) => ({
  test: {
    include: ['tests/lab/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The apps have ports of their own, and some have the same.
    fileParallelism: false,
    env: mode === 'sample' ? { HTTPONLY_LAB_SAMPLE: '1' } : {},
  },
}));
