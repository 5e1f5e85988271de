import { describe, expect, it } from 'vitest';
import { isRandom, TokenBook } from '../../src/verify/tokens.ts';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (header: object, payload: object): string => `${part(header)}.${part(payload)}.c2lnbmF0dXJlLW9mLW5vdGhpbmc`;
const TOKEN = jwt({ alg: 'HS256' }, { sub: 'ada' });
const RANDOM = 'k3J9-Qv81mXz_04TtPq7';

function membersOf(name: string, text: string, book = new TokenBook()): string[] {
  return book.find({ name, text }).map(({ what, member }) => (member === '' ? what : `${member}: ${what}`));
}

describe('what is a token', () => {
  it.each([
    ['a JSON Web Token under any name', 'x', TOKEN, ['a JSON Web Token']],
    ['with its scheme', 'x', `Bearer ${TOKEN}`, ['a JSON Web Token']],
    ['in JSON', 'app', JSON.stringify({ user: { t: TOKEN } }), ['user.t: a JSON Web Token']],
    ['in JSON in JSON', 'persist:root', JSON.stringify({ auth: JSON.stringify({ t: TOKEN }) }), ['auth.t: a JSON Web Token']],
    ['in base64', 'x', Buffer.from(JSON.stringify({ t: TOKEN })).toString('base64'), ['t: a JSON Web Token']],
    ['in an address', 'location', `https://app.example/?next=/&t=${TOKEN}#top`, ['t: a JSON Web Token']],
    ['in text', 'document', `<b>${TOKEN}</b>`, ['a JSON Web Token']],
    ['percent-encoded', 'x', encodeURIComponent(`"${TOKEN}"`), ['a JSON Web Token']],
    ['a random value under the name of one', 'access_token', RANDOM, ["a random value under the name 'access_token'"]],
    ['as a member', 'app', JSON.stringify({ refreshToken: RANDOM }), ["refreshToken: a random value under the name 'refreshToken'"]],
  ])('%s', (_title, name, text, expected) => {
    expect(membersOf(name, text)).toEqual(expected);
  });

  it('what is known to be one, wherever it stands', () => {
    const book = new TokenBook();
    book.learn('s%3AabcdefGHIJKL.mnop', 'the value of the HttpOnly cookie sid');
    for (const text of ['s%3AabcdefGHIJKL.mnop', 's:abcdefGHIJKL.mnop', JSON.stringify({ id: 's:abcdefGHIJKL.mnop' })])
      expect(book.find({ name: 'x', text }).map(({ what }) => what)).toEqual(['the value of the HttpOnly cookie sid']);
  });

  it('says of one only how it begins', () => {
    expect(new TokenBook().find({ name: 'x', text: TOKEN })).toEqual([{ what: 'a JSON Web Token', member: '', preview: 'eyJhbG…' }]);
  });
});

describe('what is none', () => {
  it.each([
    ['a random value under another name', 'draft', RANDOM],
    ['a CSRF token', 'csrfToken', RANDOM],
    ['a paging cursor', 'app', JSON.stringify({ nextPageToken: RANDOM })],
    ['a flag under the name of one', 'token', 'cookie'],
    ['a number', 'token', '1234567890123456789'],
    ['an address', 'tokenUrl', 'https://app.example/oauth2/token'],
    ['a date', 'token', '2026-01-01T10:00:00Z'],
    ['what only begins like one', 'x', 'eyJhbGciOiJIUzI1NiJ9'],
    ['three words with dots', 'x', 'eyJ-not-json-at-all.eyJ-neither-this.one-is-not'],
    ['a key that every page of the app has', 'x', jwt({ alg: 'HS256' }, { role: 'anon', iss: 'supabase' })],
    ['what is too short to be told from others', 'x', 'abc'],
  ])('%s', (_title, name, text) => {
    expect(membersOf(name, text)).toEqual([]);
  });

  it('JSON that never ends in JSON', () => {
    let text = TOKEN;
    for (let depth = 0; depth < 12; depth++) text = JSON.stringify({ t: text });
    expect(new TokenBook().find({ name: 'x', text })).toHaveLength(1);
  });
});

it.each([
  ['0f8fad5b-d9cb-469f-a165-70867728950e', true],
  [RANDOM, true],
  ['aaaaaaaaaaaaaaaa1111', false],
  ['correct horse battery staple 1', false],
  ['dark-blue-high-contrast', false],
])('%s is random: %s', (text, expected) => {
  expect(isRandom(text)).toBe(expected);
});
