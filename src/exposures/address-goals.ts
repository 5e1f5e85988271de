import type { Navigation } from '../apis/navigation/index.ts';
import { navigations } from '../apis/navigation/index.ts';
import { resolveValue } from '../flow/resolve.ts';
import { argumentAt, calleeName } from '../syntax/functions.ts';
import { mentioned } from '../syntax/hints.ts';
import type { Node } from '../syntax/nodes.ts';
import { bare, isFunction, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';
import { requestsOf } from '../app/requests.ts';

/** Where an address goes to: a page's own, a server's redirect, an open connection, a request. */
export type Goal = Navigation['kind'] | 'request';

/** The nodes that are addresses, with where they go: what is navigated to or requested, through variables and choices. */
export const goals = perFile((file): ReadonlyMap<Node, Goal> => {
  const found = new Map<Node, Goal>();
  for (const { to, kind } of navigationsOf(file)) mark(file, to, kind, found);
  for (const { url } of requestsOf(file)) if (url) mark(file, url, 'request', found);
  return found;
});

const navigationApisIn = mentioned(navigations);
export const navigationsOf = perFile((file): readonly Navigation[] => navigationApisIn(file).flatMap((api) => [...api.navigations(file)]));

function mark(file: SourceFile, node: Node, goal: Goal, found: Map<Node, Goal>): void {
  const inner = bare(node);
  if (found.has(inner)) return;
  found.set(inner, goal);
  const value = resolveValue({ file, node: inner });
  if (value.node !== inner && value.file === file && !isFunction(value.node)) mark(file, value.node, goal, found);
  for (const part of partsOfAddress(inner)) mark(file, part, goal, found);
}

/** The expressions of which an address is one, or the beginning of one. */
function partsOfAddress(node: Node): readonly Node[] {
  switch (node.type) {
    case 'ConditionalExpression':
      return [node.consequent, node.alternate];
    case 'LogicalExpression':
      return [node.left, node.right];
    case 'BinaryExpression':
      return [node.left];
    case 'TemplateLiteral':
      return node.quasis[0]?.value.raw === '' ? node.expressions.slice(0, 1) : [];
    case 'MemberExpression':
      return memberName(node) === 'href' ? [node.object] : [];
    case 'CallExpression':
    case 'NewExpression': {
      if (node.callee.type === 'MemberExpression' && memberName(node.callee) === 'toString') return [node.callee.object];
      const given = argumentAt(node, 0);
      return given && /^(?:URL|encodeURI|String)$/.test(calleeName(node) ?? '') ? [given] : [];
    }
    default:
      return [];
  }
}
