import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import type { FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, enclosingFunction, isAssignmentTarget, isDeleteTarget, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, perFile } from '../../syntax/source-file.ts';

/** Where a handler takes something out of what its caller sent. */
export interface BodyRead {
  /** `req.body.refreshToken`, or the property of `const { refreshToken } = req.body`. */
  readonly node: TSESTree.MemberExpression | TSESTree.Property;
  /** The name there: `refreshToken`. */
  readonly name: string;
  /** The request, as written. */
  readonly request: TSESTree.Identifier;
  readonly handler: FunctionNode | undefined;
}

/** Every named read of a request's body: by member, and by destructuring in a declaration. */
export const bodyReadsOf = perFile((file) => readsOfPart(file, 'body'));

/** Every named read of the parameters of a request's address. */
export const queryReadsOf = perFile((file) => readsOfPart(file, 'query'));

function readsOfPart(file: SourceFile, part: 'body' | 'query'): readonly BodyRead[] {
  const found: BodyRead[] = [];
  for (const node of nodesOf(file, 'MemberExpression')) {
    const name = memberName(node);
    const request = requestOf(file, node.object, part);
    if (name !== undefined && request && !isAssignmentTarget(node) && !isDeleteTarget(node))
      found.push({ node, name, request, handler: enclosingFunction(node) });
  }
  for (const { id, init } of nodesOf(file, 'VariableDeclarator')) {
    const request = init && id.type === 'ObjectPattern' ? requestOf(file, withoutDefault(init), part) : undefined;
    if (!request || id.type !== 'ObjectPattern') continue;
    for (const property of id.properties) {
      const name = property.type === 'Property' ? propertyName(property) : undefined;
      if (property.type === 'Property' && name !== undefined) found.push({ node: property, name, request, handler: enclosingFunction(id) });
    }
  }
  return found;
}

/** `req.body` of `req.body || {}`. */
function withoutDefault(node: Node): Node {
  const inner = bare(node);
  return inner.type === 'LogicalExpression' ? inner.left : inner;
}

/** The request whose body, or whose parameters, an expression is: `req.body`, `request.query`. */
function requestOf(file: SourceFile, node: Node, part: 'body' | 'query'): TSESTree.Identifier | undefined {
  const body = bare(node);
  if (body.type !== 'MemberExpression' || memberName(body) !== part) return undefined;
  const request = bare(body.object);
  if (request.type !== 'Identifier' || !/^_?(?:req|request)$/.test(request.name)) return undefined;
  const variable = variableOf(file, request);
  return variable && bindingOf(variable).kind === 'parameter' ? request : undefined;
}
