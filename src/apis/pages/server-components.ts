import { hint, mentions } from '../../syntax/hints.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { functionName, isFunction } from '../../syntax/nodes.ts';
import { runtimeAt } from '../../syntax/runtime.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { PageDataApi } from './page-data-api.ts';

/** Text without which no element is given anything: `<Page user={user}>`. */
const GIVEN = hint(/=\{/);

/**
 * Props from a component of the server to one of the client, which React writes into the page:
 * https://react.dev/reference/rsc/use-client#serializable-types. A component is the client's where its module says
 * `'use client'`; where the module is not to be seen, names like `AuthProvider`, since contexts are the client's alone.
 */
export const serverComponents: PageDataApi = {
  id: 'server-components',
  hint: /async|next\/headers|server-only/,
  *values(file) {
    if (isClientModule(file) || !mentions(file, GIVEN)) return;
    for (const node of nodesOf(file, 'JSXAttribute')) {
      const element = node.parent.name;
      if (
        node.name.type !== 'JSXIdentifier' ||
        node.value?.type !== 'JSXExpressionContainer' ||
        element.type !== 'JSXIdentifier' ||
        !/^[A-Z]/.test(element.name)
      )
        continue;
      if (!isOnServer(file, node) || !isClientComponent(file, element)) continue;
      yield { node, name: node.name.name, value: { file, node: node.value.expression }, way: `<${element.name}>` };
    }
  },
};

function isClientModule({ ast }: SourceFile): boolean {
  for (const statement of ast.body) {
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'Literal') return false;
    if (statement.expression.value === 'use client') return true;
  }
  return false;
}

/** Whether a node is rendered on the server alone: in a file of the server's, or by an async component. */
function isOnServer(file: SourceFile, node: Node): boolean {
  for (let at: Node | undefined = node; at; at = at.parent)
    if (isFunction(at) && at.async && /^[A-Z]/.test(functionName(at) ?? 'Default')) return true;
  return runtimeAt(file, node) === 'server';
}

function isClientComponent(file: SourceFile, element: TSESTree.JSXIdentifier): boolean {
  for (const declaration of nodesOf(file, 'ImportDeclaration')) {
    const specifier = declaration.specifiers.find((one) => one.local.name === element.name);
    if (!specifier) continue;
    const imported =
      specifier.type !== 'ImportSpecifier'
        ? 'default'
        : specifier.imported.type === 'Identifier'
          ? specifier.imported.name
          : specifier.imported.value;
    const exported = file.links?.exported(file, declaration.source.value, imported);
    return exported ? isClientModule(exported.file) : isClientName(element.name);
  }
  return false;
}

function isClientName(name: string): boolean {
  return /(?:Provider|Context|Client|ClientPage|ClientComponent)$/.test(name) || /^Client[A-Z]/.test(name);
}
