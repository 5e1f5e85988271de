import type { CallNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { Located } from './calls.ts';

type Signature = TSESTree.TSPropertySignature | TSESTree.TSMethodSignature;

/** The members that declare a property of a context's value in types: of the interface that `createContext<T>` names. */
export function typeMembersOf({ file, node: creation }: Located<CallNode>, name: string): Located<Signature>[] {
  const mentioned = new Set<string>();
  const collect = (node: Node | undefined): void => {
    if (!node) return;
    if (node.type === 'TSTypeReference' && node.typeName.type === 'Identifier') mentioned.add(node.typeName.name);
    if (node.type === 'TSUnionType' || node.type === 'TSIntersectionType') node.types.forEach(collect);
  };
  creation.typeArguments?.params.forEach(collect);
  return [...nodesOf(file, 'TSPropertySignature'), ...nodesOf(file, 'TSMethodSignature')].flatMap((node) => {
    const holder = node.parent.parent;
    const type = holder.type === 'TSInterfaceDeclaration' || holder.type === 'TSTypeAliasDeclaration' ? holder.id.name : undefined;
    return type !== undefined && mentioned.has(type) && node.key.type === 'Identifier' && node.key.name === name ? [{ file, node }] : [];
  });
}
