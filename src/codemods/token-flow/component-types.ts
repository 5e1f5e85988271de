import { componentOf } from '../../flow/calls.ts';
import type { FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { isFunction, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import type { CallIndex } from './calls.ts';

/** Properties that no element gives a component any more go out of the type of its properties too. */
export function dropAttributeTypes(contexts: ReadonlyMap<SourceFile, CodemodContext>, index: CallIndex): void {
  for (const { file, changes } of contexts.values()) {
    for (const attribute of nodesOf(file, 'JSXAttribute')) {
      if (!changes.isGone(attribute) || changes.isGone(attribute.parent) || typeof attribute.name.name !== 'string') continue;
      const component = componentOf(file, attribute.parent);
      const context = component && contexts.get(component.file);
      if (component && context && isFunction(component.node) && !isGiven(contexts, index, component.node, attribute.name.name))
        dropMember(context, component.node, attribute.name.name);
    }
  }
}

function isGiven(contexts: ReadonlyMap<SourceFile, CodemodContext>, index: CallIndex, component: FunctionNode, name: string): boolean {
  return index
    .elementsOf(component)
    .some(({ file, node }) =>
      node.attributes.some(
        (one) => one.type === 'JSXSpreadAttribute' || (one.name.name === name && !contexts.get(file)?.changes.isGone(one)),
      ),
    );
}

function dropMember({ file, changes }: CodemodContext, component: FunctionNode, name: string): void {
  const type = typeOfProperties(component);
  for (const member of type ? membersOf(file, type) : [])
    if (
      (member.type === 'TSPropertySignature' || member.type === 'TSMethodSignature') &&
      member.key.type === 'Identifier' &&
      member.key.name === name
    )
      changes.remove(member);
}

/** `({ a }: Props)`, `const Form: FC<Props> = ({ a }) => …`: where a component says what it is given. */
function typeOfProperties({ params: [given], parent }: FunctionNode): TSESTree.TypeNode | undefined {
  const own = given?.type === 'ObjectPattern' || given?.type === 'Identifier' ? given.typeAnnotation?.typeAnnotation : undefined;
  if (own) return own;
  const declared = parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.typeAnnotation : undefined;
  return declared?.typeAnnotation.type === 'TSTypeReference' ? declared.typeAnnotation.typeArguments?.params[0] : undefined;
}

/** The members of a type that is written out there, or that is declared in the file for this component alone. */
function membersOf(file: SourceFile, type: TSESTree.TypeNode): readonly Node[] {
  if (type.type === 'TSTypeLiteral') return type.members;
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return [];
  const { name } = type.typeName;
  const uses = nodesOf(file, 'TSTypeReference').filter((one) => one.typeName.type === 'Identifier' && one.typeName.name === name);
  if (uses.length > 1) return [];
  return [
    ...nodesOf(file, 'TSInterfaceDeclaration').flatMap((one) => (one.id.name === name ? one.body.body : [])),
    ...nodesOf(file, 'TSTypeAliasDeclaration').flatMap(({ id, typeAnnotation }) =>
      id.name === name && typeAnnotation.type === 'TSTypeLiteral' ? typeAnnotation.members : [],
    ),
  ];
}

/** The property of a component's parameter that nothing gives it any more, and that nothing reads. */
export function attributeNotGiven(
  name: Node,
  fn: FunctionNode,
  index: CallIndex,
  isGone: (file: SourceFile, node: Node) => boolean,
): TSESTree.Property | undefined {
  const holder = name.parent?.type === 'AssignmentPattern' ? name.parent : name;
  const property = holder.parent?.type === 'Property' && holder.parent.parent === fn.params[0] ? holder.parent : undefined;
  const elements = index.elementsOf(fn);
  if (!property || elements.length === 0 || index.callsTo(fn).length > 0) return undefined;
  const key = propertyName(property);
  const isFree = elements.every(({ file, node }) =>
    node.attributes.every((one) => one.type === 'JSXAttribute' && (one.name.name !== key || isGone(file, one))),
  );
  return isFree ? property : undefined;
}
