import { bindingOf, readsOf, variableOf } from './bindings.ts';
import type { CallNode, FunctionNode, Node, TSESTree } from './nodes.ts';
import { memberName } from './nodes.ts';
import type { Place, SourceFile } from './source-file.ts';
import { nodesOf, onceFor, perFile } from './source-file.ts';

/** Every expression that a function returns, by its own `return`s or as an arrow's body, but not those of functions inside. */
export const returnsOf = onceFor((fn: FunctionNode): readonly Node[] => {
  if (fn.body.type !== 'BlockStatement') return [fn.body];
  const found: Node[] = [];
  collectReturns(fn.body, found);
  return found;
});

function collectReturns(statement: Node, found: Node[]): void {
  if (statement.type === 'ReturnStatement' && statement.argument) found.push(statement.argument);
  for (const inner of statementsIn(statement)) if (inner) collectReturns(inner, found);
}

/** The statements that stand directly in a statement, in the order in which they are written. */
function statementsIn(statement: Node): readonly (Node | null | undefined)[] {
  switch (statement.type) {
    case 'BlockStatement':
    case 'StaticBlock':
      return statement.body;
    case 'IfStatement':
      return [statement.consequent, statement.alternate];
    case 'TryStatement':
      return [statement.block, statement.handler?.body, statement.finalizer];
    case 'SwitchStatement':
      return statement.cases.flatMap(({ consequent }) => consequent);
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'LabeledStatement':
    case 'WithStatement':
      return [statement.body];
    default:
      return [];
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

/** The list whose elements a function is called with: `[localStorage, sessionStorage].forEach((storage) => …)`. */
export function iteratedBy(fn: FunctionNode): Node | undefined {
  const call = fn.parent;
  if (call.type !== 'CallExpression' || call.arguments[0] !== fn || call.callee.type !== 'MemberExpression') return undefined;
  return /^(?:forEach|map|flatMap|filter|find|some|every)$/.test(memberName(call.callee) ?? '') ? call.callee.object : undefined;
}

/** All calls in the file, with and without `new`. */
export const callsOf = perFile((file): readonly CallNode[] => [...nodesOf(file, 'CallExpression'), ...nodesOf(file, 'NewExpression')]);

/** A call of a method: `object.method(…)`. */
export interface CallOfMethod {
  readonly call: CallNode;
  readonly object: Node;
  readonly method: string;
}

const methodCalls = perFile((file): readonly CallOfMethod[] =>
  callsOf(file).flatMap((call) => {
    const { callee } = call;
    const method = callee.type === 'MemberExpression' ? memberName(callee) : undefined;
    return callee.type === 'MemberExpression' && method !== undefined ? [{ call, object: callee.object, method }] : [];
  }),
);

/** The calls in the file of methods with one of some names. */
export function methodCallsOf(file: SourceFile, ...methods: readonly string[]): readonly CallOfMethod[] {
  return methodCalls(file).filter(({ method }) => methods.includes(method));
}

/** All functions in the file, of every form. */
export const functionsOf = perFile((file): readonly FunctionNode[] => [
  ...nodesOf(file, 'FunctionDeclaration'),
  ...nodesOf(file, 'FunctionExpression'),
  ...nodesOf(file, 'ArrowFunctionExpression'),
]);

/** The argument at an index, where no spread hides it. */
export function argumentAt(call: Pick<CallNode, 'arguments'>, index: number): TSESTree.Expression | undefined {
  for (let i = 0; i <= index; i++) {
    const argument = call.arguments[i];
    if (!argument || argument.type === 'SpreadElement') return undefined;
    if (i === index) return argument;
  }
  return undefined;
}

/** The reads of a variable that a place names, in its file. */
export function usesOf({ file, node }: Place): readonly Node[] {
  const variable = variableOf(file, node);
  return variable ? readsOf(variable) : [];
}
