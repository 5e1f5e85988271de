import path from 'node:path';
import type { Reference, ScopeManager } from '@typescript-eslint/scope-manager';
import { analyze } from '@typescript-eslint/scope-manager';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import { parseSync } from 'oxc-parser';
import type { ParseResult } from 'oxc-parser';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import type { Settings } from '../syntax/settings.ts';
import type { ModuleLinks, ProjectFacts, SourceFile, TemplateCode } from '../syntax/source-file.ts';
import { isTooDeep } from './depth.ts';
import { isMarkup, isVue, scriptOf } from './scripts.ts';
import type { ScriptLanguage } from './scripts.ts';
import { templateHtmlIn } from './templates.ts';
import { resolveTemplateNames } from './template-names.ts';
import { vueTemplateCode } from './vue-templates.ts';

/** A text that is no program: where it breaks, and how. */
export class UnparsableError extends Error {
  override readonly name = 'UnparsableError';
}

/** What a parsed file is given beside its text. */
export interface ParseContext {
  readonly settings: Settings;
  readonly links?: ModuleLinks;
  readonly facts?: ProjectFacts;
}

/**
 * Parses a file into the tree that ESLint would hand to a rule, with parents and scopes, without TypeScript and without
 * the project's parser. Compared on real files, the trees equal typescript-eslint's with these settings and only these.
 *
 * @param filePath Absolute; its extension decides the language.
 * @param text Without a byte order mark.
 * @throws {UnparsableError} When the text cannot be parsed in any language that its extension may mean.
 */
export function parseFile(filePath: string, text: string, context: ParseContext): SourceFile {
  if (filePath.endsWith('.json')) return parseJson(filePath, text, context);
  const ast = isMarkup(filePath) ? parseMarkup(filePath, text) : parseScript(filePath, text, languageOf(filePath));
  let nodes: readonly Node[] | undefined = linked(ast);
  let scopes: ScopeManager | undefined;
  let code: readonly TemplateCode[] | undefined;
  const templateCode = (): readonly TemplateCode[] => (code ??= vueTemplateCode(text, PARSE_TEMPLATE));
  return {
    path: filePath,
    text,
    ast,
    // Of many files no more is asked than what they export.
    get scopes() {
      if (scopes) return scopes;
      scopes = scopesOf(ast);
      if (isVue(filePath)) resolveTemplateNames(text, scopes, templateCode, (expression) => freeIn(expression));
      return scopes;
    },
    visitorKeys,
    // All are asked for once, to be sorted.
    revisit(visit) {
      if (!nodes) return false;
      for (const node of nodes) visit(node);
      nodes = undefined;
      return true;
    },
    ...(isMarkup(filePath) && { templateHtml: () => templateHtmlIn(filePath, text, parseExpression) }),
    ...(isVue(filePath) && { templateCode }),
    ...context,
  };
}

/** A page whose handlers in attributes are no code, for a template makes them, is read without them. */
function parseMarkup(filePath: string, text: string): TSESTree.Program {
  const script = scriptOf(filePath, text);
  try {
    return parseScript(filePath, script.text, script.language);
  } catch (error) {
    const plain = scriptOf(filePath, text, false);
    if (plain.text === script.text) throw error;
    return parseScript(filePath, plain.text, plain.language);
  }
}

function scopesOf(ast: TSESTree.Program): ScopeManager {
  return analyze(ast, { sourceType: ast.sourceType === 'module' ? 'module' : 'script', childVisitorKeys: visitorKeys, lib: [] });
}

/** An expression of a template, with the offsets of its file. Undefined where it is none, such as one with Vue's old filters. */
function parseExpression(expression: string, offset: number): Node | undefined {
  return parseCode('(', expression, ')', offset);
}

/** The statements of a template's handler, as a function that has them. */
function parseStatements(statements: string, offset: number): Node | undefined {
  return parseCode('()=>{', statements, '\n}', offset);
}

const PARSE_TEMPLATE = { expression: parseExpression, statements: parseStatements };

function parseCode(before: string, code: string, after: string, offset: number): Node | undefined {
  const { program, errors } = parseSync('expression.tsx', `${before}${code}${after}`, { ...TREE, lang: 'tsx' });
  const ast = program as unknown as TSESTree.Program;
  const [statement] = ast.body;
  if (errors.length > 0 || ast.body.length !== 1 || statement?.type !== 'ExpressionStatement') return undefined;
  linked(ast, offset - before.length);
  return statement.expression;
}

/** The references of a template's expression to what it does not declare itself. */
function freeIn(expression: Node): readonly Reference[] {
  const statement = expression.parent as TSESTree.ExpressionStatement;
  return scopesOf(statement.parent as TSESTree.Program).globalScope?.through ?? [];
}

/** JSON as a module that exports it. Its offsets are not the file's; nothing is reported there. */
function parseJson(filePath: string, text: string, context: ParseContext): SourceFile {
  return parseFile(`${filePath}.js`, `module.exports = (${text})`, context);
}

/** The tree that ESLint has, but for `range`, which is set with the parents: as JSON it would take a third of the time to parse. */
const TREE = { astType: 'ts', range: false, preserveParens: false } as const;

function languageOf(filePath: string): ScriptLanguage {
  const extension = path.extname(filePath).toLowerCase();
  if (extension === '.ts' || extension === '.mts' || extension === '.cts') return 'ts';
  // JSX stands in .js files too: plain `js` would leave one file in eleven empty.
  return extension === '.tsx' ? 'tsx' : 'jsx';
}

function parseScript(filePath: string, text: string, language: ScriptLanguage): TSESTree.Program {
  if (isTooDeep(text)) throw new UnparsableError('it nests too deep');
  const first = parseAs(filePath, text, language);
  if (first.errors.length === 0) return programOf(first);
  // Flow-like annotations and casts in .js: another language may have the answer, but only where the first had none.
  const second = parseAs(filePath, text, language === 'tsx' ? 'ts' : 'tsx');
  if (second.errors.length === 0) return programOf(second);
  const program = programOf(first);
  if (isOnlyTopLevelReturn(first) && program.body.length > 0) return program;
  const [error] = first.errors;
  const at = error?.labels[0]?.start ?? 0;
  const line = text.slice(0, at).split('\n').length;
  throw new UnparsableError(`line ${line}: ${error?.message ?? 'not a program'}`);
}

/** A `return` outside of functions, as CommonJS allows it, comes with an error and a whole tree. */
function isOnlyTopLevelReturn(result: ParseResult): boolean {
  return result.errors.every((error) => /return/i.test(error.message));
}

function parseAs(filePath: string, text: string, lang: ScriptLanguage): ParseResult {
  const parse = (sourceType: 'module' | 'commonjs'): ParseResult => parseSync(filePath, text, { ...TREE, lang, sourceType });
  // Without import or export it is CommonJS, where `await` is a name and `return` may stand at the top. A comment may
  // hold those words, and a module may await without them: the other kind is tried where the first has errors.
  const isModule = /\b(?:import|export)\b/.test(text);
  const first = parse(isModule ? 'module' : 'commonjs');
  if (first.errors.length === 0 || (isModule && first.module.hasModuleSyntax)) return first;
  const second = parse(isModule ? 'commonjs' : 'module');
  return second.errors.length === 0 ? second : first;
}

function programOf(result: ParseResult): TSESTree.Program {
  return result.program as unknown as TSESTree.Program;
}

/**
 * Sets `.parent` and `.range` on every node, as ESLint does. No recursion: generated code nests deeper than the call stack.
 *
 * @param shift How much further a text stands in its file.
 * @returns All nodes in source order.
 */
function linked(ast: TSESTree.Program, shift = 0): readonly Node[] {
  const nodes: Node[] = [];
  const stack: Node[] = [ast];
  for (let node = stack.pop(); node; node = stack.pop()) {
    nodes.push(node);
    const { start, end } = node as unknown as { readonly start: number; readonly end: number };
    node.range = [start + shift, end + shift];
    const keys = visitorKeys[node.type] ?? [];
    for (let k = keys.length - 1; k >= 0; k--) {
      const child = (node as unknown as Record<string, unknown>)[keys[k]!];
      if (Array.isArray(child)) {
        for (let i = child.length - 1; i >= 0; i--) {
          const one = child[i] as Node | null;
          if (one) adopt(one, node, stack);
        }
      } else if (child) adopt(child as Node, node, stack);
    }
  }
  return nodes;
}

function adopt(child: Node, parent: Node, stack: Node[]): void {
  (child as { parent: Node }).parent = parent;
  stack.push(child);
}
