import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyPlan, undoMigration } from '../../src/project/apply.ts';
import { discover } from '../../src/project/discover.ts';
import { planMigration } from '../../src/migration/plan.ts';
import { httponly } from '../support/run-httponly.ts';
import { temporaryProject } from '../support/temporary-project.ts';

/** A planned file, relative to a folder. */
const planned = (root: string, name: string, before: string | undefined, after: string | undefined) => ({
  path: path.join(root, name),
  before,
  after,
  because: [],
});

/** A project with a folder that is a link to another folder, which holds `theirs.js`. */
function linked(options: { readonly git?: boolean } = {}): { readonly root: string; readonly elsewhere: string } {
  const elsewhere = temporaryProject({ 'theirs.js': "localStorage.setItem('token', token);\n" });
  const root = temporaryProject({ 'src/mine.js': "localStorage.setItem('token', token);\n" }, options);
  symlinkSync(elsewhere, path.join(root, 'src/link'));
  return { root, elsewhere };
}

describe.skipIf(process.platform === 'win32')('discovery', () => {
  it('does not follow links to folders', () => {
    const { root } = linked();
    expect(discover(root).files).toEqual([path.join(root, 'src/mine.js')]);
    expect(discover(root, ['src']).files).toEqual([path.join(root, 'src/mine.js')]);
    expect(discover(root, ['**/*.js']).files).toEqual([path.join(root, 'src/mine.js')]);
  });

  it('does not follow a link that stands where git knows a folder', () => {
    const root = temporaryProject({ 'src/a.js': 'a();\n', 'lib/b.js': 'b();\n' }, { git: true });
    const elsewhere = temporaryProject({ 'b.js': 'theirs();\n' });
    rmSync(path.join(root, 'lib'), { recursive: true });
    symlinkSync(elsewhere, path.join(root, 'lib'));
    expect(discover(root).files).toEqual([path.join(root, 'src/a.js')]);
  });

  it('comes to an end where a link leads to the root of the disk, or back into the project', () => {
    const root = temporaryProject({ 'src/a.js': 'a();\n' });
    symlinkSync('/', path.join(root, 'src/everything'));
    symlinkSync(root, path.join(root, 'src/again'));
    expect(discover(root).files).toEqual([path.join(root, 'src/a.js')]);
  }, 5_000);

  it('finds the files of a project that is itself reached through a link', () => {
    const { root, elsewhere } = linked();
    rmSync(path.join(root, 'src/link'));
    symlinkSync(root, path.join(elsewhere, 'project'));
    expect(discover(path.join(elsewhere, 'project')).files).toEqual([path.join(elsewhere, 'project/src/mine.js')]);
  });
});

describe.skipIf(process.platform === 'win32')('writing', () => {
  it('does not go through a link to a folder', () => {
    const { root, elsewhere } = linked();
    const { written, refused } = applyPlan({
      root,
      files: [
        planned(root, 'src/link/theirs.js', "localStorage.setItem('token', token);\n", 'x();\n'),
        planned(root, 'src/link/new.js', undefined, 'x();\n'),
      ],
    });
    expect(written).toEqual([]);
    expect(refused.map(({ reason }) => reason)).toEqual(['the folder src/link is a link', 'the folder src/link is a link']);
    expect(readdirSync(elsewhere)).toEqual(['theirs.js']);
    expect(readFileSync(path.join(elsewhere, 'theirs.js'), 'utf8')).toContain('localStorage');
  });

  it.each(['../outside.js', '.git/hooks/pre-commit', '.GIT/config', 'a/../../outside.js'])('does not go to %s', (name) => {
    const root = temporaryProject({ 'app/a.js': '' });
    const { written, refused } = applyPlan({
      root: path.join(root, 'app'),
      files: [{ path: `${path.join(root, 'app')}/${name}`, before: undefined, after: 'x();\n', because: [] }],
    });
    expect(written).toEqual([]);
    expect(refused[0]?.reason).toMatch(/outside of the project|git's own files/);
  });

  it('does not go through a link that is named like a file of its own', () => {
    const root = temporaryProject({ 'a.js': 'a();\n' });
    const victim = path.join(temporaryProject({ 'victim.txt': 'mine' }), 'victim.txt');
    symlinkSync(victim, path.join(root, 'a.js.httponly-new'));
    symlinkSync(victim, path.join(root, '.httponly-undo.json.httponly-new'));
    symlinkSync(victim, path.join(root, '.httponly-undo.json'));
    expect(applyPlan({ root, files: [planned(root, 'a.js', 'a();\n', 'x();\n')] }).written).toEqual(['a.js']);
    expect(readFileSync(victim, 'utf8')).toBe('mine');
    undoMigration(root);
    expect(readFileSync(victim, 'utf8')).toBe('mine');
    expect(readFileSync(path.join(root, 'a.js'), 'utf8')).toBe('a();\n');
  });

  it('leaves no file of its own behind', () => {
    const root = temporaryProject({ 'a.js': 'a();\n' });
    applyPlan({ root, files: [planned(root, 'a.js', 'a();\n', 'x();\n')] });
    expect(readdirSync(root)).toEqual(['.httponly-undo.json', 'a.js']);
    undoMigration(root);
    expect(readdirSync(root)).toEqual(['a.js']);
  });
});

describe.skipIf(process.platform === 'win32')('a planted undo record', () => {
  const record = (root: string, name: string, more: object = {}): string =>
    JSON.stringify({
      version: 2,
      root,
      files: [{ path: name, before: 'planted', after: null }],
      folders: [],
      isFinished: true,
      mark: '0123456789abcdef',
      ...more,
    });

  it.each(['../planted.js', '/tmp/httponly-planted.js', '.git/hooks/pre-commit', 'src/../../planted.js'])(
    'does not write to %s',
    async (name) => {
      const folder = temporaryProject({ 'app/a.js': 'a();\n' });
      const root = path.join(folder, 'app');
      writeFileSync(path.join(root, '.httponly-undo.json'), record(root, name));
      const { code, error } = await httponly(root, ['undo']);
      expect(code).toBe(2);
      expect(error).toContain('is none of ours');
      expect(existsSync(path.resolve(root, name))).toBe(false);
    },
  );

  it('makes no folder outside, and does not go through a link', async () => {
    const { root, elsewhere } = linked();
    writeFileSync(path.join(root, '.httponly-undo.json'), record(root, 'src/link/planted.js', { folders: ['src/link'] }));
    expect((await httponly(root, ['undo'])).out).toContain('Left alone: src/link/planted.js: the folder src/link is a link.');
    writeFileSync(path.join(root, '.httponly-undo.json'), record(root, 'ok.js', { folders: ['../elsewhere'] }));
    expect((await httponly(root, ['undo'])).code).toBe(2);
    expect(readdirSync(elsewhere)).toEqual(['theirs.js']);
    expect(lstatSync(path.join(root, 'src/link')).isSymbolicLink()).toBe(true);
  });

  it.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['another form', JSON.stringify({ version: 2, root: '/', files: [null] })],
    ['an earlier form', JSON.stringify({ version: 1, root: '/', files: [], folders: [], isFinished: true })],
  ])('that is %s is named, and a migration goes on', async (_name, text) => {
    const root = temporaryProject({ 'a.js': 'a();\n' });
    writeFileSync(path.join(root, '.httponly-undo.json'), text);
    const { code, error } = await httponly(root, ['undo']);
    expect(code).toBe(2);
    expect(error).toContain('is none of ours');
    expect(applyPlan({ root, files: [planned(root, 'a.js', 'a();\n', 'x();\n')] }).written).toEqual(['a.js']);
    expect((await httponly(root, ['undo'])).code).toBe(0);
  });

  it('does not put a file back through a link that stands in its place by now', () => {
    const root = temporaryProject({ 'a.js': 'a();\n' });
    const victim = path.join(temporaryProject({ 'victim.js': 'x();\n' }), 'victim.js');
    applyPlan({ root, files: [planned(root, 'a.js', 'a();\n', 'x();\n')] });
    rmSync(path.join(root, 'a.js'));
    symlinkSync(victim, path.join(root, 'a.js'));
    expect(undoMigration(root).refused).toEqual([{ path: 'a.js', reason: 'it is a link' }]);
    expect(readFileSync(victim, 'utf8')).toBe('x();\n');
  });
});

it.skipIf(process.platform === 'win32')('a migration looks at and writes nothing behind a link', () => {
  const elsewhere = temporaryProject({
    'server/package.json': JSON.stringify({ name: 'api', dependencies: { express: '5', jsonwebtoken: '9' } }),
    'server/app.js':
      "const express = require('express');\nconst jwt = require('jsonwebtoken');\nconst app = express();\napp.post('/login', (req, res) => res.json({ token: jwt.sign({ sub: 1 }, process.env.JWT_SECRET) }));\n",
  });
  const root = temporaryProject({ 'readme.md': '' });
  mkdirSync(path.join(root, 'apps'));
  symlinkSync(path.join(elsewhere, 'server'), path.join(root, 'apps/server'));
  const plan = planMigration(root, { phase: 'server', csrf: 'origin', exchange: false, tokenEndpoint: false, noBearer: false });
  expect(plan.files).toEqual([]);
  renameSync(path.join(root, 'apps/server'), path.join(root, 'server'));
  expect(planMigration(root, { phase: 'all', csrf: 'origin', exchange: false, tokenEndpoint: false, noBearer: false }).files).toEqual([]);
});
