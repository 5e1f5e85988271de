import { bindingOf, variableOf } from '../../../syntax/bindings.ts';
import type { Place } from '../../../flow/resolve.ts';
import { resolveValue } from '../../../flow/resolve.ts';
import { argumentAt, calleeName, returnsOf } from '../../../syntax/functions.ts';
import type { FunctionNode, Node, TSESTree } from '../../../syntax/nodes.ts';
import { isFunction, memberName } from '../../../syntax/nodes.ts';
import { shapeOf } from '../../../flow/objects.ts';
import type { SourceFile } from '../../../syntax/source-file.ts';
import { whole } from '../../../credentials/alternatives.ts';

/** A store's state as far as the code shows it. */
export interface StateTree {
  readonly parts: readonly StatePart[];
  /** Whether more may be there. */
  readonly open: boolean;
}

/** A property of a state. */
export interface StatePart {
  readonly name: string;
  readonly file: SourceFile;
  readonly node: Node;
  readonly value: Node;
  /** What is inside it, where that is another store's state: a reducer's, a module's. */
  readonly inner?: StateTree;
}

/** Middleware and makers whose state is that of what they are given. */
const AROUND = whole(`
  devtools immer subscribeWithSelector combine redux logger temporal middleware persistReducer undoable withReset
  createSelectors reactive ref
`);

/**
 * The state that an expression gives: an object, a function that returns one, a reducer by its initial state, a slice,
 * combined reducers. Undefined where it is not to be seen.
 */
export function stateTreeOf(place: Place, steps = 8): StateTree | undefined {
  if (steps <= 0) return undefined;
  const { file, node } = resolveValue(place);
  if (isFunction(node)) return ofFunction(file, node, steps);
  switch (node.type) {
    case 'ObjectExpression':
      return ofObject({ file, node }, steps);
    case 'MemberExpression':
      return memberName(node) === 'reducer' ? stateTreeOf({ file, node: node.object }, steps - 1) : undefined;
    case 'Identifier': {
      // export const { reducer, actions } = createSlice(…)
      const variable = variableOf(file, node);
      const binding = variable && bindingOf(variable);
      return binding?.kind === 'value' && binding.path[0] === 'reducer' ? stateTreeOf({ file, node: binding.init }, steps - 1) : undefined;
    }
    case 'CallExpression':
      return ofCall(file, node, steps);
    default:
      return undefined;
  }
}

/** The state of what a library makes: a slice, a reducer, combined reducers, what middleware is put around. */
function ofCall(file: SourceFile, call: TSESTree.CallExpression, steps: number): StateTree | undefined {
  const name = calleeName(call) ?? '';
  const first = argumentAt(call, 0);
  switch (name) {
    case 'createSlice':
      return first && initialState({ file, node: first }, steps);
    case 'combineReducers':
      return first && combined({ file, node: first }, steps);
    case 'createReducer':
    case 'persistCombineReducers':
      return first && stateTreeOf({ file, node: first }, steps - 1);
    default:
      if (!AROUND.test(name)) return undefined;
      return merged(call.arguments.map((node) => (node.type === 'SpreadElement' ? undefined : stateTreeOf({ file, node }, steps - 1))));
  }
}

function ofFunction(file: SourceFile, fn: FunctionNode, steps: number): StateTree | undefined {
  const [first] = fn.params;
  // A reducer: what it begins with, and what it returns.
  const initial = first?.type === 'AssignmentPattern' ? stateTreeOf({ file, node: first.right }, steps - 1) : undefined;
  return merged([initial, ...returnsOf(fn).map((node) => stateTreeOf({ file, node }, steps - 1))]);
}

function ofObject(place: Place, steps: number): StateTree | undefined {
  const shape = shapeOf(place, Math.min(steps, 6));
  return (
    shape && { open: shape.open, parts: [...shape.entries.values()].map(({ name, file, node, value }) => ({ name, file, node, value })) }
  );
}

function initialState(options: Place, steps: number): StateTree | undefined {
  const initial = shapeOf(options)?.entries.get('initialState');
  return initial && stateTreeOf({ file: initial.file, node: initial.value }, steps - 1);
}

/** `{ auth: authReducer }`: each part is a state of its own. */
export function combined(reducers: Place, steps = 8): StateTree | undefined {
  const tree = ofObject(reducers, steps);
  return (
    tree && {
      open: tree.open,
      parts: tree.parts.map((part) => withInner(part, stateTreeOf({ file: part.file, node: part.value }, steps - 1))),
    }
  );
}

/** The same part with what is inside it. */
export function withInner(part: StatePart, inner: StateTree | undefined): StatePart {
  return inner ? { ...part, inner } : part;
}

function merged(trees: readonly (StateTree | undefined)[]): StateTree | undefined {
  const known = trees.filter((tree) => tree !== undefined);
  return known.length === 0 ? undefined : { open: known.some(({ open }) => open), parts: known.flatMap(({ parts }) => parts) };
}
