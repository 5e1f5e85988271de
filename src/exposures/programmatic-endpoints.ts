import type { ResponseBody } from '../apis/server/index.ts';
import { placedPath } from '../apis/server/file-routes.ts';
import { routeOfHandler } from '../apis/server/routes.ts';
import type { Node } from '../syntax/nodes.ts';
import { enclosingStatement } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { textOf } from '../syntax/source-file.ts';

/**
 * Whether an answer is that of an endpoint for programs: listed in the settings, or one whose path ends in `/token`,
 * which sets no cookie and carries the comment that says so.
 */
export function isProgrammatic(file: SourceFile, { handler, path: knownPath }: ResponseBody): boolean {
  const route = handler && routeOfHandler(file, handler);
  const path = knownPath ?? route?.path ?? placedPath(file);
  if (!handler || path === undefined || path.length < 2) return false;
  if (file.settings.programmaticEndpoints.some((endpoint) => endpoint === path || endpoint.endsWith(path))) return true;
  if (!/\/tokens?\/?$/.test(path) || /\.cookie\s*\(|set-?cookie|\bcookies\b|cookieStore/i.test(textOf(file, handler))) return false;
  return [...(route ? [route.node] : []), handler].some((one) => /programmatic (?:API )?clients only[^*]*(?:\*[^/][^*]*)*\*\/$/i.test(textBefore(file, one)));
}

/** The text before the statement, or the method, that a node is part of, up to its doc comment's end. */
function textBefore(file: SourceFile, node: Node): string {
  if (node.parent?.type === 'MethodDefinition') {
    const start = Math.min(node.parent.range[0], ...node.parent.decorators.map((one) => one.range[0]));
    return file.text.slice(0, start).trimEnd();
  }
  const statement = enclosingStatement(node);
  const outer = statement.parent?.type.startsWith('Export') ? statement.parent : statement;
  return file.text.slice(0, outer.range[0]).trimEnd();
}
