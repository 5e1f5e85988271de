import { runInNewContext } from 'node:vm';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { literal } from '../../src/templates/literal.ts';
import type { ModuleForm } from '../../src/templates/module.ts';
import { sessionClientModule } from '../../src/templates/session-client.ts';

const ODD = [
  "user's token",
  'a "quoted" key',
  'line\nend',
  'tick`tick',
  'back\\slash',
  '${key}',
  '\ud800',
  '\u2028',
  '‹type›',
  'ключ',
  '*/',
  '; path=/',
];

const FORMS: ModuleForm[] = [
  { language: 'js', modules: 'esm', style: { quote: "'", semicolon: ';', indent: '  ', lineEnd: '\n' } },
  { language: 'ts', modules: 'esm', style: { quote: '"', semicolon: '', indent: '\t', lineEnd: '\r\n' } },
];

describe('texts of the app in generated code', () => {
  it.each(ODD)('%j is written as it is', (text) => {
    expect(runInNewContext(literal(text))).toBe(text);
  });

  it.each(FORMS)('parse and keep their value in $language', (form) => {
    const text = sessionClientModule({
      app: 'app',
      sessionPath: "/user's/session",
      logoutPath: '/a`b${c}/logout',
      base: { expression: 'BASE', imports: [] },
      logoutMethod: 'POST',
      isLinted: false,
      envelopes: [],
      legacyKeys: ODD.map((key, i) => ({ key, storage: 'localStorage', isObject: i % 2 === 0 })),
      legacyCookies: ODD,
      exchangePath: '/exchange\n',
      uses: { fetch: true, axios: true, hook: false, user: false, seed: false },
      form,
    });
    const { errors } = parseSync(form.language === 'ts' ? 'session.ts' : 'session.js', text);
    expect(errors).toEqual([]);
    // What the page threw away is what it had kept.
    for (const key of ODD) expect(text).toContain(literal(key).slice(1, -1));
  });
});
