import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { formBeside } from '../../src/project/packages.ts';
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
});
