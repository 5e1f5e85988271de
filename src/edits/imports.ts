import type { Node, TSESTree } from '../syntax/nodes.ts';
import { fixedName } from '../syntax/nodes.ts';
import { nodesOf } from '../syntax/source-file.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { wholeLines } from './blank-lines.ts';
import type { Changes, WantedImport } from './changes.ts';
import { importsFrom } from './changes.ts';
import { endWithComment } from './statements.ts';
import { indentationAt, quoted, styleOf } from './style.ts';
import type { TextChange } from './text-change.ts';

/** The edits that bring in what is wanted and take out the names of which nothing is left. */
export function importEdits(changes: Changes): TextChange[] {
  const { file } = changes;
  const edits: TextChange[] = [];
  const added = new Map<TSESTree.ImportDeclaration, WantedImport[]>();
  const fresh: WantedImport[] = [];
  for (const wanted of changes.imports) {
    if (isImported(file, wanted)) continue;
    const host =
      wanted.imported === 'default'
        ? undefined
        : importsFrom(file, wanted.source).find(
            (one) =>
              !changes.goes(one) && one.importKind !== 'type' && one.specifiers.some((specifier) => specifier.type === 'ImportSpecifier'),
          );
    if (host) added.set(host, [...(added.get(host) ?? []), wanted]);
    else fresh.push(wanted);
  }
  for (const declaration of nodesOf(file, 'ImportDeclaration')) {
    const names = added.get(declaration) ?? [];
    const goes = declaration.specifiers.some((specifier) => changes.goes(specifier));
    if (names.length > 0 || (goes && !changes.goes(declaration))) edits.push(rewritten(changes, declaration, names));
  }
  if (fresh.length > 0) edits.push(insertion(changes, fresh));
  return edits;
}

/** Whether a file takes a name in already, under the name that is wanted. */
export function isImported(file: SourceFile, { source, imported, local }: WantedImport): boolean {
  if (isRequired(file, { source, imported, local })) return true;
  return importsFrom(file, source).some((declaration) =>
    declaration.specifiers.some(
      (specifier) =>
        specifier.local.name === local &&
        (specifier.type === 'ImportDefaultSpecifier'
          ? imported === 'default'
          : specifier.type === 'ImportSpecifier' && fixedName(specifier.imported, false) === imported),
    ),
  );
}

/** `const { local } = require('source')`, at the top of the file. */
function isRequired(file: SourceFile, { source, imported, local }: WantedImport): boolean {
  return nodesOf(file, 'VariableDeclarator').some(({ id, init, parent }) => {
    if (
      parent.parent.type !== 'Program' ||
      init?.type !== 'CallExpression' ||
      init.callee.type !== 'Identifier' ||
      init.callee.name !== 'require'
    )
      return false;
    const [first] = init.arguments;
    if (first?.type !== 'Literal' || first.value !== source) return false;
    if (imported === 'default') return id.type === 'Identifier' && id.name === local;
    return (
      id.type === 'ObjectPattern' &&
      id.properties.some(
        (one) =>
          one.type === 'Property' &&
          fixedName(one.key, one.computed) === imported &&
          one.value.type === 'Identifier' &&
          one.value.name === local,
      )
    );
  });
}

/** An import with other names: the part between `import` and `from` written anew, on as many lines as before. */
function rewritten(changes: Changes, declaration: TSESTree.ImportDeclaration, names: readonly WantedImport[]): TextChange {
  const { file } = changes;
  const style = styleOf(file);
  const staying = declaration.specifiers.filter((specifier) => !changes.goes(specifier));
  const text = (node: Node): string => file.text.slice(...node.range);
  const outside = staying.filter((one) => one.type !== 'ImportSpecifier').map(text);
  const inside = [...staying.filter((one) => one.type === 'ImportSpecifier').map(text), ...sorted(names).map(nameText)];
  const first = declaration.specifiers[0]!;
  const open = file.text.lastIndexOf('{', declaration.specifiers.find((one) => one.type === 'ImportSpecifier')?.range[0] ?? 0);
  const from = outside.length > 0 || open < declaration.range[0] ? first.range[0] : open;
  const start = Math.min(from, first.range[0], open > declaration.range[0] ? open : Infinity);
  const end = start + file.text.slice(start, file.text.lastIndexOf('from', declaration.source.range[0])).trimEnd().length;
  const isMultiline = file.text.slice(start, end).includes('\n') && inside.length > 1;
  const pad = style.spaced ? ' ' : '';
  const braces =
    inside.length === 0
      ? []
      : [
          isMultiline
            ? `{${style.lineEnd}${inside.map((one) => `${style.indent}${one},${style.lineEnd}`).join('')}}`
            : `{${pad}${inside.join(', ')}${pad}}`,
        ];
  return { range: [start, end], text: [...outside, ...braces].join(', ') };
}

/** A name in a list of values: a type says so, since compilers that see one file drop what they know for a type. */
function nameText(wanted: WantedImport): string {
  return `${wanted.isType ? 'type ' : ''}${bareName(wanted)}`;
}

function bareName({ imported, local }: WantedImport): string {
  return imported === local ? local : `${imported} as ${local}`;
}

function sorted(names: readonly WantedImport[]): WantedImport[] {
  return names.toSorted((a, b) => a.local.localeCompare(b.local));
}

/** New imports or requires, after the last of those that the file has; after directives and header comments where it has none. */
function insertion(changes: Changes, wanted: readonly WantedImport[]): TextChange {
  const { file } = changes;
  const style = styleOf(file);
  const bySource = new Map<string, WantedImport[]>();
  for (const one of wanted) bySource.set(one.source, [...(bySource.get(one.source) ?? []), one]);
  const isCommonJs = usesRequire(file);
  const lines = [...bySource].map(([source, names]) =>
    isCommonJs ? requireText(changes, source, names) : importText(changes, source, names),
  );
  const anchors = isCommonJs ? headRequires(file) : nodesOf(file, 'ImportDeclaration');
  const anchor = anchors.filter((one) => !changes.goes(one)).at(-1) ?? anchors.at(-1);
  if (anchor) {
    const indentation = indentationAt(file.text, anchor.range[0]);
    if (!changes.goes(anchor)) {
      const end = endWithComment(file.text, anchor);
      return { range: [end, end], text: lines.map((line) => style.lineEnd + indentation + line).join('') };
    }
    // All imports go: what comes stands where the first of them stood.
    const first = anchors[0]!;
    const next = file.ast.body.find((one) => one.range[0] >= first.range[0] && !changes.goes(one));
    const last = file.ast.body.findLast((one) => (!next || one.range[0] < next.range[0]) && changes.goes(one)) ?? first;
    const [from, to] = wholeLines(file.text, [first.range[0], last.range[1]]);
    const blank = next && !/^[\t ]*\r?\n/.test(file.text.slice(to)) ? style.lineEnd : '';
    return { range: [from, from], text: lines.map((line) => indentation + line + style.lineEnd).join('') + blank };
  }
  const at = afterHeader(file);
  const indentation = /\.(?:vue|svelte)$/.test(file.path) && file.ast.body[0] ? indentationAt(file.text, file.ast.body[0].range[0]) : '';
  return { range: [at, at], text: `${lines.map((line) => indentation + line + style.lineEnd).join('')}${style.lineEnd}` };
}

function importText({ file }: Changes, source: string, names: readonly WantedImport[]): string {
  const style = styleOf(file);
  const outside = names.filter(({ imported }) => imported === 'default').map(({ local }) => local);
  const type = names.every(({ isType }) => isType) ? 'type ' : '';
  const inside = sorted(names.filter(({ imported }) => imported !== 'default')).map((one) => (type === '' ? nameText(one) : bareName(one)));
  const pad = style.spaced ? ' ' : '';
  const specifiers = [...outside, ...(inside.length > 0 ? [`{${pad}${inside.join(', ')}${pad}}`] : [])].join(', ');
  return `import ${type}${specifiers} from ${quoted(style, source)}${style.semicolon}`;
}

function requireText({ file }: Changes, source: string, names: readonly WantedImport[]): string {
  const style = styleOf(file);
  const pad = style.spaced ? ' ' : '';
  const whole = names.find(({ imported }) => imported === 'default');
  const inside = sorted(names.filter(({ imported }) => imported !== 'default')).map(({ imported, local }) =>
    imported === local ? local : `${imported}: ${local}`,
  );
  const pattern = whole ? whole.local : `{${pad}${inside.join(', ')}${pad}}`;
  return `const ${pattern} = require(${quoted(style, source)})${style.semicolon}`;
}

/** Whether a file takes in modules by `require`. A file with neither is what its package says; here, what its extension says. */
export function usesRequire(file: SourceFile): boolean {
  if (nodesOf(file, 'ImportDeclaration').length > 0 || /\.[cm]?ts$|\.tsx$|\.mjs$|\.vue$|\.svelte$/.test(file.path)) return false;
  return file.path.endsWith('.cjs') || topRequires(file).length > 0 || /\bmodule\.exports\b|^exports\./m.test(file.text);
}

function topRequires(file: SourceFile): Node[] {
  return file.ast.body.filter(
    (statement) =>
      (statement.type === 'VariableDeclaration' &&
        statement.declarations.some(({ init }) => init !== null && /^require\(|^\(?require\(/.test(file.text.slice(...init.range)))) ||
      (statement.type === 'ExpressionStatement' && /^require\(/.test(file.text.slice(...statement.range))),
  );
}

/**
 * The requires at the head of a file. Those further down run after code that may need what is brought in: a name that
 * is declared by `const` is not there before its line.
 */
function headRequires(file: SourceFile): Node[] {
  const requires = new Set(topRequires(file));
  const isSetting = (statement: Node): boolean =>
    statement.type === 'ExpressionStatement' && /^dotenv\.config\(|^(['"])use strict\1/.test(file.text.slice(...statement.range));
  const end = file.ast.body.findIndex((statement) => !requires.has(statement) && !isSetting(statement));
  return file.ast.body.slice(0, end < 0 ? undefined : end).filter((statement) => requires.has(statement));
}

/** A comment that begins a line, or lines that are comments, with a blank line behind where there is one. */
const LEADING_COMMENT = /^(?:\/\*[\s\S]*?\*\/[\t ]*\r?\n|(?:\/\/[^\n]*\n)+)(?:[\t ]*\r?\n)?/;

/** What comments say that are for tools. */
const FOR_TOOLS = /eslint|tslint|oxlint|biome|prettier|istanbul|v8 ignore|@ts-(?:no)?check|@flow|@jsx|\bglobals?\s/i;

/** What comments say that are about the file as a whole. */
const ABOUT_FILE = /@file|@preserve|licen[cs]e|copyright|^\/\*!/i;

/** Whether a leading comment is the file's, and not that of the statement right below. */
function isOfFile(comment: string): boolean {
  return /\n[\t ]*\r?\n$/.test(comment) || FOR_TOOLS.test(comment) || ABOUT_FILE.test(comment);
}

/** Where the script of a component or page begins: the first that has code, else the first. */
function startOfScript({ text, ast }: SourceFile): number | undefined {
  const tags = [...text.matchAll(/<script\b[^>]*>\r?\n?/g)];
  const first = ast.body[0]?.range[0] ?? 0;
  const script = tags.findLast(({ index }) => index < first) ?? tags[0];
  return script && script.index + script[0].length;
}

/** After a shebang, a licence, `'use client'`; in a component, where its script begins. */
function afterHeader(file: SourceFile): number {
  const directives = file.ast.body.filter(
    (statement) => statement.type === 'ExpressionStatement' && 'directive' in statement && statement.directive != null,
  );
  const last = directives.at(-1);
  if (last) return last.range[1] + (/^[\t ]*\r?\n(?:[\t ]*\r?\n)?/.exec(file.text.slice(last.range[1]))?.[0].length ?? 0);
  if (/\.(?:vue|svelte|html?|ejs)$/.test(file.path)) {
    const start = startOfScript(file);
    if (start !== undefined) return start;
  }
  let at = /^#![^\n]*\n/.exec(file.text)?.[0].length ?? 0;
  for (;;) {
    const comment = LEADING_COMMENT.exec(file.text.slice(at));
    if (!comment || !isOfFile(comment[0])) return at;
    at += comment[0].length;
  }
}
