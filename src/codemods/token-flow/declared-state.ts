import type { Variable } from '@typescript-eslint/scope-manager';
import { callsOfValue } from '../../flow/back.ts';
import { locationOf } from '../../flow/location.ts';
import { stateHookOf } from '../../flow/state-hooks.ts';
import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { Definition } from './holder.ts';

/** `const [token, setToken] = useState(…)`: the declarator, what the state begins with, and its setter. */
export interface DeclaredState {
  readonly declarator: TSESTree.VariableDeclarator;
  readonly initial: Node | undefined;
  readonly setter: Variable | undefined;
}

/** The state hook that a variable is the state of. */
export function declaredState(file: SourceFile, variable: Variable): DeclaredState | undefined {
  const binding = bindingOf(variable);
  const call = binding.kind === 'value' ? bare(binding.init) : undefined;
  const hook = call?.type === 'CallExpression' ? stateHookOf(file, call) : undefined;
  const declarator = call?.parent;
  if (!hook || binding.kind !== 'value' || binding.path.length !== 1 || binding.path[0] !== hook.state) return undefined;
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'ArrayPattern') return undefined;
  const setter = hook.setter === undefined ? undefined : declarator.id.elements[Number(hook.setter)];
  return { declarator, initial: hook.initial, setter: setter?.type === 'Identifier' ? variableOf(file, setter) : undefined };
}

/** Every call of what sets a state, in whatever file and under whatever name. */
export function settersCalled(file: SourceFile, { setter }: DeclaredState): Definition[] {
  const name = setter?.identifiers[0] as Node | undefined;
  return (name ? callsOfValue(locationOf(file, name)) : []).flatMap(({ file: home, node: call }): Definition[] => {
    const [first] = call.arguments;
    // Nothing at all is no token: the call stands for what it gives.
    const value = first ? argumentAt(call, 0) : call;
    return value ? [{ file: home, value, site: call, form: 'setter' }] : [];
  });
}
