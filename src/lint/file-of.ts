import path from 'node:path';
import type { ScopeManager } from '@typescript-eslint/scope-manager';
import type { Rule, SourceCode } from 'eslint';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import type { Settings } from '../syntax/settings.ts';
import { templateHtmlOf } from './template-html.ts';
import type { SourceFile } from '../syntax/source-file.ts';

/** By a WeakMap and nothing else: oxlint has one and the same object for all files, and knows to forget what hangs on it. */
const files = new WeakMap<SourceCode, SourceFile>();

/** The file that ESLint is at, as the engine sees it: made once, shared by all rules. */
export function fileOf(context: Rule.RuleContext, settings: Settings): SourceFile {
  const { sourceCode } = context;
  let file = files.get(sourceCode);
  if (!file) {
    file = {
      path: filePathOf(context),
      text: sourceCode.text,
      // The two trees are one dialect but for the names of their types.
      ast: sourceCode.ast as unknown as TSESTree.Program,
      scopes: sourceCode.scopeManager as unknown as ScopeManager,
      visitorKeys: sourceCode.visitorKeys,
      settings,
      revisit: (visit) => revisit(sourceCode, visit),
      templateHtml: () => templateHtmlOf(sourceCode),
    };
    files.set(sourceCode, file);
  }
  return file;
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
