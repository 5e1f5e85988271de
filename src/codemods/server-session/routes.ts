import type { Route } from '../../app/route.ts';
import type { FileRoute } from '../../app/routes.ts';
import { routesOf } from '../../app/routes.ts';
import { endWithComment } from '../../edits/statements.ts';
import { indentationAt, quoted, styleOf } from '../../edits/style.ts';
import { isSignOutPath, mayBeSignInPath } from '../../credentials/session-words.ts';
import { sessionActionsOf } from '../../exposures/session-actions.ts';
import { isRenewal, sessionRoutesOf } from '../../exposures/session-routes.ts';
import type { Node } from '../../syntax/nodes.ts';
import { bare, enclosingStatement, isFunction } from '../../syntax/nodes.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import type { GeneratedModule } from '../facts.ts';
import { importPath } from '../facts.ts';

/** The path of a route beside another one: `/auth/session` beside `/auth/login`. */
export function besidePath(path: string, name: string): string {
  return path === '/' ? `/${name}` : path.replace(/[^/]*\/?$/, name);
}

/** Beside the route at which people sign in: one that says who is signed in, one that ends the session, and what was asked for. */
export function addRoutes(context: CodemodContext): void {
  const { file, changes, facts } = context;
  const { server } = facts;
  const routes = routesOf(file);
  const signIn = signInRoute(context, routes);
  if (signIn?.ownPath === undefined) return;
  const { ownPath } = signIn;
  const style = styleOf(file);
  const statement = enclosingStatement(signIn.node);
  const router = textOf(file, routerOf(signIn.node));
  const has = (pattern: RegExp): boolean =>
    routes.some(({ path, handlers }) => pattern.test(path) || handlers.some((one) => pattern.test(textOf(one.file, one.node))));
  const lines: string[] = [];
  const add = (method: string, name: string, module: GeneratedModule, handlers: readonly string[], imported: string): void => {
    lines.push(`${router}.${method}(${[quoted(style, besidePath(ownPath, name)), ...handlers].join(', ')})${style.semicolon}`);
    changes.addImport({ source: importPath(file.path, module), imported, local: imported });
  };
  if (!has(/\/session$|^describeSession$/)) add('get', 'session', server.sessionCookie, ['describeSession'], 'describeSession');
  if (!routes.some(({ path }) => isSignOutPath(path))) add('post', 'logout', server.sessionCookie, ['endSession'], 'endSession');
  if (server.csrf === 'token' && !has(/^sendCsrfToken$/)) add('get', 'csrf-token', server.csrfToken, ['sendCsrfToken'], 'sendCsrfToken');
  if (server.exchange && !has(/^exchangeToken$/)) add('post', 'exchange', server.sessionCookie, ['exchangeToken'], 'exchangeToken');
  if (server.tokenEndpoint && !has(/^answerProgram$/)) addTokenEndpoint(context, signIn, router, lines);
  if (lines.length === 0) return;
  // Routes that run over lines have blank lines between them.
  const gap = /\n/.test(textOf(file, statement)) ? style.lineEnd : '';
  const indentation = indentationAt(file.text, statement.range[0]);
  changes.insert(
    endWithComment(file.text, statement),
    gap + lines.map((line) => style.lineEnd + indentation + line.replaceAll('\n', style.lineEnd + indentation)).join(''),
  );
}

const FOR_PROGRAMS = '/** Programmatic clients only: answers with the token in the body and sets no cookie. Browsers are refused. */';

/**
 * `POST …/token`, by the handler that signs people in. One that is written at its route answers both paths; a named one
 * gets a route of its own.
 */
function addTokenEndpoint(context: CodemodContext, signIn: FileRoute, router: string, lines: string[]): void {
  const { file, changes, facts } = context;
  const style = styleOf(file);
  const path = quoted(style, besidePath(signIn.ownPath ?? '/', 'token'));
  const first = signIn.node.arguments[0];
  const isNamed = written(signIn).every((one) => one.type !== 'SpreadElement' && !/=>|\bfunction\b/.test(textOf(file, one)));
  if (isNamed) {
    lines.push(
      FOR_PROGRAMS,
      `${router}.post(${[path, 'answerProgram', ...written(signIn).map((one) => textOf(file, one))].join(', ')})${style.semicolon}`,
    );
  } else if (first?.type === 'Literal') {
    const statement = enclosingStatement(signIn.node);
    const indentation = indentationAt(file.text, statement.range[0]);
    changes.insert(
      statement.range[0],
      `${FOR_PROGRAMS}${style.lineEnd}${indentation}${router}.use(${path}, answerProgram)${style.semicolon}${style.lineEnd}${indentation}`,
    );
    changes.replace(first, `[${textOf(file, first)}, ${path}]`);
  } else {
    context.todo(
      signIn.node,
      'no-place-for-program-endpoint',
      `add POST ${besidePath(signIn.ownPath ?? '/', 'token')} for programs: answerProgram of the session ` +
        "cookie's module in front of this handler.",
    );
    return;
  }
  changes.addImport({ source: importPath(file.path, facts.server.sessionCookie), imported: 'answerProgram', local: 'answerProgram' });
}

/** Renewals that are asked for twice at once get one answer: where the server hands out a new refresh token each time. */
export function repeatRenewals(context: CodemodContext): void {
  const { file, changes, facts } = context;
  if (!facts.server.refreshRotates) return;
  for (const route of routesOf(file)) {
    const handlers = written(route);
    const [first] = handlers;
    if (!route.methods.includes('post') || !first || handlers.some((one) => textOf(file, one) === 'repeatRenewal')) continue;
    if (!isRenewal(route) || sessionActionsOf(route).issues !== 'body') continue;
    changes.insert(first.range[0], 'repeatRenewal, ');
    changes.addImport({ source: importPath(file.path, facts.server.sessionCookie), imported: 'repeatRenewal', local: 'repeatRenewal' });
  }
}

/** The route at which people sign in, where it is this file's: the project's, or of a file by itself its own. */
function signInRoute({ facts }: CodemodContext, routes: readonly FileRoute[]): FileRoute | undefined {
  const { signIn } = facts.server;
  if (signIn === 'none') return undefined;
  if (signIn) return routes.find(({ file, node }) => file.path === signIn.file && node.range[1] === signIn.end);
  const own = sessionRoutesOf(routes).signIn;
  return own && isSeenAsSignIn(own) ? routes.find(({ node }) => node === own.node) : undefined;
}

/** A file by itself may hold only the mount of a router, or a route that gives who is signed in already another token. */
function isSeenAsSignIn(route: Route): boolean {
  const { checksPassword, isGuarded } = sessionActionsOf(route);
  return route.methods.some((method) => method !== 'use') && (checksPassword || mayBeSignInPath(route.path) || !isGuarded);
}

/** The handlers of a route as they stand at its registration. */
function written({ node, ownPath }: FileRoute): readonly Node[] {
  const [first] = node.arguments;
  return first && !isFunction(first) && ownPath !== undefined && !isOnRoute(node) ? node.arguments.slice(1) : node.arguments;
}

/** Whether the path stands at a call before: `router.route('/x').post(handler)`. */
function isOnRoute(node: Node): boolean {
  for (let at: Node = node; at.type === 'CallExpression' && at.callee.type === 'MemberExpression'; at = bare(at.callee.object))
    if (at !== node && at.callee.property.type === 'Identifier' && at.callee.property.name === 'route') return true;
  return false;
}

function routerOf(call: Node): Node {
  let at: Node = call;
  while (at.type === 'CallExpression' && at.callee.type === 'MemberExpression') at = bare(at.callee.object);
  return at;
}
