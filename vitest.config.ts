import { defineConfig } from 'vitest/config';

/** What a mode of ours changes: `npm run test:all`, `npm run test:random`. */
const ENVIRONMENTS: Readonly<Record<string, Record<string, string>>> = {
  all: { HTTPONLY_ALL_CASES: '1' },
  random: { HTTPONLY_RANDOM: '1' },
};

/** Tests that count operations. V8 does not count in code that it has optimized, so they need a process that did nothing before. */
const COUNTING = 'tests/**/growth.test.ts';

export default defineConfig(({ mode }) => ({
  test: {
    testTimeout: 120_000,
    // Vitest leaves one processor free, which is half of a small machine.
    maxWorkers: '100%',
    setupFiles: ['tests/support/seeded-properties.ts'],
    env: ENVIRONMENTS[mode] ?? {},
    projects: [
      {
        extends: true,
        test: {
          name: 'all',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/lab/**', COUNTING, '**/node_modules/**'],
          // Loading ESLint, TypeScript and every case once for each test file cost as much as the tests.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'counting', include: [COUNTING], isolate: true } },
    ],
  },
}));
