import { environmentAsked } from '../flow/environment.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import type { Node } from '../syntax/nodes.ts';
import { contains, isFunction } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { textOf } from '../syntax/source-file.ts';
import { either } from '../credentials/alternatives.ts';

/** Scripts, jobs and settings of tools, which sign nothing for anybody. */
const OF_TOOLS = either(
  [
    /[/\\](?:scripts?|bin|tools?|ci|k6|e2e|cypress|playwright|\.github|\.circleci|\.storybook)[/\\]/,
    /[/\\](?:playwright|vite|vitest|jest|cypress|wdio|karma)[\w.-]*\.(?:config|conf|setup)\.[cm]?[jt]sx?$/,
    /[/\\](?:webpack|rollup|babel|eslint|orval|openapi|k6)[\w.-]*\.(?:config|conf|setup)\.[cm]?[jt]sx?$/,
  ],
  'i',
);

/**
 * Whether a secret is one with which the server that people use signs or verifies: not a stub for a script, nor what only
 * tests run.
 */
export function isOfServer({ file, node }: Place): boolean {
  return !OF_TOOLS.test(file.path) && !isForTests(file, node);
}

/** Whether a secret is put into the environment, for code that reads it from there: `process.env.JWT_SECRET ??= 'stub'`. */
export function isPutIntoEnvironment(file: SourceFile, node: Node): boolean {
  for (let at = node.parent; at && !at.type.endsWith('Statement') && !isFunction(at); at = at.parent) {
    if (at.type !== 'AssignmentExpression' || !contains(at.right, node)) continue;
    const target = at.left.type === 'MemberExpression' ? resolveValue({ file, node: at.left.object }) : undefined;
    if (target && textOf(target.file, target.node) === 'process.env') return true;
  }
  return false;
}

function isForTests(file: SourceFile, node: Node): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if ((at.type !== 'IfStatement' && at.type !== 'ConditionalExpression') || contains(at.test, node)) continue;
    const asked = environmentAsked({ file, node: at.test });
    if (asked?.environment === 'test' && contains(at.consequent, node) === asked.is) return true;
  }
  return false;
}
