import { quoted, styleOf } from '../../edits/style.ts';
import { argumentAt, calleeName } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, propertyName } from '../../syntax/nodes.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import { staticText } from '../../flow/static-text.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';

/**
 * Where tokens in headers are not taken any more, tests send the cookie: `.set('Authorization', 'Bearer ' + token)`
 * becomes `.set('Cookie', sessionCookieOf(token))`.
 */
export function sendCookies(context: CodemodContext): void {
  const { file, changes } = context;
  for (const call of nodesOf(file, 'CallExpression')) {
    const [first, second] = [argumentAt(call, 0), argumentAt(call, 1)];
    const name = calleeName(call);
    if (
      name === 'auth' &&
      call.callee.type === 'MemberExpression' &&
      first &&
      second?.type === 'ObjectExpression' &&
      /bearer/i.test(textOf(file, second))
    ) {
      changes.replace(call, `${textOf(file, call.callee.object)}.set(${quoted(styleOf(file), 'Cookie')}, ${cookieOf(context, first)})`);
    }
    if (name !== 'set' || !first) continue;
    if (first.type === 'ObjectExpression') inObject(context, first);
    else if (second && isTokenHeader(context, staticText(file, first))) {
      changes.replace(first, quoted(styleOf(file), 'Cookie'));
      changes.replace(second, cookieOf(context, tokenIn(second)));
    }
  }
}

function inObject(context: CodemodContext, object: TSESTree.ObjectExpression): void {
  for (const property of object.properties) {
    if (property.type === 'Property' && isTokenHeader(context, propertyName(property)))
      context.changes.replace(property, `Cookie: ${cookieOf(context, tokenIn(property.value))}`);
  }
}

function isTokenHeader({ facts }: CodemodContext, name: string | undefined): boolean {
  return name !== undefined && (name.toLowerCase() === 'authorization' || name.toLowerCase() === facts.server.customHeader);
}

/** The token of `Bearer ${token}` and `'Bearer ' + token`. */
function tokenIn(node: Node): Node {
  const inner = bare(node);
  if (inner.type === 'TemplateLiteral' && inner.expressions.length === 1 && /^\w+ $/.test(inner.quasis[0]?.value.raw ?? ''))
    return inner.expressions[0]!;
  if (inner.type === 'BinaryExpression' && inner.left.type === 'Literal' && /^\w+ $/.test(String(inner.left.value))) return inner.right;
  return inner;
}

function cookieOf({ file, changes, facts }: CodemodContext, token: Node): string {
  changes.addImport({ source: importPath(file.path, facts.server.testSession), imported: 'sessionCookieOf', local: 'sessionCookieOf' });
  return `sessionCookieOf(${changes.replaced.get(token) ?? textOf(file, token)})`;
}
