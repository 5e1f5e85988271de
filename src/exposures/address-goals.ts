import type { Navigation } from '../apis/navigation/index.ts';
import { navigations } from '../apis/navigation/index.ts';
import { resolveValue } from '../flow/resolve.ts';
import { argumentAt, calleeName } from '../syntax/functions.ts';
import { mentioned } from '../syntax/hints.ts';
import type { ByType } from '../syntax/by-type.ts';
import { byType } from '../syntax/by-type.ts';
import type { CallNode, Node } from '../syntax/nodes.ts';
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
  return byType(PARTS_OF_ADDRESS, node) ?? [];
}

const PARTS_OF_ADDRESS: ByType<readonly Node[]> = {
  ConditionalExpression: ({ consequent, alternate }) => [consequent, alternate],
  LogicalExpression: ({ left, right }) => [left, right],
  BinaryExpression: ({ left }) => [left],
  TemplateLiteral: ({ quasis, expressions }) => (quasis[0]?.value.raw === '' ? expressions.slice(0, 1) : []),
  MemberExpression: (member) => (memberName(member) === 'href' ? [member.object] : []),
  CallExpression: writtenAsText,
  NewExpression: writtenAsText,
};

/** `url.toString()`, `String(url)`, `new URL(address)`: the address in another form. */
function writtenAsText(call: CallNode): readonly Node[] {
  if (call.callee.type === 'MemberExpression' && memberName(call.callee) === 'toString') return [call.callee.object];
  const given = argumentAt(call, 0);
  return given && /^(?:URL|encodeURI|String)$/.test(calleeName(call) ?? '') ? [given] : [];
}
