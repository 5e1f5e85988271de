import type { ServerCookie } from '../apis/server/index.ts';
import { isTokenName } from '../apis/http/token-slots.ts';
import { callersOf } from '../flow/calls.ts';
import type { LocatedCall } from '../flow/calls.ts';
import { productionBranch } from '../flow/environment.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import type { Binding } from '../syntax/bindings.ts';
import { bindingOf, variableOf } from '../syntax/bindings.ts';
import { argumentAt } from '../syntax/functions.ts';
import type { FunctionNode, Node } from '../syntax/nodes.ts';
import { bare } from '../syntax/nodes.ts';
import { isCredential } from './credential.ts';
import { evidenceFor } from './evidence.ts';

type Parameter = Extract<Binding, { kind: 'parameter' }>;

/**
 * What an expression may be that is a parameter of the function that sets a cookie: what those callers give that hand it a
 * credential, each, or its default where they give nothing. Empty where it is no such parameter, or nobody is seen to call.
 */
export function givenFor({ value }: ServerCookie, { file, node }: Place): readonly Place[] {
  const parameter = parameterAt({ file, node });
  if (!parameter) return [];
  const { fn, index, fallback } = parameter;
  const calls = callersOf(file, fn).filter((call) => !value || givesCredential({ file, node: value }, fn, call));
  const byDefault = fallback ? [{ file, node: fallback }] : [];
  if (calls.length === 0) return callersOf(file, fn).length === 0 ? byDefault : [];
  return calls.flatMap((call) => {
    if (call.node.arguments.some((one) => one.type === 'SpreadElement')) return [];
    const given = argumentAt(call.node, index);
    return given ? [{ file: call.file, node: given }] : byDefault;
  });
}

function parameterAt({ file, node }: Place): Parameter | undefined {
  const inner = bare(node);
  const variable = inner.type === 'Identifier' ? variableOf(file, inner) : undefined;
  const binding = variable && bindingOf(variable);
  return binding?.kind === 'parameter' && binding.path.length === 0 ? binding : undefined;
}

/** `put(res, 'token', token)` of `put(res, name, value)`, which sets the theme as well: what a caller gives says which. */
function givesCredential(value: Place, fn: FunctionNode, call: LocatedCall): boolean {
  const parameter = parameterAt(value);
  if (parameter?.fn !== fn) return true;
  const inner = bare(value.node);
  if (inner.type === 'Identifier' && isTokenName(value.file, inner.name)) return true;
  const given = argumentAt(call.node, parameter.index);
  return given !== undefined && isCredential(evidenceFor(call.file, given));
}

/** Whether an attribute's value turns it off: `false`, `!1`, `isProduction ? false : true`, what a caller gives for a parameter. */
export function turnsOff(cookie: ServerCookie, place: Place): boolean {
  const { file, node } = resolveValue(place);
  if (node.type === 'Literal') return node.value === false || node.value === null;
  if (node.type === 'UnaryExpression' && node.operator === '!') {
    const { node: turned } = resolveValue({ file, node: node.argument });
    return turned.type === 'Literal' && Boolean(turned.value);
  }
  if (node.type === 'ConditionalExpression') {
    const branches: readonly Node[] = [productionBranch(file, node) ?? [node.consequent, node.alternate]].flat();
    return branches.every((one) => turnsOff(cookie, { file, node: one }));
  }
  return givenFor(cookie, { file, node }).some((one) => resolveValue(one).node !== node && turnsOff(cookie, one));
}
