import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { httponly } from '../support/run-httponly.ts';
import { temporaryProject } from '../support/temporary-project.ts';

const WRITE = "localStorage.setItem('token', token);\n";
const project = (): string =>
  temporaryProject({
    'package.json': JSON.stringify({ dependencies: { react: '19' } }),
    'src/a.js': WRITE,
    'src/b.js': `console.log('token', token);\n${WRITE}`,
    'src/legacy/c.js': WRITE,
  });

function git(root: string, ...parameters: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...parameters], { cwd: root, stdio: 'ignore' });
}

/** Places that a scan names, by its JSON. */
async function places(root: string, ...options: readonly string[]): Promise<string[]> {
  const { out } = await httponly(root, ['scan', '--json', ...options]);
  return (JSON.parse(out) as { findings: { file: string; line: number; rule: string }[] }).findings.map(
    ({ file, line, rule }) => `${file}:${String(line)} ${rule}`,
  );
}

describe('what is looked at', () => {
  it('rules by name, with or without the name of the plugin', async () => {
    const root = project();
    expect(await places(root, '--rule', 'no-token-in-log')).toEqual(['src/b.js:1 no-token-in-log']);
    expect(await places(root, '--rule', 'httponly/no-token-in-log', '--rule', 'no-token-in-browser-storage')).toHaveLength(4);
    expect((await httponly(root, ['scan', '--rule', 'no-token-in-logs'])).error).toContain(
      "there is no such rule. Did you mean 'no-token-in-log'?",
    );
  });

  it('not what is ignored, which is read all the same', async () => {
    const root = temporaryProject({
      'package.json': JSON.stringify({ dependencies: { react: '19' } }),
      'src/keys.js': "export const K = 'token';\nlocalStorage.setItem('token', token);\n",
      'src/a.js': "import { K } from './keys';\nlocalStorage.setItem(K, value);\n",
    });
    expect(await places(root, '--ignore', 'src/keys.js')).toEqual(['src/a.js:2 no-token-in-browser-storage']);
    expect(await places(root, '--ignore', '**/*.js')).toEqual([]);
  });

  it('what differs from the last commit, or from where the branch left another', async () => {
    const root = project();
    git(root, 'init', '-q', '-b', 'main');
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', 'first');
    git(root, 'checkout', '-qb', 'work');
    writeFileSync(path.join(root, 'src/a.js'), `\n${WRITE}`);
    git(root, 'commit', '-qam', 'second');
    writeFileSync(path.join(root, 'src/new.js'), WRITE);
    expect(await places(root, '--changed')).toEqual(['src/new.js:1 no-token-in-browser-storage']);
    expect(await places(root, '--since', 'main')).toEqual([
      'src/a.js:2 no-token-in-browser-storage',
      'src/new.js:1 no-token-in-browser-storage',
    ]);
    expect((await httponly(root, ['scan', '--since', 'nowhere'])).error).toContain('--since nowhere: git knows no such commit.');
    expect((await httponly(root, ['scan', '--since', '--upload-pack=x'])).code).toBe(2);
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', 'third');
    expect(await httponly(root, ['scan', '--changed'])).toMatchObject({ code: 0 });
    expect((await httponly(project(), ['scan', '--changed'])).error).toContain('in no git repository');
  });
});

describe('what comes out', () => {
  it.each([
    ['sarif', '"version": "2.1.0"'],
    ['markdown', '| `src/a.js:1` |'],
    ['github', '::error file=src/a.js,line=1,'],
    ['json', '"file": "src/a.js"'],
    ['pretty', 'src/a.js'],
  ])('%s', async (format, text) => {
    const { code, out } = await httponly(project(), ['scan', '--format', format]);
    expect(code).toBe(1);
    expect(out).toContain(text);
  });

  it('no other format', async () => {
    expect((await httponly(project(), ['scan', '--format', 'xml'])).error).toContain('--format xml: it can be pretty, json,');
  });

  it('into a file', async () => {
    const root = project();
    const { out } = await httponly(root, ['scan', '--format', 'sarif', '--output', 'out.sarif']);
    expect(out).toContain('4 findings written to out.sarif.');
    expect(JSON.parse(readFileSync(path.join(root, 'out.sarif'), 'utf8'))).toHaveProperty('version', '2.1.0');
    expect(existsSync(path.join(root, 'out.sarif'))).toBe(true);
  });

  it('findings alone', async () => {
    expect((await httponly(project(), ['scan'])).out).toContain('What each rule is about');
    expect((await httponly(project(), ['scan', '--quiet'])).out).not.toContain('What each rule is about');
  });

  it('an exit code that a build can live with', async () => {
    const root = project();
    const codeOf = async (...options: readonly string[]): Promise<number> => (await httponly(root, ['scan', ...options])).code;
    expect(await codeOf('--max-findings', '4')).toBe(0);
    expect(await codeOf('--max-findings', '3')).toBe(1);
    expect(await codeOf('--max-findings', 'few')).toBe(2);
    expect(await codeOf('--no-exit-code')).toBe(0);
  });

  it('what to do next, and only what helps', async () => {
    expect((await httponly(project(), ['scan'])).out).toContain('npx eslint-plugin-httponly migrate');
    const { out } = await httponly(project(), ['scan', '--rule', 'no-token-in-log']);
    expect(out).toContain('npx eslint --suppress-all');
    expect(out).not.toContain('migrate');
  });
});

describe('a finding for people', () => {
  const found = async (files: Record<string, string>, ...options: readonly string[]): Promise<string[]> => {
    const root = temporaryProject({ 'package.json': JSON.stringify({ dependencies: { react: '19' } }), ...files });
    const { out } = await httponly(root, ['scan', '--quiet', ...options]);
    return out.split('\n').slice(1, -3);
  };

  it('stands at a place that opens in an editor, with its code, and where the value comes from', async () => {
    const lines = await found({
      'src/session.js': "export const load = () => localStorage.getItem('access_token');\n",
      'src/a.js': "import { load } from './session';\nconst found = load();\n\tsessionStorage.setItem('kept', found);\n",
    });
    expect(lines.slice(0, 5)).toEqual([
      'src/a.js:3:2  no-token-in-browser-storage (seen across files)',
      "     3 │ sessionStorage.setItem('kept', found);",
      '       │ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~',
      '       from src/session.js:1:27',
      "     1 │ export const load = () => localStorage.getItem('access_token');",
    ]);
  });

  it('is told once where it is the same', async () => {
    const lines = await found({ 'src/a.js': WRITE, 'src/b.js': WRITE });
    expect(lines.filter((one) => one.includes('This puts'))).toHaveLength(1);
    expect(lines.at(-1)).toBe('    As at src/a.js:1:1.');
  });

  it('is marked in a line that is too long to be shown', async () => {
    const [, code, mark] = await found({ 'src/a.js': `${'f(0); '.repeat(40)}${WRITE}` });
    expect(code!.length).toBeLessThanOrEqual(100);
    expect(code!.slice(mark!.indexOf('~'))).toBe(WRITE.trimEnd());
  });

  it('goes on over lines', async () => {
    const lines = await found({ 'src/a.js': "localStorage.setItem(\n  'token',\n  token,\n);\n" });
    expect(lines.slice(1, 3)).toEqual(['     1 │ localStorage.setItem(', '       │ ~~~~~~~~~~~~~~~~~~~~~']);
  });

  it('is as wide as the terminal', async () => {
    const root = project();
    for (const width of [40, 80, 500]) {
      const { out } = await httponly(root, ['scan', '--quiet'], false, undefined, width);
      const longest = Math.max(...out.split('\n').map((line) => line.length));
      expect(longest).toBeLessThanOrEqual(Math.min(120, Math.max(60, width)));
      expect(longest).toBeGreaterThan(50);
    }
  });
});
