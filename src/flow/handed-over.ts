import { argumentAt } from '../syntax/functions.ts';
import { readsOf, variableOf } from '../syntax/bindings.ts';
import type { CallNode, FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { dressed, isFunction, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { LocatedCall } from './calls.ts';
import { flowsOfCall } from './library-flows.ts';
import type { Location } from './location.ts';
import { locationOf } from './location.ts';
import { memberOf } from './members.ts';
import type { Place } from './resolve.ts';
import { MAX_STEPS, resolveValue } from './resolve.ts';
import { hostOfMethod, readsOfThis } from './this-host.ts';

/** The functions that stand at a location: written there, named there, or a member of an object there. */
export function functionsAt({ file, node, path }: Location): LocatedCall<FunctionNode>[] {
  let place: Place | undefined = resolveValue({ file, node });
  for (const step of path) place = place && memberOf(place, step, MAX_STEPS);
  const value = place && resolveValue(place);
  if (value && isFunction(value.node)) return [{ file: value.file, node: value.node }];
  return value?.node.type === 'CallExpression' ? wrapped(value.file, value.node) : [];
}

/** `persist(creator, options)`, `useCallback(fn, [])`: what a library gives back as it is. */
function wrapped(file: SourceFile, call: TSESTree.CallExpression): LocatedCall<FunctionNode>[] {
  return flowsOfCall(file, call).flatMap(([from, to]) => {
    if (from.base.kind !== 'argument' || from.steps.length > 0 || to.base.kind !== 'result' || to.steps.length > 0) return [];
    const given = argumentAt(call, from.base.index);
    return given ? functionsAt(locationOf(file, given)) : [];
  });
}

/** Where a function is handed over. */
export interface HandedOver {
  readonly call: CallNode;
  readonly argument: number;
  /** Where in the argument, which is an object: `['onSuccess']`. */
  readonly steps: readonly string[];
}

/** The calls that a function is an argument of: by itself, in an object, by its name, as a method of `this`, bound or not. */
export function handedAt(file: SourceFile, fn: FunctionNode): HandedOver[] {
  const name = fn.id ?? (fn.parent.type === 'VariableDeclarator' && fn.parent.id.type === 'Identifier' ? fn.parent.id : undefined);
  const variable = name && variableOf(file, name);
  const method = hostOfMethod(fn);
  const mentions = [...(variable ? readsOf(variable) : []), ...(method ? readsOfThis(file, method.host, method.name) : [])];
  return [fn, ...mentions].flatMap((place) => handedOver(place) ?? []);
}

function handedOver(place: Node): HandedOver | undefined {
  const steps: string[] = [];
  let at = dressed(place);
  const { parent: member } = at;
  if (
    member?.type === 'MemberExpression' &&
    member.object === at &&
    memberName(member) === 'bind' &&
    member.parent.type === 'CallExpression'
  )
    at = dressed(member.parent);
  while (at.parent?.type === 'Property' && at.parent.value === at && at.parent.parent.type === 'ObjectExpression') {
    steps.unshift(propertyName(at.parent) ?? '');
    at = dressed(at.parent.parent);
  }
  const { parent } = at;
  if (parent?.type !== 'CallExpression' && parent?.type !== 'NewExpression') return undefined;
  const argument = parent.arguments.indexOf(at as TSESTree.Expression);
  return argument < 0 ? undefined : { call: parent, argument, steps };
}
