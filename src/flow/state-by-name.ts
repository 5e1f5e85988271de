import { KEEPERS, SELECTORS, STATE_PARTS, SUBSCRIBE, WATCH } from '../apis/state/by-name.ts';
import { argumentAt, calleeName } from '../syntax/functions.ts';
import type { FunctionNode, Node } from '../syntax/nodes.ts';

/** Whether a function of this name keeps its first argument as state, where nothing says whose function it is. */
export function keepsItsArgument(name: string): boolean {
  return KEEPERS.test(name);
}

/** Whether a function of this name gives what the function returns that it is given. */
export function selects(name: string): boolean {
  return SELECTORS.test(name);
}

/** Whether a part of this name is the whole state of a ref or a signal. */
export function isWholeState(name: string): boolean {
  return STATE_PARTS.test(name);
}

/** What a callback is told about: the store of `token.subscribe((value) => …)`, the source of `watch(token, (value) => …)`. */
export function toldBy({ parent }: FunctionNode, index: number): Node | undefined {
  if (parent.type !== 'CallExpression') return undefined;
  const name = calleeName(parent);
  if (name === SUBSCRIBE && index === 0 && parent.callee.type === 'MemberExpression') return parent.callee.object;
  return name === WATCH && index < 2 && parent.arguments.length > 1 ? argumentAt(parent, 0) : undefined;
}
