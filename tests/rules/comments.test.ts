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
});
