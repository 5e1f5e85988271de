import type { Node } from '../syntax/nodes.ts';

/** How the members of a list stand beside each other. */
export type ListKind =
  /** On lines of their own: statements, class members, members of an interface. */
  | 'lines'
  /** With commas between them: properties, arguments, parameters, imported names. */
  | 'commas'
  /** With white space between them: attributes of an element. */
  | 'spaces';

export interface NodeList {
  readonly kind: ListKind;
  readonly items: readonly (Node | null)[];
}

/** Where the members of a node stand in a list, by the node's type. */
const LISTS: Readonly<Record<string, readonly (readonly [field: string, kind: ListKind])[]>> = {
  Program: [['body', 'lines']],
  BlockStatement: [['body', 'lines']],
  StaticBlock: [['body', 'lines']],
  SwitchCase: [['consequent', 'lines']],
  SwitchStatement: [['cases', 'lines']],
  ClassBody: [['body', 'lines']],
  TSModuleBlock: [['body', 'lines']],
  TSInterfaceBody: [['body', 'lines']],
  TSTypeLiteral: [['members', 'lines']],
  ObjectExpression: [['properties', 'commas']],
  ObjectPattern: [['properties', 'commas']],
  ArrayExpression: [['elements', 'commas']],
  CallExpression: [['arguments', 'commas']],
  NewExpression: [['arguments', 'commas']],
  FunctionDeclaration: [['params', 'commas']],
  FunctionExpression: [['params', 'commas']],
  ArrowFunctionExpression: [['params', 'commas']],
  TSFunctionType: [['params', 'commas']],
  TSMethodSignature: [['params', 'commas']],
  VariableDeclaration: [['declarations', 'commas']],
  SequenceExpression: [['expressions', 'commas']],
  ExportNamedDeclaration: [['specifiers', 'commas']],
  TSEnumBody: [['members', 'commas']],
  TSTypeParameterInstantiation: [['params', 'commas']],
  JSXOpeningElement: [['attributes', 'spaces']],
};

/** The lists that a node holds. Imported names are another matter: their default stands outside of the braces. */
export function listsOf(node: Node): NodeList[] {
  return (LISTS[node.type] ?? []).map(([field, kind]) => ({
    kind,
    items: (node as unknown as Record<string, (Node | null)[]>)[field] ?? [],
  }));
}

/** Runs of neighbours, as index pairs, both inclusive. */
export function runsOf(items: readonly unknown[], belongs: (index: number) => boolean): [from: number, to: number][] {
  const runs: [number, number][] = [];
  for (let i = 0; i < items.length; i++) {
    if (!belongs(i)) continue;
    const last = runs.at(-1);
    if (last && last[1] === i - 1) last[1] = i;
    else runs.push([i, i]);
  }
  return runs;
}
