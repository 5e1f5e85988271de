import type { Port } from '../apis/state/index.ts';
import { argumentAt } from '../syntax/functions.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { isClass } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { Site } from './library-flows.ts';
import { resolveValue } from './resolve.ts';

/** The expression that stands where a port of a call or an element begins. */
export function standingNode({ node }: Site, base: Port['base']): Node | undefined {
  if (isClass(node)) return undefined;
  if (node.type === 'JSXOpeningElement') return base.kind === 'attribute' ? attributeOf(node, base.name) : undefined;
  if (base.kind === 'argument') return argumentAt(node, base.index);
  if (base.kind === 'result') return node;
  return base.kind === 'receiver' && node.callee.type === 'MemberExpression' ? node.callee.object : undefined;
}

/** The expression at a port of a call or element, where it stands there as written. */
export function portNode(node: Site['node'], { base }: Port): Node | undefined {
  if (isClass(node)) return undefined;
  if (node.type === 'JSXOpeningElement') return node.name.type === 'JSXMemberExpression' ? node.name.object : node.name;
  if (base.kind === 'argument') return argumentAt(node, base.index);
  return base.kind === 'receiver' && node.callee.type === 'MemberExpression' ? node.callee.object : undefined;
}

function attributeOf(element: TSESTree.JSXOpeningElement, name: string): Node | undefined {
  for (const one of element.attributes) {
    if (one.type !== 'JSXAttribute' || one.name.name !== name || one.value?.type !== 'JSXExpressionContainer') continue;
    return one.value.expression.type === 'JSXEmptyExpression' ? undefined : one.value.expression;
  }
  return undefined;
}

/** The key under which something is kept: its text, or what makes it. */
export type Key = string | Node | undefined;

/** The key that an expression gives. */
export function keyAt(file: SourceFile, node: Node | undefined): Key {
  const value = node && resolveValue({ file, node }).node;
  return value?.type === 'Literal' && typeof value.value === 'string' ? value.value : value;
}
