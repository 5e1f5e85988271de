import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { scan } from '../../src/cli/scan.ts';
import { operations } from '../support/operations.ts';
import { temporaryProject } from '../support/temporary-project.ts';

const WRITE = "localStorage.setItem('token', token);\n";

/** Runs the command as in a terminal. */
async function ran(cwd: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const say = (text: string): void => void said.push(text);
  const code = await run(args, { cwd, out: say, error: say, isTerminal: true, canAsk: false });
  return { code, said: said.join('\n') };
}

describe('no all-clear for what was not looked at', () => {
  it.each([
    ['a folder that holds nothing', { 'src/a.js': WRITE, 'docs/a.md': '# Notes' }, ['docs'], /docs: there is no file in it/],
    ['a pattern that matches nothing', { 'src/a.js': WRITE }, ['lib/**'], /lib\/\*\*: there is no file in it/],
    ['a path outside', { 'src/a.js': WRITE }, ['..'], /\.\.: it is outside of/],
    ['a project without a source', { 'README.md': '# Nothing' }, [], /Nothing was looked at/],
    ['a file that is no source', { 'README.md': '# Nothing', 'src/a.js': '' }, ['README.md'], /Nothing was looked at/],
    [
      'one file that cannot be parsed',
      { 'src/a.js': 'const token = ;' },
      [],
      /skipped src\/a\.js: it cannot be parsed[\s\S]*Nothing was looked at/,
    ],
  ])('%s', async (_, files, args, message) => {
    const { code, said } = await ran(temporaryProject(files), 'scan', ...args);
    expect(said).toMatch(message);
    expect(said).not.toMatch(/No credentials/);
    expect(code).toBe(2);
  });

  it('names files that are too large, and says how many were skipped', async () => {
    const root = temporaryProject({ 'src/a.js': 'a();\n', 'src/large.js': `${' '.repeat(1_000_000)}${WRITE}` });
    const { code, said } = await ran(root, 'scan');
    expect(said).toMatch(/skipped src\/large\.js: it is larger than 1 MB/);
    expect(said).toMatch(/1 file looked at, 1 file skipped/);
    expect(code).toBe(0);
  });

  it('names files whose names are not UTF-8', async () => {
    const root = temporaryProject({ 'src/a.js': 'a();\n' });
    writeFileSync(Buffer.concat([Buffer.from(path.join(root, 'src/')), Buffer.from([0xe9]), Buffer.from('.js')]), WRITE);
    expect((await ran(root, 'scan')).said).toMatch(/skipped src\/.\.js: its name is not UTF-8/);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['a package.json that is no JSON', { 'package.json': '{ "name": ' }, /package\.json is not JSON/],
    ['settings that are not known', { 'package.json': '{ "httponly": { "tets": true } }' }, /tets is not a setting/],
    ['settings that are a list', { 'package.json': '{ "httponly": [] }' }, /must be an object/],
    ['suppressions that are no JSON', { 'eslint-suppressions.json': '{' }, /eslint-suppressions\.json is not JSON/],
    ['suppressions that are null', { 'eslint-suppressions.json': 'null' }, /is no list of suppressions/],
    ['suppressions without a count', { 'eslint-suppressions.json': '{ "src/a.js": { "x": null } }' }, /is no list of suppressions/],
    [
      'a pattern that takes for ever',
      { 'package.json': JSON.stringify({ httponly: { ignoreNames: ['/^(a+)+$/'] } }) },
      /repeats what it repeats/,
    ],
    ['a pattern that is none', { 'package.json': JSON.stringify({ httponly: { credentialNames: ['/(/'] } }) }, /is no regular expression/],
  ])('%s', async (_, files, message) => {
    const { code, said } = await ran(temporaryProject({ ...files, 'src/a.js': WRITE }), 'scan');
    expect(said).toMatch(message);
    expect(code).toBe(2);
  });

  it('settings of the package above count too, up to the repository', async () => {
    const files = {
      'package.json': JSON.stringify({ httponly: { ignoreNames: ['/^tok/'] } }),
      'packages/web/package.json': JSON.stringify({ name: 'web' }),
      'packages/web/src/a.js': WRITE,
      'packages/api/package.json': JSON.stringify({ name: 'api', httponly: {} }),
      'packages/api/src/a.js': WRITE,
    };
    const root = temporaryProject(files, { git: true });
    expect((await ran(path.join(root, 'packages/web'), 'scan')).code).toBe(0);
    // The nearest has the word.
    expect((await ran(path.join(root, 'packages/api'), 'scan')).code).toBe(1);
    // Outside of a repository nobody knows where to stop.
    expect((await ran(path.join(temporaryProject(files), 'packages/web'), 'scan')).code).toBe(1);
  });

  it('settings behind a byte order mark are read', async () => {
    const root = temporaryProject({
      'package.json': `\uFEFF${JSON.stringify({ httponly: { ignoreNames: ['/^tok/'] } })}`,
      'src/a.js': WRITE,
    });
    expect((await ran(root, 'scan')).code).toBe(0);
  });
});

it('what a terminal would obey is shown and not sent', async () => {
  const root = temporaryProject({ 'src/\u001B]0;title\u0007a.js': WRITE, 'src/b\u009B8m.js': 'const token = ;' });
  const { said } = await ran(root, 'scan');
  // eslint-disable-next-line no-control-regex -- They are what must not be there.
  expect(said.replace(/\u001B\[\d+m/g, '')).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
  expect(said).toMatch(/src\/\\x1b\]0;title\\x07a\.js/);
  expect(said).toMatch(/src\/b\\x9b8m\.js/);
});

describe('code that goes too deep', () => {
  it('skips by name what the parser cannot follow, and goes on', () => {
    const root = temporaryProject({ 'src/a.js': WRITE, 'src/deep.js': `const token = ${'['.repeat(6000)}${']'.repeat(6000)};\n` });
    const { findings, skipped } = scan(root);
    expect(findings.map(({ file }) => file)).toEqual(['src/a.js']);
    expect(skipped).toEqual([{ path: 'src/deep.js', reason: expect.stringContaining('it nests too deep') as string }]);
  });

  it.each([
    ['aliases', Array.from({ length: 5000 }, (_, i) => `const token${String(i + 1)} = token${String(i)};`).join('\n')],
    [
      'functions that call each other',
      Array.from({ length: 2000 }, (_, i) => `function token${String(i)}() { return token${String((i + 1) % 2000)}(); }`).join('\n'),
    ],
  ])('%s end nothing but the look at their file', (_, text) => {
    const root = temporaryProject({
      'src/a.js': WRITE,
      'src/many.js': `let token0 = load();\n${text}\nlocalStorage.setItem('token', token1999());\nlocalStorage.setItem('jwt', token4999);\n`,
    });
    const { findings, failures } = scan(root);
    expect(findings.some(({ file }) => file === 'src/a.js')).toBe(true);
    expect(failures).toEqual([]);
  });

  it('modules that give on all that each other gives', () => {
    const modules = (count: number): string => {
      const names = Array.from({ length: count }, (_, i) => `m${String(i)}`);
      const text = names.map((name) => `export * from './${name}';\n`).join('');
      return temporaryProject({
        ...Object.fromEntries(names.map((name) => [`src/${name}.js`, text])),
        'src/a.js': `import { save } from './m0';\nsave('token', token);\n`,
      });
    };
    const [small, large] = [modules(4), modules(16)].map((root) => operations(() => scan(root)));
    expect(large! / small!).toBeLessThan(16);
  });
});

describe('a part of a workspace', () => {
  const files = (others: number): Record<string, string> => ({
    'package.json': JSON.stringify({ workspaces: ['packages/*'] }),
    'packages/small/package.json': JSON.stringify({ name: 'small', dependencies: { react: '19', shared: '*' } }),
    'packages/small/src/a.js': "import { KEY } from '../../shared/src/keys';\nlocalStorage.setItem(KEY, value);\n",
    'packages/shared/package.json': JSON.stringify({ name: 'shared' }),
    'packages/shared/src/keys.js': "export { KEY } from './names';\n",
    'packages/shared/src/names.js': "export const KEY = 'auth_token';\n",
    ...Object.fromEntries(
      Array.from({ length: others }, (_, i) => [
        `packages/other${String(i)}/src/a.js`,
        `export const user = read();\nlocalStorage.setItem('token', user.token);\n`,
      ]),
    ),
    ...Object.fromEntries(Array.from({ length: others }, (_, i) => [`packages/other${String(i)}/package.json`, '{}'])),
  });

  it('is judged by what it imports', () => {
    const found = scan(temporaryProject(files(2)), { paths: ['packages/small'] });
    expect(found.findings.map(({ file, line }) => `${file}:${String(line)}`)).toEqual(['packages/small/src/a.js:2']);
    expect(found.files).toBe(1);
  });

  it('costs what it and its imports cost, however large the rest is', () => {
    const [few, many] = [2, 60].map((others) => {
      const root = temporaryProject(files(others));
      return operations(() => scan(root, { paths: ['packages/small'] }));
    });
    // Names of the others are listed; their texts are not read.
    expect(many! / few!).toBeLessThan(1.5);
  });
});
