import { describe, expect, it } from 'vitest';
import { readSettings } from '../../src/syntax/settings.ts';
import { lint } from '../support/eslint.ts';

const reports = (code: string, rule: string, settings: Record<string, unknown>, filename = 'client/a.js'): number =>
  lint({ name: filename, filename, code, settings }, [rule]).length;

describe('a setting that is wrong is an error', () => {
  it.each([
    ['unknown', { credentialName: ['a'] }],
    ['a text instead of a list', { loggers: 'audit' }],
    ['a list of other things', { sanitizers: [1] }],
    ['no boolean', { tests: 'yes' }],
    ['no globs', { runtime: 'browser' }],
  ])('%s', (_name, raw) => {
    expect(() => readSettings(raw)).toThrow(TypeError);
  });
});

describe('names', () => {
  it.each([
    ['by words', ['spaceTicket'], 'SPACE_TICKET'],
    ['by a regular expression', ['/^sess_/'], 'sess_value'],
  ])('of credentials, %s', (_name, credentialNames, name) => {
    expect(reports(`console.log(${name});`, 'no-token-in-log', {})).toBe(0);
    expect(reports(`console.log(${name});`, 'no-token-in-log', { credentialNames })).toBe(1);
  });

  it('that are none win', () => {
    expect(reports('console.log(accessToken);', 'no-token-in-log', { credentialNames: ['accessToken'], ignoreNames: ['/token$/i'] })).toBe(
      0,
    );
  });
});

it('runtime says where a file runs', () => {
  const code = "export const me = (accessToken) => fetch(BASE + '/me', { headers: { Authorization: `Bearer ${accessToken}` } });";
  expect(reports(code, 'no-client-bearer-token', {}, 'packages/widget/a.js')).toBe(0);
  expect(reports(code, 'no-client-bearer-token', { runtime: { browser: ['packages/widget/**'] } }, 'packages/widget/a.js')).toBe(1);
  expect(reports(code, 'no-client-bearer-token', { runtime: { server: ['client/**'] } })).toBe(0);
});

it('apiOrigins are ours', () => {
  const code = 'fetch(`https://api.acme.example/me?access_token=${accessToken}`);';
  expect(reports(code, 'no-token-in-url', {})).toBe(0);
  expect(reports(code, 'no-token-in-url', { apiOrigins: ['https://api.acme.example'] })).toBe(1);
});

it.each(['cleanHtml', 'html.cleanHtml', '@acme/html#cleanHtml'])('a sanitizer: %s', (sanitizer) => {
  const code = sanitizer.includes('#')
    ? "import { cleanHtml as c } from '@acme/html';\nelement.innerHTML = c(text);"
    : 'element.innerHTML = html.cleanHtml(text);';
  expect(reports(code, 'no-unsanitized-html', {})).toBe(1);
  expect(reports(code, 'no-unsanitized-html', { sanitizers: [sanitizer] })).toBe(0);
});

it.each(['record', 'audit', '@acme/audit#default'])('a logger: %s', (logger) => {
  const code = logger.includes('#') ? "import a from '@acme/audit';\na(accessToken);" : 'audit.record(accessToken);';
  expect(reports(code, 'no-token-in-log', {})).toBe(0);
  expect(reports(code, 'no-token-in-log', { loggers: [logger] })).toBe(1);
});

it('tests are looked at where it is asked for', () => {
  expect(reports('console.log(accessToken);', 'no-token-in-log', {}, 'src/a.test.js')).toBe(0);
  expect(reports('console.log(accessToken);', 'no-token-in-log', { tests: true }, 'src/a.test.js')).toBe(1);
});

it('programmatic endpoints hand out tokens', () => {
  const code = "import jwt from 'jsonwebtoken';\nrouter.post('/oauth/issue', (req, res) => res.json({ accessToken: jwt.sign({}, key) }));";
  expect(reports(code, 'no-token-in-response-body', {}, 'server/a.js')).toBe(1);
  expect(reports(code, 'no-token-in-response-body', { programmaticEndpoints: ['/oauth/issue'] }, 'server/a.js')).toBe(0);
});
