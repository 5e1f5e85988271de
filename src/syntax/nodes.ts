import type { TSESTree } from '@typescript-eslint/types';

export type { TSESTree } from '@typescript-eslint/types';

/** A node of the one dialect that everything here reads: TSESTree, as ESLint hands it over and as `project` makes it. */
export type Node = TSESTree.Node;
export type NodeType = `${TSESTree.Node['type']}`;
export type NodeOf<T extends NodeType> = Extract<Node, { type: T }>;
export type Range = readonly [start: number, end: number];

export type FunctionNode = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;
export type CallNode = TSESTree.CallExpression | TSESTree.NewExpression;

export function isFunction(node: Node | null | undefined): node is FunctionNode {
  return (
    node != null && (node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression' || node.type === 'FunctionDeclaration')
  );
}

export function isClass(node: Node | null | undefined): node is ClassNode {
  return node != null && (node.type === 'ClassDeclaration' || node.type === 'ClassExpression');
}

/** Takes off what changes a type or a moment but not the value: `await x`, `x as T`, `x!`, `<T>x`, `x satisfies T`, `x?.y`. */
export function bare(node: Node): Node {
  let inner = node;
  for (;;) {
    switch (inner.type) {
      case 'AwaitExpression':
        inner = inner.argument;
        break;
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'TSSatisfiesExpression':
      case 'TSInstantiationExpression':
      case 'ChainExpression':
        inner = inner.expression;
        break;
      case 'SequenceExpression':
        inner = inner.expressions.at(-1) ?? inner;
        if (inner.type === 'SequenceExpression') return inner;
        break;
      default:
        return inner;
    }
  }
}

/** `undefined`, `void 0`. */
export function isUndefined(node: Node): boolean {
  const inner = bare(node);
  return inner.type === 'Identifier' ? inner.name === 'undefined' : inner.type === 'UnaryExpression' && inner.operator === 'void';
}

/** `null`, `undefined`, `void 0`. */
export function isNullish(node: Node): boolean {
  const inner = bare(node);
  return (inner.type === 'Literal' && inner.value === null) || isUndefined(inner);
}

/** `null`, `undefined`, `void 0`, `''`: what is written where there is no text. */
export function isNothing(node: Node): boolean {
  const inner = bare(node);
  return (inner.type === 'Literal' && inner.value === '') || isNullish(inner);
}

/** The outermost expression that is still this value: the inverse of {@link bare}, upwards. */
export function dressed(node: Node): Node {
  let outer = node;
  while (outer.parent && bare(outer.parent) === bare(node) && outer.parent.type !== 'SequenceExpression') outer = outer.parent;
  return outer;
}

/** The name under which a member, property or class element is known, where it is fixed: `x.name`, `x['name']`, `{ name: 1 }`. */
export function fixedName(key: Node, computed: boolean): string | undefined {
  if (!computed && (key.type === 'Identifier' || key.type === 'JSXIdentifier')) return key.name;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (key.type === 'Literal' && (typeof key.value === 'string' || typeof key.value === 'number')) return String(key.value);
  if (key.type === 'TemplateLiteral' && key.expressions.length === 0) return key.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

/** The fixed name of a member access, or undefined where it is computed at run time. */
export function memberName(node: TSESTree.MemberExpression): string | undefined {
  return fixedName(node.property, node.computed);
}

/** The fixed name of an object's property or a class's element, or undefined. */
export function propertyName(
  node: TSESTree.Property | TSESTree.MethodDefinition | TSESTree.PropertyDefinition | TSESTree.AccessorProperty,
): string | undefined {
  return fixedName(node.key, node.computed);
}

/** The function around a node, or undefined at the top of a file. */
export function enclosingFunction(node: Node): FunctionNode | undefined {
  for (let at = node.parent; at; at = at.parent) if (isFunction(at)) return at;
  return undefined;
}

/** The class around a node, or undefined. `this` inside belongs to it unless a `function` stands between. */
export function enclosingClass(node: Node): ClassNode | undefined {
  for (let at = node.parent; at; at = at.parent) if (isClass(at)) return at;
  return undefined;
}

/** The statement that a node is part of. */
export function enclosingStatement(node: Node): Node {
  let at = node;
  while (at.parent && !(at.type.endsWith('Statement') || at.type.endsWith('Declaration'))) at = at.parent;
  return at;
}

/** Whether `inner` lies in `outer`, or is it. */
export function contains(outer: { readonly range: Range }, inner: { readonly range: Range }): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

/** Whether a node is one of some, or lies in one. */
export function isWithin(nodes: ReadonlySet<Node>, node: Node): boolean {
  for (let at: Node | undefined = node; at; at = at.parent) if (nodes.has(at)) return true;
  return false;
}

/** Whether an expression is what an assignment writes to, and no use of what it holds: `user.token = …`. */
export function isAssignmentTarget(node: Node): boolean {
  return node.parent?.type === 'AssignmentExpression' && node.parent.left === node;
}

/** Whether an expression is what `delete` takes away. */
export function isDeleteTarget(node: Node): boolean {
  return node.parent?.type === 'UnaryExpression' && node.parent.operator === 'delete';
}

/** The names by which a function is known: its own, its variable's, its property's or method's. Undefined for a nameless one. */
export function functionName(node: FunctionNode): string | undefined {
  if (node.id) return node.id.name;
  const parent = node.parent;
  switch (parent.type) {
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id.name : undefined;
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return parent.value === node ? propertyName(parent) : undefined;
    case 'AssignmentExpression':
      if (parent.left.type === 'Identifier') return parent.left.name;
      return parent.left.type === 'MemberExpression' ? memberName(parent.left) : undefined;
    case 'CallExpression':
      // const login = useCallback(async () => …), createAsyncThunk('auth/login', async () => …)
      return parent.parent.type === 'VariableDeclarator' && parent.parent.id.type === 'Identifier' ? parent.parent.id.name : undefined;
    default:
      return undefined;
  }
}
