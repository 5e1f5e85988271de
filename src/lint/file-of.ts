import path from 'node:path';
import type { ScopeManager } from '@typescript-eslint/scope-manager';
import type { Rule, SourceCode } from 'eslint';
import { isBundle } from '../syntax/bundles.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import type { Settings } from '../syntax/settings.ts';
import { codeOf } from './code-of.ts';
import { templateHtmlOf } from './template-html.ts';
import type { SourceFile } from '../syntax/source-file.ts';

/** By a WeakMap and nothing else: oxlint has one and the same object for all files, and knows to forget what hangs on it. */
const files = new WeakMap<SourceCode, SourceFile | null>();

/**
 * The file that ESLint is at, as the engine sees it: made once, shared by all rules. Null where it is no script, but a
 * template, a style sheet or data, and where a bundler made it.
 */
export function fileOf(context: Rule.RuleContext, settings: Settings): SourceFile | null {
  const { sourceCode } = context;
  let file = files.get(sourceCode);
  if (file === undefined) {
    file =
      isScript(sourceCode) && !isBundle(sourceCode.text)
        ? {
            path: filePathOf(context),
            text: sourceCode.text,
            code: codeOf(sourceCode).text,
            // The two trees are one dialect but for the names of their types.
            ast: sourceCode.ast as unknown as TSESTree.Program,
            scopes: sourceCode.scopeManager as unknown as ScopeManager,
            visitorKeys: sourceCode.visitorKeys,
            settings,
            revisit: (visit) => revisit(sourceCode, visit),
            templateHtml: () => templateHtmlOf(sourceCode),
          }
        : null;
    files.set(sourceCode, file);
  }
  return file;
}

/**
 * Whether a tree is ESTree: a program of statements, with scopes and with visitor keys that know both. Parsers of other
 * languages call their root a program too, and give it other children or none.
 */
function isScript(sourceCode: SourceCode): boolean {
  const { ast, scopeManager, visitorKeys } = sourceCode as Partial<SourceCode>;
  return (
    ast?.type === 'Program' &&
    Array.isArray(ast.body) &&
    Boolean(scopeManager?.globalScope) &&
    visitorKeys?.['Program']?.includes('body') === true &&
    visitorKeys['CallExpression']?.includes('callee') === true &&
    ast.body.every(({ type }) => type in visitorKeys)
  );
}

/** The absolute path of the file that ESLint is at, whose name may be relative. */
export function filePathOf({ cwd, filename }: Pick<Rule.RuleContext, 'cwd' | 'filename'>): string {
  return path.resolve(cwd, filename);
}

interface Step {
  readonly kind: number;
  readonly phase?: number;
  readonly target: unknown;
}

/**
 * Visits the nodes in the order in which ESLint is about to visit them, which it has written down before it asks any rule:
 * https://eslint.org/docs/latest/extend/languages#the-sourcecode-object. Linters that only have ESLint's rules have no such list.
 */
function revisit(sourceCode: SourceCode, visit: (node: Node) => void): boolean {
  const { traverse } = sourceCode as unknown as { traverse?: () => Iterable<Step> };
  if (!traverse) return false;
  // Steps of the first kind visit a node, in the first phase when it is entered.
  for (const { kind, phase, target } of traverse.call(sourceCode)) if (kind === 1 && phase === 1) visit(target as Node);
  return true;
}
