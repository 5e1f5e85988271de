import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { httpClients } from '../../src/apis/http/index.ts';
import { jwtLibraries } from '../../src/apis/jwt/index.ts';
import { servers } from '../../src/apis/server/index.ts';
import { storages } from '../../src/apis/storage/index.ts';
import { rules } from '../../src/rules/index.ts';
import { textMentions } from '../../src/syntax/hints.ts';
import { demandOf, Trigrams } from '../../src/syntax/trigrams.ts';

function mayHave(text: string, hint: RegExp): boolean {
  const trigrams = new Trigrams();
  trigrams.read(text);
  const demand = demandOf(hint);
  return !demand || trigrams.mayHave(demand);
}

test.each([
  [/jwt|jose\b|jsonwebtoken/i, 'import { SignJWT } from "JOSE"', 'const json = tokens'],
  [/["'](?:express|koa)["']/, 'from \'koa\'', 'export default kola'],
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
  if (without === undefined) expect(demandOf(hint) === undefined || mayHave('', hint) === hint.test('')).toBe(true);
  else expect(mayHave(without, hint)).toBe(false);
});

test('a text is told from the one before, many texts on', () => {
  const trigrams = new Trigrams();
  const demand = demandOf(/token/)!;
  for (let round = 0; round < 600; round++) {
    trigrams.read(round % 2 === 0 ? 'token' : 'tok ken');
    expect(trigrams.mayHave(demand)).toBe(round % 2 === 0);
  }
});

test('every hint answers as its pattern does, on all of our own code', () => {
  const hints = [...Object.values(rules).map(({ definition }) => definition.hint), ...[...httpClients, ...jwtLibraries, ...servers, ...storages].map(({ hint }) => hint)];
  const root = fileURLToPath(new URL('../..', import.meta.url));
  for (const folder of ['src', 'tests/rules', 'tests/codemods', 'examples']) {
    for (const name of readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.[jt]sx?$/.test(name) || name.includes('node_modules')) continue;
      const text = readFileSync(path.join(root, folder, name), 'utf8');
      for (const hint of hints) if (textMentions(text, hint) !== hint.test(text)) expect.fail(`${String(hint)} answers otherwise for ${name}`);
    }
  }
});
