import type { ResponseBody } from '../apis/server/index.ts';
import { placedPath } from '../apis/server/file-routes.ts';
import { routeOfHandler } from '../app/routes.ts';
import { decoratorsOf } from '../syntax/decorators.ts';
import { hint, mentions } from '../syntax/hints.ts';
import type { Node } from '../syntax/nodes.ts';
import { contains, enclosingStatement, isAssignmentTarget, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, textOf } from '../syntax/source-file.ts';

/**
 * Whether an answer is that of an endpoint for programs: listed in the settings, the token endpoint of an authorization
 * server, or one whose path ends in `/token`, which sets no cookie and carries the comment that says so.
 */
export function isProgrammatic(file: SourceFile, { handler, path: knownPath }: ResponseBody): boolean {
  if (handler && isTokenEndpoint(file, handler)) return true;
  const route = handler && routeOfHandler(file, handler);
  const path = knownPath ?? route?.path ?? placedPath(file);
  if (!handler || path === undefined || path.length < 2) return false;
  if (file.settings.programmaticEndpoints.some((endpoint) => endpoint === path || endpoint.endsWith(path))) return true;
  if (!/\/tokens?\/?$/.test(path) || /\.cookie\s*\(|set-?cookie|\bcookies\b|cookieStore/i.test(textOf(file, handler))) return false;
  return [...(route ? [route.node] : []), handler].some((one) =>
    /programmatic (?:API )?clients only[^*]*(?:\*[^/][^*]*)*\*\/$/i.test(textBefore(file, one)),
  );
}

const GRANT = hint(/grant_type/);

/** By what a client shows that it is the one that was registered, or the one that asked for the code. */
const CLIENT_PROOFS = ['client_secret', 'client_assertion', 'code_verifier'];

/**
 * Whether a handler takes the grant and the proof of a client out of what it is asked, as the token endpoint of an
 * authorization server does: https://www.rfc-editor.org/rfc/rfc6749#section-3.2, https://www.rfc-editor.org/rfc/rfc7636#section-4.5.
 * A back end that sends them on to such a server, and hands the answer to its page, writes them and reads neither.
 */
function isTokenEndpoint(file: SourceFile, handler: Node): boolean {
  if (!mentions(file, GRANT)) return false;
  const read = new Set<string | undefined>();
  for (const member of nodesOf(file, 'MemberExpression'))
    if (contains(handler, member) && !isAssignmentTarget(member)) read.add(memberName(member));
  for (const pattern of nodesOf(file, 'ObjectPattern')) {
    if (contains(handler, pattern))
      for (const property of pattern.properties) if (property.type === 'Property') read.add(propertyName(property));
  }
  return read.has('grant_type') && CLIENT_PROOFS.some((proof) => read.has(proof));
}

/** The text before the statement, or the method, that a node is part of, up to its doc comment's end. */
function textBefore(file: SourceFile, node: Node): string {
  if (node.parent?.type === 'MethodDefinition') {
    const start = Math.min(node.parent.range[0], ...decoratorsOf(node.parent).map((one) => one.range[0]));
    return file.text.slice(0, start).trimEnd();
  }
  const statement = enclosingStatement(node);
  const outer = statement.parent?.type.startsWith('Export') ? statement.parent : statement;
  return file.text.slice(0, outer.range[0]).trimEnd();
}
