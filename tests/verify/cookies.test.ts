import type { Cookie } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { isSessionCookie, judgeCookie } from '../../src/verify/cookies.ts';

const NOW = 1_700_000_000_000;
const cookie = (changes: Partial<Cookie> = {}): Cookie => ({
  name: 'sid',
  value: 'k3J9-Qv81mXz_04TtPq7',
  domain: 'localhost',
  path: '/',
  expires: -1,
  httpOnly: true,
  secure: true,
  sameSite: 'Lax',
  ...changes,
});

describe('a cookie of the session', () => {
  it.each<[string, Partial<Cookie>, boolean]>([
    ['by its name', { httpOnly: false }, true],
    ['because nobody could guess it and scripts cannot read it', { name: 'x' }, true],
    ['not where scripts read it and its name says nothing', { name: '_ga', httpOnly: false }, false],
    ['not a CSRF token', { name: 'csrf-token' }, false],
    ['not what a page sends back against forgery', { name: '__Host-app_csrf' }, false],
    ['not a word', { name: 'lang', value: 'en' }, false],
    ['not one that was taken away', { value: '' }, false],
  ])('%s', (_title, changes, expected) => {
    expect(isSessionCookie(cookie(changes))).toBe(expected);
  });
});

describe('what is weak about it', () => {
  it.each<[string, Partial<Cookie>, boolean, string[]]>([
    ['nothing', {}, true, []],
    ['scripts', { httpOnly: false }, true, ['any script of the page can read it: set HttpOnly']],
    ['no encryption', { secure: false }, true, ['it is sent without encryption too: set Secure']],
    ['no encryption where there is none', { secure: false }, false, []],
    ['other sites', { sameSite: 'None' }, true, [expect.stringContaining('requests that other sites make carry it') as string]],
    ['other hosts', { domain: '.app.example' }, true, [expect.stringContaining('every host below app.example receives it') as string]],
    ['a year', { expires: NOW / 1000 + 365 * 86_400 }, true, [expect.stringContaining('it lasts 365 days') as string]],
    ['30 days are as long as it may be', { expires: NOW / 1000 + 30 * 86_400 }, true, []],
  ])('%s', (_title, changes, isHttps, expected) => {
    expect(judgeCookie(cookie(changes), isHttps, NOW).problems).toEqual(expected);
  });

  it('is said beside its attributes', () => {
    expect(judgeCookie(cookie(), true, NOW).attributes).toBe('HttpOnly; Secure; SameSite=Lax; Path=/; until the browser is closed');
    expect(judgeCookie(cookie({ expires: NOW / 1000 + 7200, domain: '.a.example' }), true, NOW).attributes).toBe(
      'HttpOnly; Secure; SameSite=Lax; Path=/; Domain=a.example; for 2 hours',
    );
  });
});
