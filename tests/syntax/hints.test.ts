import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { httpClients } from '../../src/apis/http/index.ts';
import { jwtLibraries } from '../../src/apis/jwt/index.ts';
import { servers } from '../../src/apis/server/index.ts';
import { storages } from '../../src/apis/storage/index.ts';
import { rules } from '../../src/rules/index.ts';
import { matcherOf } from '../../src/syntax/hints.ts';
import type { Way } from '../../src/syntax/hint-words.ts';
import { waysOf } from '../../src/syntax/hint-words.ts';
import { WordFinder } from '../../src/syntax/word-finder.ts';

function mayHave(text: string, hint: RegExp): boolean {
  const has = (word: string): boolean => {
    const finder = new WordFinder();
    const number = finder.add(word);
    return finder.find(text)[number] === 1;
  };
  const open = (ways: readonly Way[] | undefined): boolean =>
    !ways || ways.some(({ parts }) => parts.every((part) => (typeof part === 'string' ? has(part) : open(part))));
  return open(waysOf(hint));
}

test.each([
  [/jwt|jose\b|jsonwebtoken/i, 'import { SignJWT } from "JOSE"', 'const json = tokens'],
  [/["'](?:express|koa)["']/, "from 'koa'", 'export default kola'],
  [/passw(?:or)?d|pwd/i, 'PASSWD', 'passive'],
  [/async-?storage/i, 'AsyncStorage', 'async store'],
  [/document\s*\.\s*write/, 'document\n  .write', 'document'],
  [/fetch(?!er)/, 'fetch()', 'catch'],
  [/[cn]ookies+/, 'nookies', 'look'],
  [/\{@html/, '{@html x}', '<html>'],
  [/a{2}bcd|x/, 'aabcd', undefined],
  [/\u0061bc|def/, 'abc', undefined],
  [/[\]x]abc/, ']abc', undefined],
  [/=>|\(/, '=>', undefined],
])('%s is tried on what may have its words alone', (hint, having, without) => {
  expect(mayHave(having, hint)).toBe(true);
  expect(hint.test(having)).toBe(true);
  if (without === undefined) expect(waysOf(hint) === undefined || mayHave('', hint) === hint.test('')).toBe(true);
  else expect(mayHave(without, hint)).toBe(false);
});

test.each([
  [/token|jwt/i, [true, true]],
  [/token|jwt/, [false, false]],
  [/jose\b|jsonwebtoken/i, [false, true]],
  [/passw(?:or)?d|pwd/i, [false, true]],
  [/["']koa["']|\.keys/i, [false, true]],
  [/aa;bb|ab/i, [false, true]],
])('%s is answered by its words alone where they are all of it', (hint, expected) => {
  expect(waysOf(hint)!.map(({ isWord }) => isWord)).toEqual(expected);
});

test('words are found where they are ends and beginnings of each other', () => {
  const finder = new WordFinder();
  const words = ['session', 'sess', 'on', 'ions', 'nsi', 'onset', 'set', 'ss', 'use-it', 'use', '$it', 'see'];
  const numbers = words.map((word) => finder.add(word));
  const letters = ['s', 'e', 'i', 'o', 'n', 't', 'U', '-', '$', 'S', ';', 'é'];
  // Repeatable, and long enough for every word to come up.
  for (let round = 1, seed = 7; round < 600; round++) {
    let text = '';
    for (let at = 0; at < round % 40; at++) text += letters[(seed = (seed * 48_271) % 2_147_483_647) % letters.length]!;
    const found = finder.find(text);
    expect(
      numbers.map((number) => found[number] === 1),
      text,
    ).toEqual(words.map((word) => text.toLowerCase().includes(word)));
  }
  expect([...finder.find('Sessions ONSET use-it')].filter((one) => one === 1)).toHaveLength(9);
});

test('a word that is added later is unknown of the texts before', () => {
  const finder = new WordFinder();
  finder.add('token');
  const before = finder.find('late');
  const late = finder.add('late');
  expect(before[late]).toBeUndefined();
  expect(finder.find('late')[late]).toBe(1);
  expect(finder.find('tale')[late]).toBe(0);
});

test('every hint answers as its pattern does, on all of our own code', () => {
  const questions = [
    ...Object.values(rules).flatMap(({ definition }) => definition.hint),
    ...[...httpClients, ...jwtLibraries, ...servers, ...storages].map(({ hint }) => hint),
  ].map((hint) => [hint, matcherOf(hint)] as const);
  const root = fileURLToPath(new URL('../..', import.meta.url));
  for (const folder of ['src', 'tests/rules', 'tests/codemods', 'examples']) {
    for (const name of readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.[jt]sx?$/.test(name) || name.includes('node_modules')) continue;
      const text = readFileSync(path.join(root, folder, name), 'utf8');
      for (const [hint, ask] of questions) if (ask(text) !== hint.test(text)) expect.fail(`${String(hint)} answers otherwise for ${name}`);
    }
  }
});
