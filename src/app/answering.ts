import type { Route } from './route.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import { calledFunction } from '../flow/calls.ts';
import { returnsOf } from '../syntax/functions.ts';
import type { CallNode, FunctionNode, Node } from '../syntax/nodes.ts';
import { isFunction, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';

/** A function that runs when a route is asked, and the file that it is written in. */
export interface Handler {
  readonly file: SourceFile;
  readonly node: FunctionNode;
}

/** How many wrappers and lists are opened around a handler. Real code has one or two. */
const MAX_WRAPPERS = 4;

/**
 * The functions that an expression hands to a route: written there, named, in a list, bound, or behind a wrapper, where
 * it is registered or where it is exported: `wrap(login)`, `module.exports = { login: wrap(login) }`.
 */
export function handlersIn(place: Place, left = MAX_WRAPPERS): Handler[] {
  const { file, node } = resolveValue(place);
  if (isFunction(node)) return [{ file, node }];
  if (left <= 0) return [];
  if (node.type === 'ArrayExpression')
    return node.elements.flatMap((one) => (one && one.type !== 'SpreadElement' ? handlersIn({ file, node: one }, left - 1) : []));
  return node.type === 'CallExpression' ? handlersOfCall(file, node, left - 1) : [];
}

function handlersOfCall(file: SourceFile, call: CallNode, left: number): Handler[] {
  const { callee } = call;
  if (callee.type === 'MemberExpression' && memberName(callee) === 'bind') return handlersIn({ file, node: callee.object }, left);
  const wrapped = call.arguments.flatMap((one) => (isNamedOrWritten(one) ? handlersIn({ file, node: one }, left) : []));
  if (wrapped.length > 0) return wrapped;
  // A factory: `login(service)` returns the function that answers.
  const factory = calledFunction(file, call);
  return factory ? returnsOf(factory.node).flatMap((one) => (isFunction(one) ? [{ file: factory.file, node: one }] : [])) : [];
}

function isNamedOrWritten(node: Node): boolean {
  return isFunction(node) || node.type === 'Identifier' || node.type === 'MemberExpression' || node.type === 'CallExpression';
}

/** The functions that answer a route at its end. What runs before them, and handlers of errors, are left out. */
export function lastHandlers({ handlers }: Pick<Route, 'handlers'>): Handler[] {
  const all = handlers.map((place) => (place.node.type === 'SpreadElement' ? [] : handlersIn(place)));
  const flat = all.flatMap((functions, i) => (handlers[i]!.node.type === 'ArrayExpression' ? functions.map((one) => [one]) : [functions]));
  // Express takes a function of four parameters for one that handles errors.
  return flat.findLast((functions) => functions.length === 0 || functions.some(({ node }) => node.params.length < 4)) ?? [];
}
