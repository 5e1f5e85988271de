import type { LocatedCall } from '../../flow/calls.ts';
import { componentOf } from '../../flow/calls.ts';
import { readsOf, variableOf } from '../../syntax/bindings.ts';
import type { FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { dressed, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';

/** The attribute that a value is given by to a component which takes it by its name. */
export interface TakenAttribute {
  readonly attribute: TSESTree.JSXAttribute;
  readonly name: string;
  readonly component: LocatedCall<FunctionNode>;
}

/** The attribute by which a value is handed to a component of the code's own, which hands its properties on nowhere as a whole. */
export function attributeTaking(file: SourceFile, node: Node): TakenAttribute | undefined {
  const container = dressed(node).parent;
  const attribute = container?.type === 'JSXExpressionContainer' ? container.parent : undefined;
  if (attribute?.type !== 'JSXAttribute' || typeof attribute.name.name !== 'string') return undefined;
  const found = componentOf(file, attribute.parent);
  if (!found || !isFunction(found.node) || !takesByName(found.file, found.node)) return undefined;
  return { attribute, name: attribute.name.name, component: { file: found.file, node: found.node } };
}

/** The values of the attributes of a name that elements have. Undefined where one may be given it otherwise. */
export function valuesGiven(elements: readonly LocatedCall<TSESTree.JSXOpeningElement>[], name: string): LocatedCall<Node>[] | undefined {
  const values: LocatedCall<Node>[] = [];
  for (const { file, node } of elements) {
    for (const one of node.attributes) {
      if (one.type === 'JSXSpreadAttribute') return undefined;
      if (one.name.name === name) values.push({ file, node: one.value?.type === 'JSXExpressionContainer' ? one.value.expression : one });
    }
  }
  return values;
}

/** Whether a component takes its properties one by one. */
export function takesByName(file: SourceFile, { params: [given] }: FunctionNode): boolean {
  if (!given) return true;
  if (given.type === 'ObjectPattern') return isOfNames(given);
  const variable = given.type === 'Identifier' ? variableOf(file, given) : undefined;
  return variable !== undefined && readsOf(variable).every((read) => isTakenApart(read));
}

function isOfNames({ properties }: TSESTree.ObjectPattern): boolean {
  return properties.every((one) => one.type === 'Property' && propertyName(one) !== undefined);
}

function isTakenApart(read: Node): boolean {
  const { parent } = read;
  if (parent?.type === 'MemberExpression') return parent.object === read && memberName(parent) !== undefined;
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern' && isOfNames(parent.id);
}
