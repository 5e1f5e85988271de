import { resolveValue } from '../../flow/resolve.ts';
import { returnsOf } from '../../syntax/functions.ts';
import type { Node } from '../../syntax/nodes.ts';
import { bare, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';
import type { CallIndex, Located } from './calls.ts';
import type { Holders } from './holders.ts';
import { useOf } from './uses.ts';

const SELECTING = /^use(?:App)?Selector$/;

/**
 * A store's state that headers took their token from is the token wherever it is selected: components that only ask
 * whether there is one, `Boolean(useSelector((state) => state.token))`, ask for the session, and follow it as before.
 */
export function followSelected(
  contexts: ReadonlyMap<SourceFile, CodemodContext>,
  carried: readonly Located[],
  holders: Holders,
  index: CallIndex,
): void {
  const paths = new Set(carried.map(({ file, node }) => selectedBy(resolveValue({ file, node }))).filter((path) => path !== undefined));
  if (paths.size === 0) return;
  let isFollowed = false;
  for (const { file, changes, facts } of contexts.values()) {
    for (const call of nodesOf(file, 'CallExpression')) {
      const path = selectedBy({ file, node: call });
      if (path === undefined || !paths.has(path) || changes.isGone(call)) continue;
      if (useOf(file, call, holders, index, (one) => contexts.get(one)!.changes).kind !== 'truth') continue;
      changes.replace(call, 'useSession()');
      changes.addImport({ source: importPath(file.path, facts.client.session), imported: 'useSession', local: 'useSession' });
      isFollowed = true;
    }
  }
  const names = new Set([...paths].map((path) => path.slice(path.lastIndexOf('.') + 1)));
  if (isFollowed)
    for (const context of contexts.values())
      for (const end of endsIn(context.file, names))
        context.todo(end, 'this signed out. The session is a cookie now: call endSession() where this is dispatched.');
}

/** Where reducers take the token out of the state: `state.token = null`, `{ ...state, token: null }`. */
function endsIn(file: SourceFile, names: ReadonlySet<string>): Node[] {
  const assigned = nodesOf(file, 'AssignmentExpression').filter(
    ({ left, right }) =>
      /\bcreateSlice\b/.test(file.text) && isNothing(right) && left.type === 'MemberExpression' && names.has(memberName(left) ?? ''),
  );
  const spread = nodesOf(file, 'Property').filter(
    (one) =>
      isNothing(one.value) &&
      names.has(propertyName(one) ?? '') &&
      one.parent.properties.some(
        (other) => other.type === 'SpreadElement' && other.argument.type === 'Identifier' && other.argument.name === 'state',
      ),
  );
  return [...assigned, ...spread];
}

function isNothing(node: Node): boolean {
  return (
    (node.type === 'Literal' && (node.value === null || node.value === '')) || (node.type === 'Identifier' && node.name === 'undefined')
  );
}

/** What a selector takes of the state, below its parameter: `.auth.token`. */
function selectedBy({ file, node }: Located): string | undefined {
  const call = bare(node);
  if (call.type !== 'CallExpression' || call.callee.type !== 'Identifier' || !SELECTING.test(call.callee.name)) return undefined;
  const [selector] = call.arguments;
  const [parameter] = isFunction(selector) ? selector.params : [];
  if (!isFunction(selector) || parameter?.type !== 'Identifier') return undefined;
  const [returned, ...more] = returnsOf(selector);
  return returned && more.length === 0 ? pathBelow(file, returned, parameter.name) : undefined;
}

function pathBelow(file: SourceFile, node: Node, parameter: string): string | undefined {
  const path = textOf(file, bare(node)).replaceAll('?.', '.');
  return path.startsWith(`${parameter}.`) && /^[\w$.]+$/.test(path) ? path.slice(parameter.length) : undefined;
}
