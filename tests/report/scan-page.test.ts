import { describe, expect, it } from 'vitest';
import { scanPage } from '../../src/report/scan-page.ts';
import { inWords, tokenMap } from '../../src/report/token-map.ts';
import { scanFinding as finding, scanResult as result } from './support/scan-findings.ts';

const at = (file: string, line = 1): ReturnType<typeof finding> => finding({ file, line, endLine: line });
const KEY = { storage: 'localStorage', reason: "key 'jwt' names an access token" };

describe('the map of what was found', () => {
  it('goes from file to file, into and out of what scripts can reach', () => {
    const map = tokenMap([
      finding({ file: 'src/login.js', messageId: 'written', data: KEY, flow: [at('src/api.js'), at('src/store.js')] }),
      finding({ file: 'src/http.js', messageId: 'read', data: KEY }),
      finding({ file: 'src/http.js', rule: 'no-client-bearer-token', messageId: 'sent', data: { header: 'Authorization' } }),
      finding({ file: 'server/app.js', rule: 'require-trust-proxy', messageId: 'missing' }),
    ]);
    expect(map.edges.map(inWords)).toEqual([
      'src/api.js to src/store.js: 1 finding',
      'src/store.js to src/login.js: 1 finding',
      "src/login.js to localStorage 'jwt': 1 finding",
      "localStorage 'jwt' to src/http.js: 1 finding",
      'src/http.js to Authorization header: 1 finding',
    ]);
    expect(map.nodes.filter(({ kind }) => kind === 'files').map(({ label, findings }) => [label, findings])).toEqual([
      ['src/api.js', 0],
      ['src/store.js', 0],
      ['src/login.js', 1],
      ['src/http.js', 2],
    ]);
  });

  it('draws folders where there are too many files, as deep as they can be told apart', () => {
    const map = tokenMap(
      Array.from({ length: 200 }, (_, i) =>
        finding({ file: `src/features/f${String(i % 20)}/deep/a${String(i)}.js`, messageId: 'written', data: KEY }),
      ),
    );
    expect(map.isByFolder).toBe(true);
    const folders = map.nodes.filter(({ kind }) => kind === 'files');
    expect(folders).toHaveLength(20);
    expect(folders[0]).toMatchObject({ label: 'src/features/f0/deep/', findings: 10 });
  });
});

describe('the page of a scan', () => {
  const page = scanPage('shop', result([finding({ flow: [at('src/<b>.js', 9)] })]), {
    files: [],
    refusals: ['because of <i>it</i>'],
    left: [],
  });

  it('says what is found, where it comes from, and what a migration would do', () => {
    expect(page).toContain('<p class="bad">1 finding in 1 file</p>');
    expect(page).toContain('<mark>localStorage.setItem(&#39;token&#39;, token</mark>');
    expect(page).toContain('<code>src/&#60;b&#62;.js:9</code>');
    expect(page).toContain('because of &#60;i&#62;it&#60;/i&#62;');
  });

  it('holds no element that a name of the project makes, and asks no other place for anything', () => {
    const text = scanPage('<script>x</script>', result([finding({ file: '<img>.js', message: '<b>', code: '<script>' })]), undefined);
    expect(text).not.toMatch(/<(?:script|img|b)\b/);
    expect(text.replace(/<a href="[^"]*"/g, '')).not.toMatch(/(?:src|href)=|url\((?!#)/);
  });

  it('is an all-clear where there is nothing, and none where nothing was looked at', () => {
    expect(scanPage('shop', result([]), undefined)).toContain('No credentials within reach of scripts: 12 files looked at.');
    expect(scanPage('shop', result([], { files: 0 }), undefined)).toContain('Nothing was looked at');
    expect(scanPage('shop', result([], { skipped: [{ path: 'a.js', reason: 'too large' }] }), undefined)).toContain('too large');
  });
});
