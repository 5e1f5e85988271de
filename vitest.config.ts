import { defineConfig } from 'vitest/config';

/** What a mode of ours changes: `npm run test:all`, `npm run test:random`. */
const ENVIRONMENTS: Readonly<Record<string, Record<string, string>>> = {
  all: { HTTPONLY_ALL_CASES: '1' },
  random: { HTTPONLY_RANDOM: '1' },
};

export default defineConfig(({ mode }) => ({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'tests/lab/**', '**/node_modules/**'],
    testTimeout: 120_000,
    // Loading ESLint, TypeScript and every case once for each test file cost as much as the tests.
    isolate: false,
    // Vitest leaves one processor free, which is half of a small machine.
    maxWorkers: '100%',
    setupFiles: ['tests/support/seeded-properties.ts'],
    env: ENVIRONMENTS[mode] ?? {},
  },
}));
