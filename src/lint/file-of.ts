import path from 'node:path';
import type { ScopeManager } from '@typescript-eslint/scope-manager';
import type { Rule, SourceCode } from 'eslint';
import type { TSESTree } from '../syntax/nodes.ts';
import type { Settings } from '../syntax/settings.ts';
import { templateHtmlOf } from './template-html.ts';
import type { SourceFile } from '../syntax/source-file.ts';

const files = new WeakMap<SourceCode, SourceFile>();

/** The file that ESLint is at, as the engine sees it: made once, shared by all rules. */
export function fileOf(context: Rule.RuleContext, settings: Settings): SourceFile {
  const { sourceCode } = context;
  let file = files.get(sourceCode);
  if (!file) {
    file = {
      path: path.resolve(context.cwd, context.filename),
      text: sourceCode.text,
      // The two trees are one dialect but for the names of their types.
      ast: sourceCode.ast as unknown as TSESTree.Program,
      scopes: sourceCode.scopeManager as unknown as ScopeManager,
      visitorKeys: sourceCode.visitorKeys,
      settings,
      templateHtml: () => templateHtmlOf(sourceCode),
    };
    files.set(sourceCode, file);
  }
  return file;
}
