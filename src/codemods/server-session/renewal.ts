import type { BodyRead } from '../../apis/server/request-body.ts';
import { bodyReadsOf } from '../../apis/server/request-body.ts';
import { handlerNames } from '../../app/routes.ts';
import { isRefreshTokenName } from '../../credentials/names.ts';
import { indentationAt, startsLine, styleOf } from '../../edits/style.ts';
import { enclosingFunction } from '../../syntax/nodes.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';
import { nameValidators } from './validators.ts';

/**
 * Handlers that take a refresh token out of the body take the cookie's where there is none: `req.body?.refreshToken ??
 * refreshTokenOf(req)`. A browser's request has no body then, and Express 5 leaves `req.body` undefined.
 */
export function renewByCookie(context: CodemodContext): void {
  const reads = bodyReadsOf(context.file).filter((read) => isRefreshToken(context, read));
  for (const read of reads) takeRefreshCookie(context, read);
  nameValidators(context, reads);
}

/** `refreshToken` by name; a plain `token` where the handler renews sessions. */
function isRefreshToken({ file }: CodemodContext, { name, handler, node }: BodyRead): boolean {
  if (isRefreshTokenName(name)) return !hasCookieToo({ file, node });
  if (name !== 'token' && name !== 'refresh') return false;
  return handler !== undefined && handlerNames(file, handler).some((one) => /refresh|renew/i.test(one)) && !hasCookieToo({ file, node });
}

/** Whether the expression falls back to a cookie already. */
function hasCookieToo({ file, node }: { readonly file: CodemodContext['file']; readonly node: BodyRead['node'] }): boolean {
  const fn = enclosingFunction(node);
  return fn !== undefined && /refreshTokenOf\(|\.cookies\??\.\w*refresh/i.test(textOf(file, fn));
}

function takeRefreshCookie(context: CodemodContext, { node, name, request }: BodyRead): void {
  const { file, changes, facts } = context;
  const fallback = `${request.name}.body?.${name} ?? refreshTokenOf(${request.name})`;
  if (node.type === 'MemberExpression') {
    const { parent } = node;
    const isLoose =
      parent.type === 'CallExpression'
        ? parent.arguments.includes(node)
        : parent.type === 'VariableDeclarator' ||
          parent.type === 'AssignmentExpression' ||
          parent.type === 'Property' ||
          parent.type === 'ReturnStatement';
    changes.replace(node, isLoose ? fallback : `(${fallback})`);
  } else if (!fromPattern(context, node, fallback)) return;
  changes.addImport({ source: importPath(file.path, facts.server.sessionCookie), imported: 'refreshTokenOf', local: 'refreshTokenOf' });
}

/** `const { refreshToken } = req.body` becomes a declaration of its own, beside what else is taken out. */
function fromPattern(context: CodemodContext, property: Extract<BodyRead['node'], { type: 'Property' }>, fallback: string): boolean {
  const { file, changes } = context;
  const pattern = property.parent;
  const declarator = pattern.parent;
  const local = property.value.type === 'Identifier' ? property.value.name : undefined;
  if (local === undefined || declarator.type !== 'VariableDeclarator' || pattern.type !== 'ObjectPattern' || !declarator.init) return false;
  if (pattern.properties.length === 1) {
    changes.replace(declarator, `${local} = ${fallback}`);
    return true;
  }
  const statement = declarator.parent;
  if (!startsLine(file.text, statement) || pattern.properties.some((one) => one.type === 'RestElement')) {
    context.todo(property, 'refresh-token-in-body', `take the refresh token of the cookie where the body has none: ${fallback}.`);
    return false;
  }
  const style = styleOf(file);
  changes.remove(property);
  if (declarator.init.type === 'MemberExpression') changes.replace(declarator.init, `${textOf(file, declarator.init)} ?? {}`);
  changes.insert(
    statement.range[1],
    `${style.lineEnd}${indentationAt(file.text, statement.range[0])}${statement.kind} ${local} = ${fallback}${style.semicolon}`,
  );
  return true;
}
