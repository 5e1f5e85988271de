import { variableOf } from '../../syntax/bindings.ts';
import type { FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { dressed, enclosingFunction, functionName, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import { resolveValue } from '../../flow/resolve.ts';

/** Functions of the pages folder whose `props` the page of the same file gets: https://nextjs.org/docs/pages/api-reference/functions */
const GIVES_PROPS = /^get(?:ServerSide|Static)Props$/;

/** The property of a page's `props` that a value is given as: of `return { props: { session } }`. */
export function propGiven(node: Node): TSESTree.Property | undefined {
  const at = chosenAs(node);
  const property = at.parent?.type === 'Property' && at.parent.value === at ? at.parent : undefined;
  const props = property?.parent.type === 'ObjectExpression' ? dressed(property.parent).parent : undefined;
  if (!property || props?.type !== 'Property' || propertyName(props) !== 'props') return undefined;
  const fn = enclosingFunction(props);
  return fn && GIVES_PROPS.test(functionName(fn) ?? '') ? property : undefined;
}

/** The expression that gives a value or another: `token ?? null`. */
export function chosenAs(node: Node): Node {
  let at = dressed(node);
  while (at.parent?.type === 'LogicalExpression' || at.parent?.type === 'ConditionalExpression') at = dressed(at.parent);
  return at;
}

/** What a page calls a prop: the name in its parameter's pattern, or each member of the parameter. */
export function propTaken(file: SourceFile, name: string): Node[] {
  const page = exportedPage(file);
  const [given] = page?.params ?? [];
  if (given?.type === 'ObjectPattern')
    return given.properties.flatMap((one) => (one.type === 'Property' && propertyName(one) === name ? [one] : []));
  const variable = given?.type === 'Identifier' ? variableOf(file, given) : undefined;
  return (variable?.references ?? []).flatMap(({ identifier }) => {
    const { parent } = identifier as Node;
    return parent?.type === 'MemberExpression' && parent.object === identifier && memberName(parent) === name ? [parent] : [];
  });
}

/** The component that a file exports by default. */
function exportedPage(file: SourceFile): FunctionNode | undefined {
  const [exported] = nodesOf(file, 'ExportDefaultDeclaration');
  if (!exported) return undefined;
  const { node } = resolveValue({ file, node: exported.declaration });
  return isFunction(node) ? node : undefined;
}
