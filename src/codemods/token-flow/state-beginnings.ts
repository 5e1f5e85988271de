import { readsOf, variableOf } from '../../syntax/bindings.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { dressed, enclosingFunction, propertyName } from '../../syntax/nodes.ts';
import type { Located } from './calls.ts';
import type { StateWrite } from './state-parts.ts';
import { isSignOut } from './state-sign-outs.ts';

/** The object that a state begins with, of which a write is a property: not what is put there later. */
function beginningOf({ node }: StateWrite): TSESTree.ObjectExpression | undefined {
  const object = node.parent;
  if (node.type !== 'Property' || object.type !== 'ObjectExpression') return undefined;
  if (object.properties.some((one) => one.type === 'SpreadElement' && isOfState(one))) return undefined;
  const { parent } = dressed(object);
  switch (parent?.type) {
    case 'VariableDeclarator':
      return object;
    case 'Property':
      return /^(?:initialState|state)$/.test(propertyName(parent) ?? '') ? object : undefined;
    case 'ArrowFunctionExpression':
    case 'ReturnStatement':
      return isCreator(enclosingFunction(object)) ? object : undefined;
    default:
      return undefined;
  }
}

/** `...state` of what a reducer returns. */
function isOfState({ argument }: TSESTree.SpreadElement): boolean {
  return argument.type === 'Identifier' && /^(?:state|s|prev\w*|draft)$/.test(argument.name);
}

/** A function that makes a state: `state: () => ({…})`, the one that `create` or middleware around it is given. */
function isCreator(fn: Node | undefined): boolean {
  if (!fn?.parent) return false;
  if (fn.parent.type === 'Property') return propertyName(fn.parent) === 'state';
  return (
    fn.parent.type === 'CallExpression' &&
    /^(?:create|persist|devtools|immer|subscribeWithSelector|createStore)$/.test(nameOfCalled(fn.parent))
  );
}

function nameOfCalled({ callee }: TSESTree.CallExpression): string {
  // create<State>()(…)
  const called = callee.type === 'CallExpression' ? callee.callee : callee;
  return called.type === 'Identifier' ? called.name : '';
}

/** Whether a write is what a state begins with. */
export function isBeginning(write: StateWrite): boolean {
  return beginningOf(write) !== undefined;
}

/** Where people sign out by a state that becomes what it began with: `logout: () => initialState`. */
export function resetsOf(write: StateWrite): Located[] {
  const object = beginningOf(write);
  const declarator = object && dressed(object).parent;
  const variable = declarator?.type === 'VariableDeclarator' ? variableOf(write.file, declarator.id) : undefined;
  return (variable ? readsOf(variable) : []).flatMap((node) => {
    const { parent } = node;
    const isDefault = parent?.type === 'AssignmentPattern' && parent.right === node;
    return !isDefault && enclosingFunction(node) && isSignOut({ file: write.file, node }) ? [{ file: write.file, node }] : [];
  });
}
