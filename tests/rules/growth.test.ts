import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.ts';
import { operations } from '../support/operations.ts';

/** What the rules find in a script. */
function found(code: string): unknown[] {
  const config = [{ ...plugin.configs.recommended, files: ['**/*.js'] }] as never;
  return new Linter().verify(code, config, { filename: 'src/page.js' });
}

describe('comments', () => {
  it('make no file one that is followed', () => {
    const quiet = Array.from({ length: 200 }, (_, i) => `function go${i}(a) { return a.b.c(this.d.e, a.f${i}); }\n`).join('');
    const steps = (code: string): number =>
      operations(() => {
        expect(found(code)).toEqual([]);
      });
    steps(quiet);
    expect(steps(`// localStorage.setItem('token', token), once\n${quiet}`) - steps(quiet)).toBeLessThan(2000);
  });
});
