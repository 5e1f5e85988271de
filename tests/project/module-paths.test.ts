import path from 'node:path';
import { expect, it } from 'vitest';
import { discover } from '../../src/project/discover.ts';
import { Project } from '../../src/project/project.ts';
import { temporaryProject } from '../support/temporary-project.ts';

/** The files that sources name, each asked for as `FILE SOURCE`, relative to the project. */
function named(files: Readonly<Record<string, string>>, asked: readonly string[], planned: readonly string[] = []): (string | undefined)[] {
  const root = temporaryProject({ 'package.json': '{}', ...files });
  const texts = new Map(planned.map((name) => [path.join(root, name), '']));
  const project = new Project(root, [...discover(root).files, ...texts.keys()], undefined, { planned: texts });
  return asked.map((one) => {
    const [from, source] = one.split(' ');
    const file = project.file(path.join(root, from!))!;
    const found = file.links!.pathOf(file, source!);
    return found === undefined ? undefined : path.relative(root, found).split(path.sep).join('/');
  });
}

it.each([
  ['a file without its extension', { 'src/b.ts': '', 'src/b.js': '' }, './b', 'src/b.ts'],
  ['a file with its extension', { 'src/b.vue': '<script></script>', 'src/b.vue.js': '' }, './b.vue', 'src/b.vue'],
  ['what a compiled file is written in', { 'src/b.tsx': '', 'src/b.js': '' }, './b.js', 'src/b.tsx'],
  ['a file and not the folder beside it', { 'src/b/index.js': '', 'src/b.jsx': '' }, './b', 'src/b.jsx'],
  ["a folder's index", { 'src/b/index.mjs': '' }, './b', 'src/b/index.mjs'],
  [
    'what a folder says of itself',
    { 'src/b/package.json': '{"main":"main.js"}', 'src/b/main.js': '', 'src/b/index.js': '' },
    './b',
    'src/b/main.js',
  ],
  ['the folder itself', { 'src/index.ts': '' }, '.', 'src/index.ts'],
  ['data', { 'src/b.json': '{}' }, './b.json', 'src/b.json'],
  ['a file that is not read as code', { 'node_modules/x/b.js': '' }, '../node_modules/x/b', 'node_modules/x/b.js'],
  ['nothing', { 'src/b.css': '' }, './c', undefined],
])('a source names %s', (_, files, source, found) => {
  expect(named({ 'src/a.js': '', ...files }, [`src/a.js ${source}`])).toEqual([found]);
});

it('a planned file goes before those that are there', () => {
  expect(named({ 'src/a.js': '', 'src/b.ts': '' }, ['src/a.js ./b', 'src/a.js ./c'], ['src/b.js', 'src/c.ts'])).toEqual([
    'src/b.js',
    'src/c.ts',
  ]);
});

it('an alias names what it names for each part of a workspace', () => {
  const config = (folder: string) => JSON.stringify({ compilerOptions: { paths: { '%lib/*': [`./${folder}/*`] } } });
  expect(
    named(
      {
        'one/package.json': '{}',
        'one/tsconfig.json': config('here'),
        'one/src/deep/a.ts': '',
        'one/here/x.ts': '',
        'two/package.json': '{}',
        'two/tsconfig.json': config('there'),
        'two/src/deep/a.ts': '',
        'two/src/a.ts': '',
        'two/there/x.ts': '',
        'two/src/y.ts': '',
      },
      ['one/src/deep/a.ts %lib/x', 'two/src/deep/a.ts %lib/x', 'two/src/a.ts %lib/x', 'two/src/deep/a.ts @/y', 'one/src/deep/a.ts @/y'],
    ),
  ).toEqual(['one/here/x.ts', 'two/there/x.ts', 'two/there/x.ts', 'two/src/y.ts', undefined]);
});

it('a configuration for a part of the folders beside it names nothing for the others', () => {
  expect(
    named(
      {
        'tsconfig.json': JSON.stringify({ files: [], references: [{ path: './tsconfig.app.json' }] }),
        'tsconfig.app.json': JSON.stringify({ compilerOptions: { composite: true, paths: { '%lib/*': ['./lib/*'] } }, include: ['src'] }),
        'tools/make.ts': '',
        'src/pages/a.ts': '',
        'lib/x.ts': '',
      },
      ['tools/make.ts %lib/x', 'src/pages/a.ts %lib/x'],
    ),
  ).toEqual([undefined, 'lib/x.ts']);
});
