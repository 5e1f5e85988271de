import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyPlan, undoMigration } from '../../src/project/apply.ts';
import type { PlannedFile } from '../../src/project/planned-file.ts';
import type { Kill } from '../support/killed-migration.ts';
import { applyAndKill, applyProgram } from '../support/killed-migration.ts';
import { temporaryProject } from '../support/temporary-project.ts';

/** Every file below a folder but git's, with its bytes and permissions. */
function snapshot(root: string): Record<string, string> {
  const found: Record<string, string> = {};
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const full = path.join(folder, entry.name);
      const name = path.relative(root, full);
      if (name === '.git') continue;
      if (entry.isDirectory()) {
        found[`${name}/`] = 'folder';
        walk(full);
      } else found[name] = `${(statSync(full).mode & 0o777).toString(8)} ${readFileSync(full, 'base64')}`;
    }
  };
  walk(root);
  return found;
}

/** A plan that changes, makes and removes files: the texts as they are, and as they will be. */
function planOf(
  root: string,
  files: Readonly<Record<string, readonly [before: string | undefined, after: string | undefined]>>,
): PlannedFile[] {
  return Object.entries(files).map(([name, [before, after]]) => ({ path: path.join(root, name), before, after, because: [] }));
}

const FEW: Readonly<Record<string, readonly [string | undefined, string | undefined]>> = {
  'client/api.js': ['a();\r\nb();\r\n', 'a();\r\n'],
  'client/gone.js': ['token();\n', undefined],
  'client/marked.js': ["\uFEFFa('ü');\nb();", "\uFEFFa('ü');\n"],
  'client/new/deep/session.js': [undefined, 'export const hasSession = 1;\n'],
  'server/app.js': ['x'.repeat(20_000), 'y'.repeat(30_000)],
};

/** Many files, so that there is time to be killed in. */
const MANY = Object.fromEntries(
  Array.from({ length: 200 }, (_one, i): [string, readonly [string | undefined, string | undefined]] => {
    const before = `before(${String(i)});\n`.repeat(50);
    const after = `after(${String(i)});\n`.repeat(60);
    return [
      `src/${String(i % 7)}/file-${String(i)}.js`,
      i % 10 === 0 ? [undefined, after] : i % 10 === 1 ? [before, undefined] : [before, after],
    ];
  }),
);

function existing(files: typeof FEW): Record<string, string> {
  return Object.fromEntries(Object.entries(files).flatMap(([name, [before]]) => (before === undefined ? [] : [[name, before]])));
}

/** Kills a migration, looks at every file, and takes it back. @returns Whether the migration had come to its end before. */
async function killedAndTakenBack(program: string, files: typeof FEW, kill: Kill): Promise<boolean> {
  const root = temporaryProject(existing(files), { git: true });
  const asItWas = snapshot(root);
  const isDone = await applyAndKill(program, root, planOf(root, files), kill);
  for (const [name, [before, after]] of Object.entries(files)) {
    const now = existsSync(path.join(root, name)) ? readFileSync(path.join(root, name), 'utf8') : undefined;
    expect(now === before || now === after, `${name} is neither old nor new`).toBe(true);
  }
  if (existsSync(path.join(root, '.git/httponly-undo.json'))) undoMigration(root);
  expect(snapshot(root)).toEqual(asItWas);
  expect(execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' })).toBe('');
  return isDone;
}

describe.skipIf(process.platform === 'win32')('a migration that is killed', () => {
  it('leaves each file old or new at every single step, and undo takes it back', async () => {
    const program = applyProgram();
    let steps = 0;
    while (!(await killedAndTakenBack(program, FEW, { call: steps }))) steps++;
    // Four files that are written, one that goes, and the undo record twice.
    expect(steps).toBeGreaterThan(30);
  }, 120_000);

  it('leaves each file old or new at random moments', async () => {
    const program = applyProgram();
    for (let i = 0; i < 6; i++) await killedAndTakenBack(program, MANY, { after: Math.random() * 150 });
  }, 120_000);

  it('and run again is taken back as one', async () => {
    const root = temporaryProject(existing(FEW), { git: true });
    const asItWas = snapshot(root);
    await applyAndKill(applyProgram(), root, planOf(root, FEW), { call: 24 });
    const rest = Object.entries(FEW).filter(
      ([name, [before]]) =>
        existsSync(path.join(root, name)) === (before !== undefined) &&
        (before === undefined || readFileSync(path.join(root, name), 'utf8') === before),
    );
    expect(rest.length).toBeGreaterThan(0);
    expect(rest.length).toBeLessThan(Object.keys(FEW).length);
    applyPlan({ root, files: planOf(root, Object.fromEntries(rest)) });
    for (const [name, [, after]] of Object.entries(FEW))
      expect(existsSync(path.join(root, name)) ? readFileSync(path.join(root, name), 'utf8') : undefined).toBe(after);
    undoMigration(root);
    expect(snapshot(root)).toEqual(asItWas);
  }, 30_000);
});

describe('what is written', () => {
  it('is what was planned, byte for byte, and undo puts back what was there', () => {
    const root = temporaryProject(existing(FEW), { git: true });
    const asItWas = snapshot(root);
    const applied = applyPlan({ root, files: planOf(root, FEW) });
    expect(applied).toEqual({
      written: ['client/api.js', 'client/marked.js', 'client/new/deep/session.js', 'server/app.js'].map((name) => path.normalize(name)),
      removed: [path.normalize('client/gone.js')],
      refused: [],
    });
    for (const [name, [, after]] of Object.entries(FEW))
      if (after !== undefined) expect(readFileSync(path.join(root, name))).toEqual(Buffer.from(after));
    expect(
      execFileSync('git', ['status', '--porcelain', '-uall'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean),
    ).toHaveLength(5);
    undoMigration(root);
    expect(snapshot(root)).toEqual(asItWas);
    expect(() => undoMigration(root)).toThrow('there is no migration to take back here');
  });

  it.skipIf(process.platform === 'win32')('keeps the permissions of files, and undo those of removed ones', () => {
    const root = temporaryProject({ 'run.js': 'a();\n', 'gone.js': 'b();\n' });
    chmodSync(path.join(root, 'run.js'), 0o775);
    chmodSync(path.join(root, 'gone.js'), 0o755);
    const asItWas = snapshot(root);
    applyPlan({ root, files: planOf(root, { 'run.js': ['a();\n', 'c();\n'], 'gone.js': ['b();\n', undefined] }) });
    expect(statSync(path.join(root, 'run.js')).mode & 0o777).toBe(0o775);
    undoMigration(root);
    expect(snapshot(root)).toEqual(asItWas);
  });

  it('does not go over what changed since it was read, is there already, or is not there any more; the others go on', () => {
    const root = temporaryProject({ 'a.js': 'edited();\n', 'b.js': 'b();\n', 'new.js': 'mine();\n' });
    const { written, refused } = applyPlan({
      root,
      files: planOf(root, {
        'a.js': ['a();\n', 'x();\n'],
        'b.js': ['b();\n', 'x();\n'],
        'new.js': [undefined, 'x();\n'],
        'gone.js': ['g();\n', 'x();\n'],
      }),
    });
    expect(written).toEqual(['b.js']);
    expect(refused).toEqual([
      { path: 'a.js', reason: 'it changed while the plan was made' },
      { path: 'new.js', reason: 'a file of this name is there already' },
      { path: 'gone.js', reason: 'it is not there any more' },
    ]);
    expect(readFileSync(path.join(root, 'a.js'), 'utf8')).toBe('edited();\n');
    expect(readFileSync(path.join(root, 'new.js'), 'utf8')).toBe('mine();\n');
  });

  it('does not go past permissions, through links or over bytes that are no text; the others go on', () => {
    const root = temporaryProject({ 'locked.js': 'a();\n', 'free.js': 'a();\n', 'target.js': 'a();\n', 'latin.js': '' });
    chmodSync(path.join(root, 'locked.js'), 0o444);
    symlinkSync(path.join(root, 'target.js'), path.join(root, 'link.js'));
    writeFileSync(path.join(root, 'latin.js'), Buffer.from('a("\u00fc");\n', 'latin1'));
    const { written, refused } = applyPlan({
      root,
      files: planOf(root, {
        'locked.js': ['a();\n', 'x();\n'],
        'link.js': ['a();\n', 'x();\n'],
        'latin.js': ['a("\uFFFD");\n', 'x("\uFFFD");\n'],
        'free.js': ['a();\n', 'x();\n'],
      }),
    });
    expect(written).toEqual(['free.js']);
    expect(refused.map(({ path: file, reason }) => `${file}: ${reason}`)).toEqual([
      'locked.js: it is read-only',
      'link.js: it is a link',
      'latin.js: it changed while the plan was made',
    ]);
    expect(readFileSync(path.join(root, 'locked.js'), 'utf8')).toBe('a();\n');
  });

  it('names a file that cannot be written and goes on', () => {
    const root = temporaryProject({ folder: 'a file where a folder is wanted', 'b.js': 'b();\n' });
    const { written, refused } = applyPlan({
      root,
      files: planOf(root, { 'folder/new.js': [undefined, 'x();\n'], 'b.js': ['b();\n', 'x();\n'] }),
    });
    expect(written).toEqual(['b.js']);
    expect(refused).toEqual([
      { path: path.join('folder', 'new.js'), reason: expect.stringMatching(/^it cannot be read \(ENOTDIR\)/) as string },
    ]);
  });

  it.skipIf(process.platform === 'win32')('names a file that fails while it is written, and goes on', () => {
    const root = temporaryProject({ 'b.js': 'b();\n' });
    // Its own name is short enough, that of what is written beside it is not.
    const long = `${'a'.repeat(250)}.js`;
    const { written, refused } = applyPlan({
      root,
      files: planOf(root, { [long]: [undefined, 'x();\n'], 'b.js': ['b();\n', 'x();\n'] }),
    });
    expect(written).toEqual(['b.js']);
    expect(refused).toEqual([{ path: long, reason: 'it could not be written (ENAMETOOLONG)' }]);
  });
});

describe('undo', () => {
  it('leaves alone what was edited since, puts the rest back, and can be asked again', () => {
    const root = temporaryProject({ 'a.js': 'a();\n', 'b.js': 'b();\n' });
    applyPlan({ root, files: planOf(root, { 'a.js': ['a();\n', 'x();\n'], 'b.js': ['b();\n', 'x();\n'] }) });
    writeFileSync(path.join(root, 'a.js'), 'mine();\n');
    expect(undoMigration(root)).toEqual({
      written: ['b.js'],
      removed: [],
      refused: [{ path: 'a.js', reason: 'it was changed after the migration' }],
    });
    expect(readFileSync(path.join(root, 'a.js'), 'utf8')).toBe('mine();\n');
    writeFileSync(path.join(root, 'a.js'), 'x();\n');
    expect(undoMigration(root).written).toEqual(['a.js']);
  });

  it('keeps a folder that somebody else uses by now', () => {
    const root = temporaryProject({});
    applyPlan({ root, files: planOf(root, { 'new/session.js': [undefined, 'x();\n'] }) });
    writeFileSync(path.join(root, 'new/mine.js'), '');
    undoMigration(root);
    expect(readdirSync(path.join(root, 'new'))).toEqual(['mine.js']);
  });

  it('says where the migration ran, when it is asked elsewhere', () => {
    const root = temporaryProject({ 'a.js': 'a();\n' }, { git: true });
    applyPlan({ root, files: planOf(root, { 'a.js': ['a();\n', 'x();\n'] }) });
    mkdirSync(path.join(root, 'sub'));
    expect(() => undoMigration(path.join(root, 'sub'))).toThrow(`the last migration ran in ${root}`);
  });
});
