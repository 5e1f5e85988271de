import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { appName, formBeside, formOfPages } from '../../src/project/packages.ts';
import { Project } from '../../src/project/project.ts';
import { temporaryProject } from '../support/temporary-project.ts';

describe('the form of a module beside a file', () => {
  it.each([
    ['3.7.2', undefined, true],
    ['~3.7.0', undefined, true],
    ['~3.8.0', undefined, undefined],
    ['^3.4.0', undefined, undefined],
    ['^3.4.0', '3.7.5', true],
    ['latest', undefined, undefined],
    ['5.9.2', undefined, undefined],
    [undefined, undefined, undefined],
  ])('is without type imports where TypeScript is older than they are: %s, installed %s', (asked, installed, expected) => {
    const root = temporaryProject({
      'package.json': JSON.stringify(asked === undefined ? {} : { devDependencies: { typescript: asked } }),
      'src/app.ts': 'export const a: number = 1;\n',
      ...(installed !== undefined && { 'node_modules/typescript/package.json': JSON.stringify({ version: installed }) }),
    });
    const file = path.join(root, 'src/app.ts');
    expect(formBeside(new Project(root, [file]).file(file)!).withoutTypeImports).toBe(expected);
  });

  it.each([
    [{ 'react-scripts': '2.1.8' }, undefined, true],
    [{ 'react-scripts': '^2.0.0' }, undefined, true],
    [{ 'react-scripts': '3.2.0' }, undefined, true],
    [{ 'react-scripts': '^3.0.1' }, undefined, undefined],
    [{ 'react-scripts': '^3.0.1' }, { 'react-scripts': '3.1.2' }, true],
    [{ 'react-scripts': '5.0.1' }, undefined, undefined],
    [{ '@vue/cli-service': '^3.12.0' }, undefined, true],
    [{ '@babel/core': '~7.4.0', webpack: '^4.0.0' }, undefined, true],
    [{ vite: '^5.0.0', react: '^18.0.0' }, undefined, undefined],
  ])('is without optional chaining where what builds the package is older: %j, installed %j', (asked, installed, expected) => {
    const root = temporaryProject({
      'package.json': JSON.stringify({ dependencies: asked }),
      'src/app.js': 'export const a = 1;\n',
      ...Object.fromEntries(
        Object.entries(installed ?? {}).map(([name, version]) => [`node_modules/${name}/package.json`, JSON.stringify({ version })]),
      ),
    });
    const file = path.join(root, 'src/app.js');
    const source = new Project(root, [file]).file(file)!;
    expect(formOfPages(source).withoutOptionalChaining).toBe(expected);
    // Modules of a server are not written out.
    expect(formBeside(source).withoutOptionalChaining).toBeUndefined();
  });
});

describe('the name of an app, by which its cookie is called', () => {
  const named = (root: string, server?: string): string => {
    const directory = temporaryProject({
      'app/package.json': JSON.stringify({ name: root }),
      ...(server !== undefined && { 'app/server/package.json': JSON.stringify({ name: server }) }),
    });
    return appName(path.join(directory, 'app'), path.join(directory, 'app/server'));
  };

  it.each([
    ['shop', undefined, 'shop'],
    ['@acme/portal', 'api', 'acme'],
    ['my-shop', undefined, 'my-shop'],
    ['vite-project', 'tide-tables', 'tide-tables'],
    ['my-react-app', 'backend', 'app'],
    ['vite-react-typescript-starter', 'rest-api', 'app'],
    ['', 'Server', 'app'],
  ])('is one that says something of it: %s, %s', (root, server, wanted) => {
    expect(named(root, server)).toBe(wanted);
  });
});
