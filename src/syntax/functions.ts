import { bindingOf, readsOf, variableOf } from './bindings.ts';
import type { CallNode, FunctionNode, Node, TSESTree } from './nodes.ts';
import { memberName } from './nodes.ts';
import type { Place, SourceFile } from './source-file.ts';
import { nodesOf, perFile } from './source-file.ts';

/** Every expression that a function gives back, its own `return`s and an arrow's body, but not those of functions inside. */
export function returnsOf(fn: FunctionNode): Node[] {
  if (fn.body.type !== 'BlockStatement') return [fn.body];
  const found: Node[] = [];
  collectReturns(fn.body, found);
  return found;
}

function collectReturns(node: Node, found: Node[]): void {
  switch (node.type) {
    case 'ReturnStatement':
      if (node.argument) found.push(node.argument);
      return;
    case 'BlockStatement':
    case 'StaticBlock':
      for (const statement of node.body) collectReturns(statement, found);
      return;
    case 'IfStatement':
      collectReturns(node.consequent, found);
      if (node.alternate) collectReturns(node.alternate, found);
      return;
    case 'TryStatement':
      collectReturns(node.block, found);
      if (node.handler) collectReturns(node.handler.body, found);
      if (node.finalizer) collectReturns(node.finalizer, found);
      return;
    case 'SwitchStatement':
      for (const one of node.cases) for (const statement of one.consequent) collectReturns(statement, found);
      return;
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'LabeledStatement':
    case 'WithStatement':
      collectReturns(node.body, found);
      return;
    default:
  }
}

/** The last name of what is called: `getItem` of `localStorage.getItem(…)`, `fetch` of `fetch(…)`. */
export function calleeName({ callee }: CallNode): string | undefined {
  return lastName(callee);
}

/** The last name by which something is called: `getItem` of `localStorage.getItem`, `fetch` of `fetch`. */
export function lastName(callee: Node): string | undefined {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' ? memberName(callee) : undefined;
}

/** The index of the parameter that an identifier is (the whole parameter, not a part of it), with its function. */
export function parameterOf(file: SourceFile, node: Node): { fn: FunctionNode; index: number } | undefined {
  if (node.type !== 'Identifier') return undefined;
  const variable = variableOf(file, node);
  const binding = variable && bindingOf(variable);
  return binding?.kind === 'parameter' && binding.path.length === 0 ? { fn: binding.fn, index: binding.index } : undefined;
}

/** All calls in the file, with and without `new`. */
export const callsOf = perFile((file): readonly CallNode[] => [...nodesOf(file, 'CallExpression'), ...nodesOf(file, 'NewExpression')]);

/** All functions in the file, of every form. */
export const functionsOf = perFile((file): readonly FunctionNode[] => [
  ...nodesOf(file, 'FunctionDeclaration'),
  ...nodesOf(file, 'FunctionExpression'),
  ...nodesOf(file, 'ArrowFunctionExpression'),
]);

/** The argument at an index, where no spread hides it. */
export function argumentAt(call: Pick<CallNode, 'arguments'>, index: number): TSESTree.Expression | undefined {
  for (const [i, argument] of call.arguments.entries()) {
    if (argument.type === 'SpreadElement') return undefined;
    if (i === index) return argument;
  }
  return undefined;
}

/** The reads of a variable that a place names, in its file. */
export function usesOf({ file, node }: Place): Node[] {
  const variable = variableOf(file, node);
  return variable ? readsOf(variable) : [];
}
