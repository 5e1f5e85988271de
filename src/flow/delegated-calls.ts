import type { Delegation } from '../apis/state/index.ts';
import { argumentAt } from '../syntax/functions.ts';
import type { CallNode, FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile } from '../syntax/source-file.ts';
import type { CallOf, LocatedCall } from './calls.ts';
import { borrowedCall, functionBehind } from './calls.ts';
import { tablesIn } from './library-flows.ts';
import type { Origin } from './origin.ts';
import { memberOrigin, originOf } from './origin.ts';
import { MAX_STEPS, memberOf, resolveValue } from './resolve.ts';

/**
 * A call that another call makes: `fn.call(object, first)`, `Reflect.apply(fn, object, [first])`, a saga's
 * `call([object, 'method'], first)`.
 */
export interface DelegatedCall extends CallOf {
  /** The function that is called; where there is none, the object's method of that name is. */
  readonly fn?: Node;
  readonly method?: string;
}

type Callee = Pick<DelegatedCall, 'fn' | 'method' | 'object'>;

/** Every call of a file that calls a function for it. */
export const delegatedCallsOf = perFile((file): readonly DelegatedCall[] => {
  const delegations = tablesIn(file)?.delegations;
  return nodesOf(file, 'CallExpression').flatMap((call) => {
    // `effects.call(…)` of a library is no `fn.call(…)`.
    const origin = delegations && delegations.size > 0 ? originOf(file, call.callee) : undefined;
    const delegation = origin === undefined ? undefined : delegations?.get(origin);
    return (delegation ? delegated(file, call, delegation) : byLanguage(file, call)) ?? [];
  });
});

/** `fn.call(…)`, `fn.apply(…)`, `Reflect.apply(…)`, and `fn.bind(object, first)`, which knows its first argument already. */
function byLanguage(file: SourceFile, call: TSESTree.CallExpression): DelegatedCall | undefined {
  const borrowed = borrowedCall(call);
  if (!borrowed) return undefined;
  const { callee: fn, method } = borrowed;
  if (fn.type === 'Identifier' && fn.name === 'Reflect' && method === 'apply')
    return delegated(file, call, { fn: 0, context: 1, given: { list: 2 } });
  const object = argumentAt(call, 0);
  const given = method === 'apply' ? listed(file, argumentAt(call, 1)) : call.arguments.slice(1);
  if (!object || !given || (method === 'bind' && given.length === 0)) return undefined;
  return { node: call, fn, object, arguments: given };
}

function delegated(file: SourceFile, call: TSESTree.CallExpression, { fn, context, given }: Delegation): DelegatedCall | undefined {
  const callee = calleeOf(file, argumentAt(call, fn), context === undefined ? undefined : argumentAt(call, context));
  const values = 'from' in given ? call.arguments.slice(given.from) : listed(file, argumentAt(call, given.list));
  return callee && values && { ...callee, node: call, arguments: values };
}

/** What is called: a function, a method's name, `[object, method]` or `{ context, fn }`. */
function calleeOf(file: SourceFile, given: Node | undefined, object: Node | undefined): Callee | undefined {
  if (!given) return undefined;
  const { file: home, node } = resolveValue({ file, node: given });
  if (home === file && node.type === 'ArrayExpression') {
    const [context, method] = node.elements;
    return method && method.type !== 'SpreadElement' && context ? calleeOf(file, method, context) : undefined;
  }
  if (home === file && node.type === 'ObjectExpression') {
    const part = (name: string): Node | undefined => {
      const found = node.properties.find((one) => one.type === 'Property' && propertyName(one) === name);
      return found?.type === 'Property' ? found.value : undefined;
    };
    return calleeOf(file, part('fn'), part('context'));
  }
  if (node.type === 'Literal') return object && typeof node.value === 'string' ? { object, method: node.value } : undefined;
  return { fn: given, ...(object && { object }) };
}

/** The elements of a list of arguments, where the list is written out in the file. */
function listed(file: SourceFile, list: Node | undefined): CallNode['arguments'] | undefined {
  if (!list) return undefined;
  const { file: home, node } = resolveValue({ file, node: list });
  if (home !== file || node.type !== 'ArrayExpression') return undefined;
  const elements = node.elements.filter((one) => one !== null);
  return elements.length === node.elements.length ? elements : undefined;
}

/** The origin of what is called. A method that is borrowed of a prototype is that of the object that it is called on. */
export function originOfDelegated(file: SourceFile, { fn, method, object }: DelegatedCall): Origin | undefined {
  const origin = fn && originOf(file, fn);
  const name = method ?? (origin === undefined ? undefined : /\.prototype\.([$\w]+)$/.exec(origin)?.[1]);
  const owner = name === undefined || !object ? undefined : originOf(file, object);
  return owner === undefined ? origin : memberOrigin(owner, name!);
}

/** The function that is called, where it is written in the project. */
export function delegatedFunction(file: SourceFile, { fn, method, object }: DelegatedCall): LocatedCall<FunctionNode> | undefined {
  if (fn) return functionBehind({ file, node: fn });
  const member = object && method !== undefined ? memberOf({ file, node: object }, method, MAX_STEPS) : undefined;
  return member && functionBehind(member);
}
