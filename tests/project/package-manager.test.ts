import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { installCommand, packageManagerOf } from '../../src/project/package-manager.ts';
import { temporaryProject } from '../support/temporary-project.ts';

describe('the package manager', () => {
  it.each([
    ['npm', { 'package-lock.json': '{}' }],
    ['pnpm', { 'pnpm-lock.yaml': '' }],
    ['yarn', { 'yarn.lock': '' }],
    ['bun', { 'bun.lock': '' }],
    ['bun', { 'bun.lockb': '' }],
    ['yarn', { 'package.json': '{ "packageManager": "yarn@4.5.0" }', 'package-lock.json': '{}' }],
    ['pnpm', { 'api/package-lock.json.old': '', 'pnpm-lock.yaml': '' }],
    ['npm', { 'api/package-lock.json': '{}', 'pnpm-lock.yaml': '' }],
    ['npm', {}],
  ])('is %s: %j', (manager, files) => {
    const root = temporaryProject({ 'package.json': '{}', 'api/package.json': '{}', '.git/config': '', ...files });
    expect(packageManagerOf(path.join(root, 'api'))).toBe(manager);
  });

  it('is not that of what is around the repository', () => {
    const root = temporaryProject({ 'yarn.lock': '', 'app/.git/config': '', 'app/package.json': '{}' });
    expect(packageManagerOf(path.join(root, 'app'))).toBe('npm');
  });

  it.each([
    ['npm', 'npm install --prefix api cookie-parser', 'npm install'],
    ['pnpm', 'pnpm add --dir api cookie-parser', 'pnpm install'],
    ['yarn', 'yarn --cwd api add cookie-parser', 'yarn install'],
    ['bun', 'bun add --cwd api cookie-parser', 'bun install'],
  ] as const)('%s installs', (manager, added, all) => {
    expect(installCommand(manager, 'api', ['cookie-parser'])).toBe(added);
    expect(installCommand(manager, '.')).toBe(all);
  });
});
