import { callsOf } from '../../syntax/functions.ts';
import type { CallNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { shapeOf } from '../../flow/objects.ts';
import { originOf } from '../../flow/origin.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';

/** Libraries that find the token themselves are told of the cookie. */
export function extendLibraries(context: CodemodContext): void {
  for (const call of callsOf(context.file)) {
    const origin = originOf(context.file, call.callee) ?? '';
    if (/^passport-jwt#ExtractJwt\.from(?:AuthHeader|Header|UrlQueryParameter)/.test(origin)) extendExtractor(context, call);
    if (/^express-jwt#(?:expressjwt|expressJwt)?$/.test(origin)) extendExpressJwt(context, call);
  }
}

/** passport-jwt asks its extractors in turn: https://www.passportjs.org/packages/passport-jwt/#extracting-the-jwt-from-the-request */
function extendExtractor(context: CodemodContext, call: CallNode): void {
  const { file, changes, facts } = context;
  const list = call.parent.type === 'ArrayExpression' ? call.parent : undefined;
  if (textOf(file, list ?? call.parent.parent ?? call).includes('sessionToken')) return;
  // Its types want null where there is none.
  const own = /\.tsx?$/.test(file.path) ? '(req) => sessionToken(req) ?? null' : 'sessionToken';
  if (!facts.server.takesBearer) changes.replace(call, own);
  else if (list) changes.addEntry(list, own);
  else {
    const library = call.callee.type === 'MemberExpression' ? textOf(file, call.callee.object) : 'ExtractJwt';
    changes.replace(call, `${library}.fromExtractors([${textOf(file, call)}, ${own}])`);
  }
  changes.addImport({ source: importPath(file.path, facts.server.sessionCookie), imported: 'sessionToken', local: 'sessionToken' });
}

/**
 * express-jwt takes the Authorization header unless `getToken` says otherwise:
 * https://github.com/auth0/express-jwt#customizing-token-location
 */
function extendExpressJwt(context: CodemodContext, call: CallNode): void {
  const { file, changes, facts } = context;
  const [options] = call.arguments;
  const shape = options && options.type !== 'SpreadElement' ? shapeOf({ file, node: options }) : undefined;
  if (shape?.entries.has('getToken')) return;
  if (!shape?.literal || !isIn(file.ast, shape.literal)) {
    context.todo(
      call,
      'guard-of-library',
      "have express-jwt take the session's cookie too: getToken: requestToken, of the session cookie's module.",
    );
    return;
  }
  changes.addEntry(shape.literal, 'getToken: requestToken');
  changes.addImport({ source: importPath(file.path, facts.server.sessionCookie), imported: 'requestToken', local: 'requestToken' });
}

/** Whether an object is written in this very file. */
function isIn(program: TSESTree.Program, node: Node): boolean {
  let at: Node = node;
  while (at.parent) at = at.parent;
  return at === program;
}
