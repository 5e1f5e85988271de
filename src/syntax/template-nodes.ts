import { variableOf } from './bindings.ts';
import type { Node, TSESTree } from './nodes.ts';
import type { SourceFile } from './source-file.ts';
import { childrenOf, perFile } from './source-file.ts';

/** All nodes of the code in a component's template. */
export const templateNodes = perFile((file): readonly Node[] => {
  const nodes = (file.templateCode?.() ?? []).flatMap(({ expression }) => expression ?? []);
  for (let i = 0; i < nodes.length; i++) nodes.push(...childrenOf(nodes[i]!, file.visitorKeys));
  return nodes;
});

/** Whether a node is of a template, and not of a script. */
export function isInTemplate(file: SourceFile, node: Node): boolean {
  return file.templateCode !== undefined && templateNodeSet(file).has(node);
}

const templateNodeSet = perFile((file): ReadonlySet<Node> => new Set(templateNodes(file)));

/** The names in a component's template that its script does not declare: those of loops and slots are among them. */
export function undeclaredInTemplate(file: SourceFile): TSESTree.Identifier[] {
  return templateNodes(file).filter(
    (node): node is TSESTree.Identifier => node.type === 'Identifier' && isReference(node) && !variableOf(file, node),
  );
}

function isReference(node: TSESTree.Identifier): boolean {
  const { parent } = node;
  if (parent.type === 'MemberExpression') return parent.object === node || parent.computed;
  return parent.type !== 'Property' || parent.value === node || parent.computed;
}
