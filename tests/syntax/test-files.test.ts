import { describe, expect, it } from 'vitest';
import { isTestFile } from '../../src/syntax/test-files.ts';

describe('a file is a test by its name', () => {
  it.each([
    ['/app/src/login.test.js', true],
    ['/app/test.js', true],
    ['/app/src/test.js', true],
    ['/app/tests/controllers/test.js', true],
    ['/app/controllers/test.spec.js', true],
    ['/app/server/controllers/test.js', false],
    ['/app/server/routes/tests.ts', false],
    ['/app/server/controllers/users.js', false],
  ])('%s: %s', (file, expected) => {
    expect(isTestFile(file, '/app')).toBe(expected);
  });
});
