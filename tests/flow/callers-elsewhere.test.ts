import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { callersOf } from '../../src/flow/calls.ts';
import { Project } from '../../src/project/project.ts';
import { functionsOf } from '../../src/syntax/functions.ts';
import { textOf } from '../../src/syntax/source-file.ts';
import { temporaryProject } from '../support/temporary-project.ts';

/** The calls in other files of the first function of the first file. */
function callsElsewhere(files: Readonly<Record<string, string>>): string[] {
  const root = temporaryProject({ 'package.json': '{}', ...files });
  const project = new Project(
    root,
    Object.keys(files).map((name) => path.join(root, name)),
  );
  const file = project.file(path.join(root, Object.keys(files)[0]!))!;
  const [fn] = functionsOf(file);
  return callersOf(file, fn!).flatMap((call) => (call.file === file ? [] : [textOf(call.file, call.node)]));
}

describe('the callers of a function in other files', () => {
  it.each([
    ['its own name', 'export function enter(t) {}', "import { enter } from './a';\nenter(1);", 'enter(1)'],
    ['another name for its export', 'function enter(t) {}\nexport { enter as open };', "import { open } from './a';\nopen(1);", 'open(1)'],
    ['any name, by default', 'export default function enter(t) {}', "import go from './a';\ngo(1);", 'go(1)'],
    [
      'any name, where its variable is the default',
      'const enter = (t) => {};\nexport default enter;',
      "import go from './a';\ngo(1);",
      'go(1)',
    ],
    [
      "a property's name",
      'function enter(t) {}\nexport const api = { open: enter };',
      "import { api } from './a';\napi.open(1);",
      'api.open(1)',
    ],
    ["a method's name", 'export const api = { open(t) {} };', "import { api } from './a';\napi.open(1);", 'api.open(1)'],
    ["its class's name", 'export class Door { constructor(t) {} }', "import { Door } from './a';\nnew Door(1);", 'new Door(1)'],
    ['any name, of a class by default', 'export default class Door { constructor(t) {} }', "import D from './a';\nnew D(1);", 'new D(1)'],
    ["CommonJS's export", 'function enter(t) {}\nexports.open = enter;', "const { open } = require('./a');\nopen(1);", 'open(1)'],
    ['the name of what wraps it', 'export const open = useCallback((t) => {}, []);', "import { open } from './a';\nopen(1);", 'open(1)'],
    [
      'the name of what binds it',
      'function enter(t) {}\nexport const open = enter.bind(null);',
      "import { open } from './a';\nopen(1);",
      'open(1)',
    ],
  ])('are found by %s', (_, module, user, call) => {
    expect(callsElsewhere({ 'src/a.js': module, 'src/b.js': user })).toEqual([call]);
  });

  it('are found behind a module that gives the function another name', () => {
    expect(
      callsElsewhere({
        'src/a.js': 'export function enter(t) {}',
        'src/index.js': "export { enter as open } from './a';",
        'src/b.js': "import { open } from './index';\nopen(1);",
      }),
    ).toEqual(['open(1)']);
    expect(
      callsElsewhere({
        'src/a.js': 'export function enter(t) {}',
        'src/index.js': "export { enter as default } from './a';",
        'src/b.js': "import go from './index';\ngo(1);",
      }),
    ).toEqual(['go(1)']);
  });

  it.each([
    ['renamed where it is imported', "import { enter as go } from './a';\ngo(1);", 'go(1)'],
    ['imported by default by its name', "import { default as go } from './a';\ngo(1);", 'go(1)'],
    ['of a module that is imported whole', "import * as a from './a';\na.default(1);", 'a.default(1)'],
    ['taken out of a required module under another name', "const { enter: go } = require('./a');\ngo(1);", 'go(1)'],
    ['used as an element and called', "import { enter as Door } from './a';\nconst at = <Door />;\nDoor(1);", 'Door(1)'],
    [
      'a constructor that another class inherits',
      "import { enter } from './a';\nimport { Gate } from './gate';\nenter;\nnew Gate(1);",
      'new Gate(1)',
    ],
  ])('are found where it is %s', (what, user, call) => {
    const module = what.startsWith('a constructor')
      ? 'export class enter { constructor(t) {} }'
      : 'export function enter(t) {}\nexport { enter as default };';
    const gate = { 'src/gate.js': "import { enter } from './a';\nexport class Gate extends enter {}" };
    expect(callsElsewhere({ 'src/a.jsx': module, 'src/b.jsx': user, ...gate })).toContain(call);
  });

  it('are looked for in no file that only imports it or uses it as an element, and behind no other import', () => {
    const files = {
      'src/a.jsx': 'export function Door(t) {}',
      'src/element.jsx':
        "import { Door } from './a';\nimport { paint } from './paint';\nexport const at = paint(<Door kind=\"x\"></Door>);",
      'src/b.jsx': "import { Door } from './a';\nimport { paint } from './paint';\npaint(Door(1));",
      'src/paint.js': 'export function paint(x) { return x; }',
    };
    const root = temporaryProject({ 'package.json': '{}', ...files });
    const project = new Project(
      root,
      Object.keys(files).map((name) => path.join(root, name)),
    );
    const parsed: string[] = [];
    const file = project.file.bind(project);
    project.file = (filePath) => {
      parsed.push(path.basename(filePath));
      return file(filePath);
    };
    const door = project.file(path.join(root, 'src/a.jsx'))!;
    expect(callersOf(door, functionsOf(door)[0]!).map((call) => textOf(call.file, call.node))).toEqual(['Door(1)']);
    expect(new Set(parsed)).toEqual(new Set(['a.jsx', 'b.jsx']));
  });

  it('are none for a function of the same name that is not exported', () => {
    expect(
      callsElsewhere({
        'src/a.js': 'function enter(t) {}\nenter(0);\nexport const other = 1;',
        'src/b.js': "import { other } from './a';\nfunction enter(t) {}\nenter(other);",
      }),
    ).toEqual([]);
  });
});
