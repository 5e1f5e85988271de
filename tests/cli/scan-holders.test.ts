import { expect, it } from 'vitest';
import { scan } from '../../src/cli/scan.ts';
import { DEFAULT_SETTINGS } from '../../src/syntax/settings.ts';
import { temporaryProject } from '../support/temporary-project.ts';

const SENDS = `import axios from 'axios';
export const mine = (account) => axios.get('/api/mine', { headers: { Authorization: \`Bearer \${account.accessToken}\` } });
`;

/** What is said of a write under the key `account`, where another file sends `account.accessToken`. */
function kept(write: string): string[] {
  const root = temporaryProject({
    'package.json': '{"dependencies":{"react":"19","axios":"1"}}',
    'src/mine.js': SENDS,
    'src/keep.js': write,
  });
  return scan(root, {})
    .findings.filter(({ file }) => file === 'src/keep.js')
    .map(({ rule }) => rule);
}

it('a whole object under the name of which another file takes the token is kept with it', () => {
  expect(kept("export const keep = (account) => localStorage.setItem('account', JSON.stringify(account));")).toEqual([
    'no-token-in-browser-storage',
  ]);
  expect(
    kept("export const keep = async (c) => { const { data } = await login(c); localStorage.setItem('account', JSON.stringify(data)); };"),
  ).toEqual(['no-token-in-browser-storage']);
});

it('what people fill in, choose or list is none, whatever the key is called', () => {
  for (const value of ['form.values', 'accountFilters', 'account.settings', 'draft', 'account.name', 'query'])
    expect(
      kept(
        `export const keep = (account, form, draft, accountFilters, query) => localStorage.setItem('account', JSON.stringify(${value}));`,
      ),
    ).toEqual([]);
});

it('a key that only a test makes up for a token is none of the app, unless tests are asked about', () => {
  const files = {
    'package.json': '{"dependencies":{"react":"19"}}',
    'src/keep.js': "export const keep = (view) => localStorage.setItem('view', JSON.stringify(view));",
    'src/keep.test.js': "localStorage.setItem('view', JSON.stringify({ accessToken, user: 1 }));",
  };
  const root = temporaryProject(files);
  expect(scan(root).findings).toEqual([]);
  const asked = scan(root, { settings: { ...DEFAULT_SETTINGS, tests: true } });
  expect(asked.findings.map(({ file }) => file)).toEqual(['src/keep.js', 'src/keep.test.js']);
});

it('a test is parsed where it holds a marker, and not otherwise', () => {
  const root = temporaryProject({
    'package.json': '{}',
    'src/broken.test.js': "localStorage.setItem('token', ;",
    'src/marked.test.js': "localStorage.setItem('token', 'x'); // TODO(httponly): sign in by a cookie\n",
  });
  const { findings, skipped, files } = scan(root);
  expect(findings.map(({ file, rule }) => [file, rule])).toEqual([['src/marked.test.js', 'no-unfinished-migration']]);
  expect({ skipped, files }).toEqual({ skipped: [], files: 2 });
});
