import type { Route } from '../../apis/server/routes.ts';
import { routesOf } from '../../apis/server/routes.ts';
import { indentationAt, quoted, styleOf } from '../../edits/style.ts';
import { bodyExposures } from '../../exposures/response-bodies.ts';
import { resolveValue } from '../../flow/resolve.ts';
import type { Node } from '../../syntax/nodes.ts';
import { bare, enclosingStatement, isFunction } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import type { GeneratedModule } from '../facts.ts';
import { importPath } from '../facts.ts';

const LOGOUT_PATH = /\/(?:log-?_?out|sign-?_?out|log-?_?off)\/?$/i;
const SIGN_IN_PATH = /\/(?:log-?_?in|sign-?_?in|authenticate|sessions?|auth|token)\/?$/i;

/** The path of a route beside another one: `/auth/session` beside `/auth/login`. */
export function besidePath(path: string, name: string): string {
  return path === '/' ? `/${name}` : path.replace(/[^/]*\/?$/, name);
}

/** Beside the route at which people sign in: one that says who is signed in, one that ends the session, and what was asked for. */
export function addRoutes(context: CodemodContext): void {
  const { file, changes, facts } = context;
  const { server } = facts;
  if (server.routesFile !== undefined && server.routesFile !== file.path) return;
  const routes = routesOf(file);
  const signIn = signInRoute(context, routes);
  if (!signIn?.path) return;
  const style = styleOf(file);
  const statement = enclosingStatement(signIn.node);
  const router = textOf(file, routerOf(signIn.node));
  const has = (pattern: RegExp): boolean =>
    routes.some(({ path, handlers }) => pattern.test(path ?? '') || handlers.some((one) => pattern.test(textOf(file, one))));
  const lines: string[] = [];
  const add = (method: string, name: string, module: GeneratedModule, handlers: readonly string[], imported: string): void => {
    lines.push(`${router}.${method}(${[quoted(style, besidePath(signIn.path!, name)), ...handlers].join(', ')})${style.semicolon}`);
    changes.addImport({ source: importPath(file.path, module), imported, local: imported });
  };
  if (!has(/\/session$|^describeSession$/)) add('get', 'session', server.sessionCookie, ['describeSession'], 'describeSession');
  if (!has(LOGOUT_PATH)) add('post', 'logout', server.sessionCookie, ['endSession'], 'endSession');
  if (server.csrf === 'token' && !has(/^sendCsrfToken$/)) add('get', 'csrf-token', server.csrfToken, ['sendCsrfToken'], 'sendCsrfToken');
  if (server.exchange && !has(/^exchangeToken$/)) add('post', 'exchange', server.sessionCookie, ['exchangeToken'], 'exchangeToken');
  if (server.tokenEndpoint && !has(/^answerProgram$/)) addTokenEndpoint(context, signIn, router, lines);
  if (lines.length === 0) return;
  // Routes that run over lines have blank lines between them.
  const gap = /\n/.test(textOf(file, statement)) ? style.lineEnd : '';
  const indentation = indentationAt(file.text, statement.range[0]);
  changes.insert(
    endOf(file.text, statement),
    gap + lines.map((line) => style.lineEnd + indentation + line.replaceAll('\n', style.lineEnd + indentation)).join(''),
  );
}

const FOR_PROGRAMS = '/** Programmatic clients only: answers with the token in the body and sets no cookie. Browsers are refused. */';

/**
 * `POST …/token`, by the handler that signs people in. One that is written at its route answers both paths; a named one
 * gets a route of its own.
 */
function addTokenEndpoint(context: CodemodContext, signIn: Route, router: string, lines: string[]): void {
  const { file, changes, facts } = context;
  const style = styleOf(file);
  const path = quoted(style, besidePath(signIn.path!, 'token'));
  const first = signIn.node.arguments[0];
  const isNamed = signIn.handlers.every((one) => one.type !== 'SpreadElement' && !/=>|\bfunction\b/.test(textOf(file, one)));
  if (isNamed) {
    lines.push(
      FOR_PROGRAMS,
      `${router}.post(${[path, 'answerProgram', ...signIn.handlers.map((one) => textOf(file, one))].join(', ')})${style.semicolon}`,
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
      `add POST ${besidePath(signIn.path!, 'token')} for programs: answerProgram of the session cookie's module in front of this handler.`,
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
    const [first] = route.handlers;
    if (
      route.method !== 'post' ||
      !/refresh|renew/i.test(route.path ?? '') ||
      !first ||
      route.handlers.some((one) => textOf(file, one) === 'repeatRenewal')
    )
      continue;
    if (!issuesToken(file, route.handlers)) continue;
    changes.insert(first.range[0], 'repeatRenewal, ');
    changes.addImport({ source: importPath(file.path, facts.server.sessionCookie), imported: 'repeatRenewal', local: 'repeatRenewal' });
  }
}

/** The route whose handler answers with a session's token: the one for signing in rather than for signing up. */
function signInRoute(context: CodemodContext, routes: readonly Route[]): Route | undefined {
  const { file, facts } = context;
  const issuing = routes.filter((route) => /^(?:post|put|get|all)$/.test(route.method) && issuesToken(file, route.handlers));
  return (
    issuing.find(({ path }) => SIGN_IN_PATH.test(path ?? '')) ??
    (facts.server.routesFile === undefined && file.links
      ? undefined
      : issuing.findLast(({ path }) => facts.server.routesFile !== undefined || !/register|sign-?_?up/i.test(path ?? ''))) ??
    (file.links ? undefined : routes.find(({ method, path }) => method === 'post' && SIGN_IN_PATH.test(path ?? '')))
  );
}

/** Whether one of a route's handlers answers with a session's token. */
export function issuesToken(file: SourceFile, handlers: readonly Node[]): boolean {
  return handlers.some((handler) => {
    const inner =
      handler.type === 'CallExpression'
        ? (handler.arguments.find((one) => isFunction(one) || one.type === 'Identifier') ?? handler)
        : handler;
    const { file: home, node } = resolveValue({ file, node: inner });
    const fn = node.type === 'CallExpression' ? (node.arguments.find((one) => isFunction(one)) ?? node) : node;
    return isFunction(fn) && bodyExposures(home).some((exposure) => exposure.handler !== undefined && isWithin(exposure.handler, fn));
  });
}

function isWithin(inner: Node, outer: Node): boolean {
  for (let at: Node | undefined = inner; at; at = at.parent) if (at === outer) return true;
  return false;
}

function routerOf(call: Node): Node {
  let at: Node = call;
  while (at.type === 'CallExpression' && at.callee.type === 'MemberExpression') at = bare(at.callee.object);
  return at;
}

/** The end of a statement with the comment behind it on its line. */
export function endOf(text: string, statement: Node): number {
  const tail = /^;?[\t ]*(?:\/\/[^\n\r]*)?(?=\r?\n|$)/.exec(text.slice(statement.range[1]));
  return statement.range[1] + (tail?.[0].length ?? 0);
}
