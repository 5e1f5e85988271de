import type { Variable } from '@typescript-eslint/scope-manager';
import type { Changes } from '../../edits/changes.ts';
import type { Binding } from '../../syntax/bindings.ts';
import { bindingOf } from '../../syntax/bindings.ts';
import { argumentAt } from '../../syntax/functions.ts';
import type { Node } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { CallIndex } from './calls.ts';
import { attributeNotGiven } from './component-types.ts';

type ChangesOf = (file: SourceFile) => Changes;

/** A parameter that no caller gives anything: a component's property that goes at every element, a function's last. */
export function parameterNotGiven(variable: Variable, index: CallIndex, changesOf: ChangesOf): Node | undefined {
  const binding = bindingOf(variable);
  if (binding.kind !== 'parameter' || binding.path.length !== 1) return lastParameter(variable, index);
  return attributeNotGiven(variable.identifiers[0] as Node, binding.fn, index, (file, node) => changesOf(file).isGone(node));
}

/** A function's last parameter, where no caller gives it anything: a callback's, a getter's of a store, a thunk's. */
function lastParameter(variable: Variable, index: CallIndex): Node | undefined {
  const binding = wholeParameter(variable);
  if (!binding) return undefined;
  const { fn, node } = binding;
  const { parent } = fn;
  if (fn.params.at(-1) !== node) return undefined;
  const calls = index.callsTo(fn);
  const isCalledByOthers = /^(?:CallExpression|Property|ArrowFunctionExpression|ReturnStatement)$/.test(parent.type);
  return (calls.length > 0 || isCalledByOthers) && calls.every((call) => call.node.arguments.length <= binding.index) ? node : undefined;
}

/**
 * A parameter for which every caller gives something that has no effect: `tokenConfig(getState)`. What they give goes with it.
 */
export function carriedParameter(file: SourceFile, variable: Variable, index: CallIndex, changesOf: ChangesOf): Node | undefined {
  const binding = wholeParameter(variable);
  const calls = binding ? index.callsTo(binding.fn) : [];
  if (!binding || calls.length === 0 || !index.isOnlyCalled({ file, node: binding.fn })) return undefined;
  const isPlain = (one: (typeof calls)[number]): boolean =>
    one.node.arguments.every(({ type }) => type !== 'SpreadElement') &&
    one.node.arguments.slice(binding.index, binding.index + 1).every((given) => changesOf(one.file).isPure(given));
  if (!calls.every(isPlain)) return undefined;
  for (const call of calls) {
    const given = argumentAt(call.node, binding.index);
    if (given) changesOf(call.file).remove(given);
  }
  return binding.node;
}

/** The binding of a variable that is a parameter by itself. A setter has to have one. */
function wholeParameter(variable: Variable): Extract<Binding, { kind: 'parameter' }> | undefined {
  const binding = bindingOf(variable);
  if (binding.kind !== 'parameter' || binding.path.length > 0 || binding.node.type !== 'Identifier') return undefined;
  const { parent } = binding.fn;
  return (parent.type === 'MethodDefinition' || parent.type === 'Property') && parent.kind === 'set' ? undefined : binding;
}
