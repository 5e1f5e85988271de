import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { nearWord } from '../../src/cli/near-words.ts';
import { applyPlan } from '../../src/project/apply.ts';
import { httponly } from '../support/run-httponly.ts';
import { temporaryProject } from '../support/temporary-project.ts';

const COMMANDS = ['scan', 'migrate', 'undo', 'codemod', 'verify'];

/** A project whose one file was migrated. */
function migrated(): { readonly root: string; readonly text: () => string } {
  const root = temporaryProject({ 'a.js': 'before();\n' });
  applyPlan({
    root,
    files: [
      { path: path.join(root, 'a.js'), before: 'before();\n', after: 'after();\n', because: [] },
      { path: path.join(root, 'new.js'), before: undefined, after: 'made();\n', because: [] },
    ],
  });
  return { root, text: () => readFileSync(path.join(root, 'a.js'), 'utf8') };
}

describe('help', () => {
  it.each(COMMANDS)('%s has its own page, whatever else is there', async (command) => {
    const root = temporaryProject({});
    for (const args of [
      [command, '--help'],
      [command, '-h'],
      ['help', command],
      [command, '--no-such-option', '--help'],
    ]) {
      const { code, out } = await httponly(root, args);
      expect(code).toBe(0);
      expect(out).toContain(`Usage\n  httponly ${command} `);
      expect(out).toContain('--cwd PATH');
    }
  });

  it('names every command', async () => {
    const { out } = await httponly(temporaryProject({}), ['--help']);
    for (const command of COMMANDS) expect(out).toContain(`httponly ${command}`);
  });
});

describe('what is not understood', () => {
  it.each([
    [['udno'], "'udno' is not a command. Did you mean 'undo'?"],
    [['Scan'], "'Scan' is not a command. Did you mean 'scan'?"],
    [['frobnicate'], "'frobnicate' is not a command. Commands: "],
    [['constructor'], "'constructor' is not a command. Commands: "],
    [['--hlep'], "there is no option '--hlep' before a command. Did you mean '--help'?"],
    [['undo', '--dryrun'], "httponly undo has no option '--dryrun'. Did you mean '--dry-run'?"],
    [['scan', '--jsn'], "httponly scan has no option '--jsn'. Did you mean '--json'?"],
    [['migrate', '--pase', 'server'], "httponly migrate has no option '--pase'. Did you mean '--phase'?"],
    [['migrate', '--frobnicate'], "httponly migrate has no option '--frobnicate'. httponly migrate --help lists them."],
    [['codemod', 'cookie-auth', '--dry'], "httponly codemod has no option '--dry'. Did you mean '--dry-run'?"],
    [['codemod', 'cookie-auht'], "'cookie-auht' is not a codemod. Did you mean 'cookie-auth'?"],
    [['codemod', 'cookie-auth', '--phase', 'sever'], '--phase sever: it can be all, server, client, cleanup.'],
    [['scan', '--preset', 'recomended'], "--preset recomended: there is no such preset. Did you mean 'recommended'?"],
    [['undo', 'now'], "httponly undo takes no 'now'."],
    [['undo', '--dry-run=no'], '--dry-run takes no value.'],
    [['migrate', '--phase'], '--phase needs a value.'],
    [['migrate', '--api-origin', 'api.example.com'], '--api-origin api.example.com: it has to be an address such as'],
    [['migrate', '--api-origin', 'ftp://example.com'], '--api-origin ftp://example.com: it has to be an address such as'],
    [['migrate', '--sign-in', 'login'], '--sign-in login: it has to be a path of the server, such as /api/auth/login.'],
    [['migrate', '--phase', '--yes'], '--phase needs a value.'],
    [['undo', '-x'], "httponly undo has no option '-x'"],
  ])('%j is an error, and nothing is done', async (args, message) => {
    const { root, text } = migrated();
    const { code, error, out } = await httponly(root, args);
    expect(code).toBe(2);
    expect(error).toContain(`httponly: ${message}`);
    expect(out).toBe('');
    expect(text()).toBe('after();\n');
  });

  it('a word that is far from all is near to none', () => {
    expect(nearWord('x', ['scan', 'undo'])).toBeUndefined();
    expect(nearWord('migrateplease', ['migrate'])).toBeUndefined();
    expect(nearWord('mirgate', ['scan', 'migrate'])).toBe('migrate');
  });
});

describe('undo', () => {
  it.each([[['--help']], [['-h']], [['--dry-run']]])('%j puts nothing back', async (args) => {
    const { root, text } = migrated();
    expect((await httponly(root, ['undo', ...args])).code).toBe(0);
    expect(text()).toBe('after();\n');
    expect(existsSync(path.join(root, 'new.js'))).toBe(true);
    expect((await httponly(root, ['undo'])).code).toBe(0);
    expect(text()).toBe('before();\n');
    expect(existsSync(path.join(root, 'new.js'))).toBe(false);
  });

  it('--dry-run says what would be done, and what would be left alone', async () => {
    const { root } = migrated();
    expect((await httponly(root, ['undo', '--dry-run'])).out).toBe('  a.js\n  new.js\nWould put back: 1 file, would take away: 1.');
    writeFileSync(path.join(root, 'a.js'), 'mine();\n');
    const { code, out } = await httponly(root, ['undo', '--dry-run']);
    expect(code).toBe(1);
    expect(out).toContain('Would leave alone: a.js: it was changed after the migration.');
    expect(readFileSync(path.join(root, 'a.js'), 'utf8')).toBe('mine();\n');
  });
});

describe('--cwd', () => {
  it('is where undo works', async () => {
    const { root, text } = migrated();
    expect((await httponly('/', ['undo', '--cwd', root])).code).toBe(0);
    expect(text()).toBe('before();\n');
  });

  it('is where scan, migrate and codemod work, relative to where the command runs', async () => {
    const root = temporaryProject({
      'app/package.json': JSON.stringify({ dependencies: { react: '19' } }),
      'app/a.js': "localStorage.setItem('token', token);\n",
    });
    mkdirSync(path.join(root, 'other'));
    writeFileSync(path.join(root, 'other/b.js'), 'b();\n');
    expect((await httponly(root, ['scan', '--cwd', 'app'])).code).toBe(1);
    expect((await httponly(root, ['scan', '--cwd', 'other'])).code).toBe(0);
    expect((await httponly(root, ['migrate', '--cwd=other', '--dry-run'])).out).toContain('Nothing to change');
    expect((await httponly(root, ['codemod', 'bearer-to-cookie', 'a.js', '--cwd', 'app', '--dry-run'])).out).toContain('1 file');
  });

  it.each(COMMANDS)('%s says where there is no such folder', async (command) => {
    const root = temporaryProject({ 'a-file': '' });
    for (const cwd of ['nowhere', 'a-file']) {
      const { code, error } = await httponly(root, [command, ...(command === 'codemod' ? ['cookie-auth'] : []), '--cwd', cwd]);
      expect(code).toBe(2);
      expect(error).toBe(`httponly: --cwd ${cwd}: there is no such folder.`);
    }
  });
});

describe('codemod', () => {
  const files = { 'a.js': "localStorage.setItem('token', token);\n" };
  const runCodemod = (root: string, ...options: readonly string[]) => httponly(root, ['codemod', 'bearer-to-cookie', ...options]);
  const isChanged = (root: string): boolean => readFileSync(path.join(root, 'a.js'), 'utf8') !== files['a.js'];

  it('writes where git could bring back what was there', async () => {
    const root = temporaryProject(files, { git: true });
    await runCodemod(root);
    expect(isChanged(root)).toBe(true);
    const again = await runCodemod(root);
    expect(again.code).toBe(2);
    expect(again.error).toContain('git has uncommitted changes here (a.js');
  });

  it('writes nothing where git could not, unless that is wanted', async () => {
    const root = temporaryProject(files);
    const { code, error } = await runCodemod(root);
    expect(code).toBe(2);
    expect(error).toContain('this is not a git repository');
    expect(isChanged(root)).toBe(false);
    await runCodemod(root, '--allow-dirty');
    expect(isChanged(root)).toBe(true);
  });
});
