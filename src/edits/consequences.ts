import type { ByType } from '../syntax/by-type.ts';
import { byType } from '../syntax/by-type.ts';
import type { FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { isFunction, memberName } from '../syntax/nodes.ts';

/** What is known of the nodes that go, for finding out which go with them. */
export interface Going {
  /** Whether a node goes by itself. */
  goes(node: Node): boolean;
  /** Whether it is a statement that goes, or a block whose statements all go. */
  isEmptied(node: Node): boolean;
  isEmptiedFunction(node: Node): boolean;
  /** Whether evaluating it does nothing else. */
  isPure(node: Node): boolean;
}

/** Whether nothing is left of what a node is for, so that it goes too. */
export function followsFrom(going: Going, node: Node): boolean {
  const parts = byType(PARTS, node);
  if (parts !== undefined) return areAllGone(going, parts);
  return byType(FURTHER, node, going) ?? false;
}

function areAllGone(going: Going, parts: readonly (Node | null)[]): boolean {
  return parts.length > 0 && parts.every((part) => part !== null && going.goes(part));
}

/** Nodes that are there for their parts alone: they go when all of these go. */
const PARTS: ByType<readonly (Node | null)[]> = {
  ExpressionStatement: ({ expression }) => [expression],
  ChainExpression: ({ expression }) => [expression],
  TSAsExpression: ({ expression }) => [expression],
  TSNonNullExpression: ({ expression }) => [expression],
  AwaitExpression: ({ argument }) => [argument],
  UnaryExpression: ({ argument }) => [argument],
  SpreadElement: ({ argument }) => [argument],
  YieldExpression: ({ argument }) => [argument],
  SequenceExpression: ({ expressions }) => expressions,
  VariableDeclaration: ({ declarations }) => declarations,
  ImportDeclaration: ({ specifiers }) => specifiers,
  ExportNamedDeclaration: ({ declaration, specifiers }) => (declaration ? [declaration] : specifiers),
};

/** Nodes of which more than that decides. */
const FURTHER: ByType<boolean, [Going]> = {
  // `token && store(token)` as a statement: without the second the first is tested for nothing.
  LogicalExpression: ({ left, right, parent }, going) => going.goes(right) && going.isPure(left) && parent.type === 'ExpressionStatement',
  ConditionalExpression: ({ test, consequent, alternate }, going) => going.goes(consequent) && going.goes(alternate) && going.isPure(test),
  IfStatement: ({ test, consequent, alternate }, going) =>
    going.isEmptied(consequent) && (!alternate || going.isEmptied(alternate)) && going.isPure(test),
  TryStatement: ({ block, finalizer }, going) => going.isEmptied(block) && !finalizer,
  // Nothing is taken any more out of what has no effect.
  VariableDeclarator: ({ id, init }, going) =>
    id.type === 'ObjectPattern' && areAllGone(going, id.properties) && init !== null && going.isPure(init),
  Property: ({ value, parent }, going) => going.goes(value) && parent.type === 'ObjectExpression',
  MethodDefinition: ({ kind, value }, going) => kind === 'constructor' && value.params.length === 0 && going.isEmptiedFunction(value),
  CallExpression: (call, going) => isCallForNothing(going, call),
  ArrowFunctionExpression: (fn, going) => isEmptiedCallback(going, fn),
  FunctionExpression: (fn, going) => isEmptiedCallback(going, fn),
};

/** A callback of which nothing is left. */
function isEmptiedCallback(going: Going, fn: FunctionNode): boolean {
  const { parent } = fn;
  return parent.type === 'CallExpression' && parent.arguments.some((one) => one === fn) && going.isEmptiedFunction(fn);
}

/** Functions that only run what they are given. */
const RUNS = /^(?:useEffect|useLayoutEffect|onMounted|onBeforeMount|onMount|watchEffect|createEffect|effect|setTimeout|nextTick)$/;

/** `useEffect(() => {…}, [])` without an effect. */
function isCallForNothing(going: Going, { callee, arguments: [first] }: TSESTree.CallExpression): boolean {
  const name = callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? memberName(callee) : undefined;
  return first !== undefined && isFunction(first) && going.goes(first) && RUNS.test(name ?? '');
}
