import { describe, expect, it } from 'vitest';
import { page, pagerOf } from '../../src/cli/pager.ts';

describe('the pager', () => {
  it.each([
    [{ GIT_PAGER: 'most', PAGER: 'more' }, 'most'],
    [{ PAGER: 'more -f' }, 'more -f'],
    [{ PAGER: 'cat' }, undefined],
    [{ GIT_PAGER: '', PAGER: 'more' }, undefined],
  ])('is, by %j, %s', (env, pager) => {
    expect(pagerOf(env)).toBe(pager);
  });

  it('is said to have shown nothing where it is not there', () => {
    expect(page('text', undefined)).toBe(false);
    expect(page('text', 'no-such-pager-anywhere 2>/dev/null')).toBe(false);
    expect(page('text', 'cat >/dev/null')).toBe(true);
  });
});
