import { describe, expect, it } from 'vitest';
import { Changes } from '../../src/edits/changes.ts';
import { render } from '../../src/edits/render.ts';
import { parseFile } from '../../src/parsing/parse.ts';
import type { Node } from '../../src/syntax/nodes.ts';
import { DEFAULT_SETTINGS } from '../../src/syntax/settings.ts';
import type { SourceFile } from '../../src/syntax/source-file.ts';
import { childrenOf } from '../../src/syntax/source-file.ts';

/** Every outermost node whose text is one of these goes. */
function without(code: string, ...texts: string[]): string | undefined {
  const file = parseFile('/virtual/a.tsx', code, { settings: DEFAULT_SETTINGS });
  const changes = new Changes(file);
  for (const text of texts) for (const node of nodesWith(file, file.ast, text)) changes.remove(node);
  return render(changes);
}

function nodesWith(file: SourceFile, node: Node, text: string): Node[] {
  if (node.type !== 'Program' && file.text.slice(...node.range).replace(/;$/, '') === text) return [node];
  return [...childrenOf(node, file.visitorKeys)].flatMap((child) => nodesWith(file, child, text));
}

describe('what goes', () => {
  it.each<[string, string, string[], string]>([
    ['a statement with its line', 'a();\nb();\nc();\n', ['b()'], 'a();\nc();\n'],
    ['the first and the last', 'a();\nb();\nc();\n', ['a()', 'c()'], 'b();\n'],
    ['a statement that shares its line', 'a(); b(); c();\n', ['b()'], 'a(); c();\n'],
    ['a comment behind it', 'a();\nb(); // send it\nc();\n', ['b()'], 'a();\nc();\n'],
    ['the comment above that is about it', 'a();\n\n// restore the token\nb();\n\nc();\n', ['b()'], 'a();\n\nc();\n'],
    ['not the comment above that is about more', 'a();\n// the main part\nb();\nc();\n', ['b()'], 'a();\n// the main part\nc();\n'],
    ['not a licence', '// Copyright 2020 token holders\nb();\nc();\n', ['b()'], '// Copyright 2020 token holders\nc();\n'],
    ['a blank line where two would be left', 'a();\n\nb();\n\nc();\n', ['b()'], 'a();\n\nc();\n'],
    ['no blank line beside a brace', 'function f() {\n  b();\n\n  c();\n}\n', ['b()'], 'function f() {\n  c();\n}\n'],
    ['no blank line before a brace', 'function f() {\n  c();\n\n  b();\n}\n', ['b()'], 'function f() {\n  c();\n}\n'],
    ['CRLF', 'a();\r\nb();\r\nc();\r\n', ['b()'], 'a();\r\nc();\r\n'],
    ['tabs', 'if (x) {\n\ta();\n\tb();\n}\n', ['b()'], 'if (x) {\n\ta();\n}\n'],
    ['no final newline', 'a();\nb();', ['b()'], 'a();\n'],
    ['no semicolons', 'a()\nb()\nc()\n', ['b()'], 'a()\nc()\n'],

    ['a property in the middle', 'f({ a: 1, b: 2, c: 3 });', ['b: 2'], 'f({ a: 1, c: 3 });'],
    ['the last property', 'f({ a: 1, b: 2 });', ['b: 2'], 'f({ a: 1 });'],
    ['the first property', 'f({ a: 1, b: 2 });', ['a: 1'], 'f({ b: 2 });'],
    ['two neighbours', 'f({ a: 1, b: 2, c: 3 });', ['b: 2', 'c: 3'], 'f({ a: 1 });'],
    ['every property', 'f({ a: 1, b: 2 });', ['a: 1', 'b: 2'], 'f({});'],
    ['a property on its line', 'f({\n  a: 1,\n  b: 2,\n  c: 3,\n});', ['b: 2'], 'f({\n  a: 1,\n  c: 3,\n});'],
    ['the last on its line, with its comma', 'f({\n  a: 1,\n  b: 2,\n});', ['b: 2'], 'f({\n  a: 1,\n});'],
    ['the last on its line, without', 'f({\n  a: 1,\n  b: 2\n});', ['b: 2'], 'f({\n  a: 1\n});'],
    [
      'with the comment above that is about it',
      'f({\n  a: 1,\n  // the token\n  b: 2,\n  c: 3,\n});',
      ['b: 2'],
      'f({\n  a: 1,\n  c: 3,\n});',
    ],
    ['an argument', 'f(a, b, c);', ['b'], 'f(a, c);'],
    ['the only argument', 'f(a);', ['a'], 'f();'],
    ['a parameter', 'const f = (a, b) => b;', ['a'], 'const f = (b) => b;'],
    ['the only parameter', 'const f = (a) => 1;', ['a'], 'const f = () => 1;'],
    ['an attribute', 'x = <A b={1} c="2" />;', ['b={1}'], 'x = <A c="2" />;'],
    ['a declarator', 'const a = 1, b = 2;', ['a = 1'], 'const b = 2;'],
    ['the only declarator', 'const a = 1;\nf();\n', ['a = 1'], 'f();\n'],
    ['a destructured name', 'const { a, b } = c;', ['a'], 'const { b } = c;'],
    ['the only destructured name, with what it was taken from', 'const { a } = c;\nf();\n', ['a'], 'f();\n'],
    ['a member of an interface', 'interface A {\n  a: string;\n  b: number;\n}', ['a: string'], 'interface A {\n  b: number;\n}'],
    ['a member of an interface on one line', 'interface A { a: string; b: number }', ['a: string'], 'interface A { b: number }'],

    ['an if without its branch', 'a();\nif (t) b();\nc();\n', ['b()'], 'a();\nc();\n'],
    ['an if without its block', 'a();\nif (t) {\n  b();\n}\nc();\n', ['b()'], 'a();\nc();\n'],
    ['an if whose test does something stays', 'if (t()) b();\n', ['b()'], 'if (t()) {}\n'],
    ['an else', 'if (t) {\n  a();\n} else {\n  b();\n}\n', ['b()'], 'if (t) {\n  a();\n}\n'],
    ['the branch before an else', 'if (t) b(); else c();\n', ['b()'], 'if (!t) c();\n'],
    ['the block before an else', 'if (t) {\n  b();\n} else {\n  c();\n}\n', ['b()'], 'if (!t) {\n  c();\n}\n'],
    ['the branch of a negated test', 'if (!t) b(); else c();\n', ['b()'], 'if (t) c();\n'],
    ['a guarded expression', 't && b();\nc();\n', ['b()'], 'c();\n'],
    ['both sides of a conditional', 't ? b() : c();\nd();\n', ['b()', 'c()'], 'd();\n'],
    ['one side of a conditional', 't ? b() : c();\n', ['b()'], '!t && c();\n'],
    ['the other side', 't ? b() : c();\n', ['c()'], 't && b();\n'],
    ['a try of which nothing is left', 'try {\n  b();\n} catch {}\nc();\n', ['b()'], 'c();\n'],
    ['an arrow of which nothing is left', 'const f = () => b();\n', ['b()'], 'const f = () => {};\n'],
    ['a callback of then', 'p().then((r) => b()).catch(e);\n', ['b()'], 'p().catch(e);\n'],
    ['an effect', 'useEffect(() => {\n  b();\n}, [t]);\nc();\n', ['b()'], 'c();\n'],
    ['await', 'await b();\nc();\nexport {};\n', ['b()'], 'c();\nexport {};\n'],
    ['one of a sequence', 'a(), b();\n', ['b()'], 'a();\n'],
    ['what is returned', 'function f() {\n  return b();\n}\n', ['b()'], 'function f() {\n  return;\n}\n'],

    ['an imported name', "import { a, b } from 'c';\nf(b);\n", ['a'], "import { b } from 'c';\nf(b);\n"],
    ['every imported name', "import { a } from 'c';\nimport d from 'd';\n", ['a'], "import d from 'd';\n"],
    ['the default beside names', "import a, { b } from 'c';\n", ['a'], "import { b } from 'c';\n"],
    ['names beside the default', "import a, { b } from 'c';\n", ['b'], "import a from 'c';\n"],
    ['an imported name on its line', "import {\n  a,\n  b,\n  c,\n} from 'd';\n", ['b'], "import {\n  a,\n  c,\n} from 'd';\n"],
    ['an export', 'export const a = 1;\nexport const b = 2;\n', ['a = 1'], 'export const b = 2;\n'],
  ])('%s', (_name, before, gone, after) => {
    expect(without(before, ...gone)).toBe(after);
  });
});

describe('what is added', () => {
  const change = (code: string, make: (changes: Changes, file: SourceFile) => void, path = '/virtual/a.tsx'): string | undefined => {
    const file = parseFile(path, code, { settings: DEFAULT_SETTINGS });
    const changes = new Changes(file);
    make(changes, file);
    return render(changes);
  };
  const first = (file: SourceFile, type: string): Node => {
    const found = [file.ast as Node];
    for (const node of found) {
      if (node.type === type) return node;
      found.push(...childrenOf(node, file.visitorKeys));
    }
    throw new Error(type);
  };

  it.each([
    ['to an object on one line', "f({ method: 'POST' });", "f({ method: 'POST', credentials: 'include' });"],
    ['to a tight object', "f({method: 'POST'});", "f({method: 'POST', credentials: 'include'});"],
    ['to an empty object', 'f({});', "f({ credentials: 'include' });"],
    ['to an object on lines', "f({\n  method: 'POST',\n});", "f({\n  method: 'POST',\n  credentials: 'include',\n});"],
    ['without a comma at the end', "f({\n\tmethod: 'POST'\n});", "f({\n\tmethod: 'POST',\n\tcredentials: 'include'\n});"],
    ['in CRLF', "f({\r\n  method: 'POST',\r\n});", "f({\r\n  method: 'POST',\r\n  credentials: 'include',\r\n});"],
  ])('an entry %s', (_name, before, after) => {
    expect(
      change(before, (changes, file) => {
        changes.addEntry(first(file, 'ObjectExpression'), "credentials: 'include'");
      }),
    ).toBe(after);
  });

  it('an entry in place of the one that goes', () => {
    expect(
      change('f({ a: 1 });', (changes, file) => {
        changes.remove(first(file, 'Property'));
        changes.addEntry(first(file, 'ObjectExpression'), 'b: 2');
      }),
    ).toBe('f({ b: 2 });');
  });

  const session = { source: './session', imported: 'hasSession', local: 'hasSession' };
  it.each([
    [
      'after the others',
      "import a from 'a';\n\nf();\n",
      "import a from 'a';\nimport { hasSession } from './session';\n\nf();\n",
      '/virtual/a.tsx',
    ],
    [
      "in the file's quotes and without semicolons",
      'import a from "a"\n\nf()\n',
      'import a from "a"\nimport { hasSession } from "./session"\n\nf()\n',
      '/virtual/a.tsx',
    ],
    [
      'beside names of the same module',
      "import { a } from './session';\n",
      "import { a, hasSession } from './session';\n",
      '/virtual/a.tsx',
    ],
    ['not twice', "import { hasSession } from './session';\nf();\n", undefined, '/virtual/a.tsx'],
    [
      'first, after a directive',
      "'use client';\n\nf();\n",
      "'use client';\n\nimport { hasSession } from './session';\n\nf();\n",
      '/virtual/a.tsx',
    ],
    [
      'first, after a licence',
      '/* Licence */\n\nf();\n',
      "/* Licence */\n\nimport { hasSession } from './session';\n\nf();\n",
      '/virtual/a.tsx',
    ],
    [
      'as a require',
      "const a = require('a');\n\nf();\n",
      "const a = require('a');\nconst { hasSession } = require('./session');\n\nf();\n",
      '/virtual/a.js',
    ],
    [
      'behind the comment of the last',
      "const a = require('a'); // the first\n\nf();\n",
      "const a = require('a'); // the first\nconst { hasSession } = require('./session');\n\nf();\n",
      '/virtual/a.js',
    ],
    [
      'in a component',
      '<template/>\n<script setup>\nf();\n</script>\n',
      "<template/>\n<script setup>\nimport { hasSession } from './session';\n\nf();\n</script>\n",
      '/virtual/A.vue',
    ],
  ])('an import %s', (_name, before, after, path) => {
    expect(
      change(
        before,
        (changes) => {
          changes.addImport(session);
        },
        path,
      ),
    ).toBe(after);
  });
});

describe('what is put in front of a statement that goes', () => {
  const inFront = (code: string, ...going: string[]): string | undefined => {
    const file = parseFile('/virtual/a.js', code, { settings: DEFAULT_SETTINGS });
    const changes = new Changes(file);
    changes.insert(code.indexOf('gone'), 'stays();\n  ');
    for (const one of going) changes.remove(nodesWith(file, file.ast, one)[0]!);
    return render(changes);
  };

  it.each([
    ['alone', 'function f() {\n  a();\n  gone();\n  b();\n}\n', ['gone()'], 'function f() {\n  a();\n  stays();\n  b();\n}\n'],
    [
      'with the one above',
      'function f() {\n  away();\n  gone();\n  b();\n}\n',
      ['away()', 'gone()'],
      'function f() {\n  stays();\n  b();\n}\n',
    ],
    ['at the end', 'function f() {\n  a();\n  gone();\n}\n', ['gone()'], 'function f() {\n  a();\n  stays();\n}\n'],
  ])('stays: %s', (_how, before, going, after) => {
    expect(inFront(before, ...going)).toBe(after);
  });
});

describe('a node that is moved', () => {
  const moved = (also: (changes: Changes, file: SourceFile) => void): string | undefined => {
    const file = parseFile('/virtual/a.js', "f();\nsend({ user, token: sign(user, 'secret') });\n", { settings: DEFAULT_SETTINGS });
    const changes = new Changes(file);
    const [token] = nodesWith(file, file.ast, "token: sign(user, 'secret')");
    const [value] = nodesWith(file, file.ast, "sign(user, 'secret')");
    changes.insert(file.text.indexOf('send'), `keep(${changes.move(value!)});\n`);
    changes.remove(token!);
    also(changes, file);
    return render(changes);
  };

  it('is as it was', () => {
    expect(moved(() => undefined)).toBe("f();\nkeep(sign(user, 'secret'));\nsend({ user });\n");
  });

  it('takes along what else changes in it, by whomever', () => {
    const code = moved((changes, file) => {
      const [secret] = nodesWith(file, file.ast, "'secret'");
      expect(changes.isGone(secret!)).toBe(false);
      changes.replace(secret!, 'env.SECRET');
    });
    expect(code).toBe('f();\nkeep(sign(user, env.SECRET));\nsend({ user });\n');
  });
});
