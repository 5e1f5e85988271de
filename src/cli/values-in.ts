import type { Node, Range } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesWithin, textOf } from '../syntax/source-file.ts';

/** The values in a range of a file, each text once, outer ones first: no names of properties, nor what is called. */
export function valuesIn(file: SourceFile, within: { readonly range: Range }, isWanted: (node: Node) => boolean = () => true): Node[] {
  const found = new Map<string, Node>();
  for (const type of ['CallExpression', 'NewExpression', 'MemberExpression', 'TemplateLiteral', 'Identifier'] as const)
    for (const node of nodesWithin(file, type, within))
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
