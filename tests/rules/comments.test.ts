import { operations } from '../support/operations.ts';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.ts';

/** What the rules find in a script, each by its name. */
function found(code: string): string[] {
  const config = [{ ...plugin.configs.recommended, files: ['**/*.js'] }] as never;
  return new Linter().verify(code, config, { filename: 'src/page.js' }).map(({ ruleId }) => ruleId!.replace('httponly/', ''));
}

describe('comments', () => {
  it('hide nothing of what stands around them', () => {
    expect(found("/* the token */ localStorage /* of pages */ .setItem(/* key */ 'token', token); // for requests")).toEqual([
      'no-token-in-browser-storage',
    ]);
  });

  it('are looked at for markers, also where the code has no word of ours', () => {
    expect(found('// TODO(httponly): take it out\nrun();')).toEqual(['no-unfinished-migration']);
  });

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
