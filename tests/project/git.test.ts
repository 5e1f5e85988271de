import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { discover } from '../../src/project/discover.ts';
import { gitState } from '../../src/project/git.ts';
import { temporaryProject } from '../support/temporary-project.ts';

/** A repository whose configuration names programs, each of which would leave a file `ran-…`. */
function trapped(): string {
  const root = temporaryProject(
    { '.gitattributes': '*.js filter=trap\n*.ts filter=x=y.z\n', 'a.js': 'a();\n', 'b.ts': 'b();\n' },
    { git: true },
  );
  const set = (key: string, value: string): void => void execFileSync('git', ['config', key, value], { cwd: root });
  for (const name of ['trap', 'x=y.z']) {
    set(`filter.${name}.clean`, 'touch ran-clean; cat');
    set(`filter.${name}.smudge`, 'touch ran-smudge; cat');
    set(`filter.${name}.process`, 'touch ran-process');
    set(`filter.${name}.required`, 'true');
  }
  mkdirSync(path.join(root, '.git/hooks'), { recursive: true });
  set('core.fsmonitor', 'touch ran-fsmonitor; true');
  set('core.hooksPath', path.join(root, '.git/hooks'));
  writeFileSync(path.join(root, '.git/hooks/post-index-change'), '#!/bin/sh\ntouch ran-hook\n', { mode: 0o755 });
  return root;
}

const ran = (root: string): string[] => readdirSync(root).filter((name) => name.startsWith('ran-'));

describe.skipIf(process.platform === 'win32')('git is asked so that it runs nothing of the repository', () => {
  it('where it has to compare texts', () => {
    const root = trapped();
    // Of another time than git knows: it has to look into the file.
    utimesSync(path.join(root, 'a.js'), new Date(2001, 1), new Date(2001, 1));
    utimesSync(path.join(root, 'b.ts'), new Date(2001, 1), new Date(2001, 1));
    expect(gitState(root)).toEqual({ isRepository: true, dirty: [] });
    expect(ran(root)).toEqual([]);
    expect(discover(root).git).toBe(true);
    expect(ran(root)).toEqual([]);
    // Without that care, it would have run.
    execFileSync('git', ['config', '--unset', 'filter.trap.process'], { cwd: root });
    spawnSync('git', ['-c', 'core.fsmonitor=false', 'status'], { cwd: root });
    expect(ran(root)).toContain('ran-clean');
  });

  it('and in a submodule, whose configuration is its own', () => {
    const inner = trapped();
    const root = temporaryProject({ 'a.js': '' }, { git: true });
    execFileSync('git', ['-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', inner, 'inner'], { cwd: root, stdio: 'ignore' });
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-qm', 'inner'], { cwd: root });
    execFileSync('git', ['config', 'filter.trap.clean', `touch ${path.join(root, 'ran-clean')}; cat`], { cwd: path.join(root, 'inner') });
    utimesSync(path.join(root, 'inner/a.js'), new Date(2001, 1), new Date(2001, 1));
    gitState(root);
    expect(existsSync(path.join(root, 'ran-clean'))).toBe(false);
  });
});

describe('the state of a repository', () => {
  it('names what is changed, untracked, or has an odd name, as it is written', () => {
    const root = temporaryProject({ 'a.js': 'a();\n', 'ü "b".js': 'b();\n' }, { git: true });
    writeFileSync(path.join(root, 'a.js'), 'changed();\n');
    writeFileSync(path.join(root, 'ü "b".js'), 'changed();\n');
    writeFileSync(path.join(root, 'new.js'), '');
    expect(gitState(root).dirty.toSorted()).toEqual(['a.js', 'new.js', 'ü "b".js']);
  });

  it('is none where there is no repository', () => {
    expect(gitState(temporaryProject({}))).toEqual({ isRepository: false, dirty: [] });
  });
});
