import type { Node } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, textOf } from '../syntax/source-file.ts';

/** The values of a file that are wanted, each text once, outer ones first: no names of properties, nor what is called. */
export function valuesIn(file: SourceFile, isWanted: (node: Node) => boolean): Node[] {
  const found = new Map<string, Node>();
  for (const type of ['CallExpression', 'NewExpression', 'MemberExpression', 'TemplateLiteral', 'Identifier'] as const)
    for (const node of nodesOf(file, type))
      if (isWanted(node) && isValue(node) && !found.has(textOf(file, node))) found.set(textOf(file, node), node);
  return [...found.values()].toSorted((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1]);
}

function isValue(node: Node): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== node;
    case 'MemberExpression':
      return parent.object === node ? node.type !== 'Identifier' : parent.computed;
    case 'Property':
      return parent.value === node;
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
    case 'TSTypeReference':
    case 'FunctionDeclaration':
      return false;
    default:
      return true;
  }
}
