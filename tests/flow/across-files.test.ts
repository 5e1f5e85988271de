import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { reachOf } from '../../src/flow/back.ts';
import { locationOf } from '../../src/flow/location.ts';
import { Project } from '../../src/project/project.ts';
import { nodesOf } from '../../src/syntax/source-file.ts';
import { temporaryProject } from '../support/temporary-project.ts';

/** The calls `see1(…)`, `see2(…)` in any of the files that the value of `made()`, in the first, reaches. */
function seen(files: Readonly<Record<string, string>>): string[] {
  const root = temporaryProject({ 'package.json': '{}', ...files });
  const paths = Object.keys(files).map((name) => path.join(root, name));
  const project = new Project(root, paths);
  const parsed = paths.map((one) => project.file(one)!);
  const made = nodesOf(parsed[0]!, 'CallExpression').find(({ callee }) => callee.type === 'Identifier' && callee.name === 'made');
  const reached = reachOf(locationOf(parsed[0]!, made!))!;
  return parsed
    .flatMap((file) =>
      nodesOf(file, 'CallExpression').flatMap(({ callee, arguments: [first] }) =>
        callee.type === 'Identifier' && /^see\d$/.test(callee.name) && first && reached.has(locationOf(file, first)) ? [callee.name] : [],
      ),
    )
    .toSorted();
}

const SLICE =
  "import { createSlice } from '@reduxjs/toolkit';\nconst slice = createSlice({ name: 'auth', initialState: {}, reducers: { set(state, action) { state.v = action.payload; } } });\nexport const { set } = slice.actions;\nexport default slice.reducer;\n";
const STORE =
  "import { configureStore } from '@reduxjs/toolkit';\nimport auth from './slice';\nexport const store = configureStore({ reducer: { auth } });\n";

describe('a value is followed forwards from file to file', () => {
  it('through a variable that is assigned later, under another name, behind an index', () => {
    expect(
      seen({
        'src/state.js': 'export let v = null;\nexport function load() { v = made(); }\n',
        'src/index.js': "export { v as kept } from './state';\n",
        'src/use.js': "import { kept } from './index';\nsee1(kept);\nconst own = kept;\nsee2(own);\n",
      }),
    ).toEqual(['see1', 'see2']);
  });

  it('through a default export, under whatever name it is imported', () => {
    expect(
      seen({
        'src/state.js': 'export default made();\n',
        'src/index.js': "export { default as kept } from './state';\nexport { default } from './other';\n",
        'src/other.js': 'export default 1;\n',
        'src/one.js': "import any from './state';\nsee1(any);\n",
        'src/two.js': "import { kept } from './index';\nsee2(kept);\nimport other from './index';\nsee9(other);\n",
        'src/three.js': "import { default as named } from './state';\nsee3(named);\nimport * as all from './state';\nsee4(all.default);\n",
      }),
    ).toEqual(['see1', 'see2', 'see3', 'see4']);
  });

  it('through no import of another module, though what that exports has the same name', () => {
    const files = {
      'src/state.js': 'export default made();\n',
      'src/use.js':
        "import any from './state';\nimport Page from './page';\nimport { default as Menu } from './menu';\nsee1(any);\nsee2(Page, Menu);\n",
      'src/page.js': 'export default function Page() {}\n',
      'src/menu.js': 'export default 2;\n',
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
    const state = project.file(path.join(root, 'src/state.js'))!;
    reachOf(locationOf(state, nodesOf(state, 'CallExpression')[0]!));
    expect(new Set(parsed)).toEqual(new Set(['state.js', 'use.js']));
  });

  it('through a function that another file calls by way of an index', () => {
    expect(
      seen({
        'src/read.js': 'export const read = () => made();\n',
        'src/index.js': "export * from './read';\n",
        'src/use.js': "import { read } from '.';\nsee1(read());\nimport * as all from './read';\nsee2(all.read());\n",
      }),
    ).toEqual(['see1', 'see2']);
  });

  it('through a context, into a component that takes its hook from elsewhere', () => {
    expect(
      seen({
        'src/provider.jsx':
          "import { Session } from './context';\nexport const Provider = ({ children }) => { const v = made(); return <Session.Provider value={{ v }}>{children}</Session.Provider>; };\n",
        'src/context.js':
          "import { createContext, useContext } from 'react';\nexport const Session = createContext(null);\nexport const useSession = () => useContext(Session);\n",
        'src/one.jsx':
          "import { useSession } from './context';\nexport const One = () => { const { v } = useSession(); return see1(v); };\n",
        'src/two.jsx':
          "import { useContext } from 'react';\nimport { Session } from './context';\nexport const Two = () => see2(useContext(Session).v);\n",
      }),
    ).toEqual(['see1', 'see2']);
  });

  it("through an app's one store, from the action to the components", () => {
    expect(
      seen({
        'src/login.js': "import { set } from './slice';\nimport { store } from './store';\nstore.dispatch(set(made()));\n",
        'src/slice.js': SLICE,
        'src/store.js': STORE,
        'src/one.jsx': "import { useSelector } from 'react-redux';\nexport const One = () => see1(useSelector((state) => state.auth.v));\n",
        'src/two.js': "import { store } from './store';\nexport const two = () => see2(store.getState().auth.v);\n",
      }),
    ).toEqual(['see1', 'see2']);
  });

  it('but not into what only has the same name', () => {
    expect(
      seen({
        'src/login.js': "import { set } from './slice';\nimport { store } from './store';\nstore.dispatch(set(made()));\n",
        'src/slice.js': SLICE,
        'src/store.js': STORE,
        'src/other.js': 'export const v = 1;\nexport const store = { getState: () => ({ auth: { v: 2 } }) };\n',
        'src/one.jsx':
          "import { useSelector } from 'react-redux';\nimport { v } from './other';\nexport const One = () => { see1(useSelector((state) => state.other.v)); see2(v); };\n",
        'src/two.js': "import { store } from './other';\nexport const two = () => see2(store.getState().auth.v);\n",
      }),
    ).toEqual([]);
  });
});
