import type { ExpressApp } from '../apis/server/express-app.ts';
import { appsOf, lastBeforeRoutes, parsesCookies, tokenReadsOf } from '../apis/server/express-app.ts';
import type { TokenRead } from '../apis/server/express-app.ts';
import type { Route } from '../apis/server/routes.ts';
import { handlerNames, routesOf } from '../apis/server/routes.ts';
import { indentationAt, quoted, styleOf } from '../edits/style.ts';
import { bodyExposures } from '../exposures/response-bodies.ts';
import { valueOf } from '../syntax/follow.ts';
import { callsOf } from '../syntax/functions.ts';
import type { FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, enclosingFunction, enclosingStatement, isFunction } from '../syntax/nodes.ts';
import { shapeOf } from '../syntax/objects.ts';
import { originOf } from '../syntax/origin.ts';
import { nodesOf, textOf } from '../syntax/source-file.ts';
import type { CodemodContext } from './define-codemod.ts';
import { defineCodemod } from './define-codemod.ts';
import { importPath } from './facts.ts';

/** Lets the server take the session's cookie where it took a header, and guards what the cookie opens. */
export default defineCodemod({
  name: 'cookie-auth',
  description: 'The server takes a Bearer token if one is sent, else the session\'s cookie; refuses cross-site requests; answers session and logout',
  side: 'server',
  hint: /express|authorization|token|passport|\.(?:post|get)\s*\(/i,
  apply(context) {
    if (context.facts.phase === 'client' || context.facts.phase === 'cleanup') return;
    for (const read of tokenReadsOf(context.file)) takeCookieToo(context, read);
    for (const app of appsOf(context.file)) guard(context, app);
    addRoutes(context);
    clearOnLogout(context);
    extendLibraries(context);
  },
});

/** `req.headers.authorization` becomes `authorizationOf(req)`, which falls back to the cookie: what follows stays as it is. */
function takeCookieToo(context: CodemodContext, read: TokenRead): void {
  const { file, changes, facts } = context;
  if (!isAboutSessions(context, read.node)) return;
  const helper = read.header === 'authorization' ? 'authorizationOf' : read.header === facts.server.customHeader?.toLowerCase() ? 'tokenOf' : undefined;
  if (!helper) return;
  const call = `${helper}(${read.request.name})`;
  if (read.node.type === 'Property') {
    const declarator = read.node.parent.parent;
    if (declarator.type !== 'VariableDeclarator' || read.node.value.type !== 'Identifier') return;
    const name = read.node.value.name;
    if (declarator.id.type === 'ObjectPattern' && declarator.id.properties.length === 1) changes.replace(declarator, `${name} = ${call}`);
    else {
      changes.remove(read.node);
      changes.insert(declarator.parent.range[1], `${styleOf(file).lineEnd}${indentationAt(file.text, declarator.parent.range[0])}const ${name} = ${call}${styleOf(file).semicolon}`);
    }
  } else changes.replace(read.node, call);
  changes.addImport({ source: importPath(file.path, facts.server.sessionCookie), imported: helper, local: helper });
}

/** Not a job's or a webhook's own secret, nor Basic credentials. */
function isAboutSessions({ file }: CodemodContext, read: Node): boolean {
  const scope = enclosingFunction(read) ?? file.ast;
  const text = textOf(file, scope);
  if (/\bBasic\b/.test(text) && !/bearer/i.test(text)) return false;
  const { parent } = read;
  const other = parent?.type === 'BinaryExpression' && /^[!=]==?$/.test(parent.operator) ? (parent.left === read ? parent.right : parent.left) : undefined;
  return !(other && /process\.env|secret|api_?key/i.test(textOf(file, other)));
}

/** Cookies are taken apart and cross-site requests refused, before any route. */
function guard(context: CodemodContext, app: ExpressApp): void {
  const { file, changes, facts } = context;
  const style = styleOf(file);
  if (file.text.includes('refuseCrossSite')) return;
  const lines: string[] = [];
  if (!parsesCookies(file)) {
    lines.push(`${app.name}.use(cookieParser())${style.semicolon}`);
    changes.addImport({ source: 'cookie-parser', imported: 'default', local: 'cookieParser' });
  }
  lines.push(`${app.name}.use(refuseCrossSite)${style.semicolon}`);
  changes.addImport({ source: importPath(file.path, facts.server.csrfCheck), imported: 'refuseCrossSite', local: 'refuseCrossSite' });
  const after = lastBeforeRoutes(app)?.statement ?? app.declaration;
  const indentation = indentationAt(file.text, after.range[0]);
  changes.insert(endOf(file.text, after), lines.map((line) => style.lineEnd + indentation + line).join(''));
}

/** The end of a statement with the comment behind it on its line. */
function endOf(text: string, statement: Node): number {
  const tail = /^;?[\t ]*(?:\/\/[^\n\r]*)?(?=\r?\n|$)/.exec(text.slice(statement.range[1]));
  return statement.range[1] + (tail?.[0].length ?? 0);
}

/** Beside the route at which people sign in: one that says who is signed in, and one that ends the session. */
function addRoutes(context: CodemodContext): void {
  const { file, changes, facts } = context;
  if (facts.server.routesFile !== undefined && facts.server.routesFile !== file.path) return;
  const routes = routesOf(file);
  const signIn = signInRoute(context, routes);
  if (!signIn?.path) return;
  const statement = enclosingStatement(signIn.node);
  const style = styleOf(file);
  const router = textOf(file, routerOf(signIn.node));
  const beside = (name: string): string => quoted(style, signIn.path!.replace(/[^/]*$/, name));
  const has = (pattern: RegExp): boolean => routes.some(({ path }) => pattern.test(path ?? ''));
  const source = importPath(file.path, facts.server.sessionCookie);
  const lines: string[] = [];
  const add = (line: string, handler: string): void => {
    lines.push(line);
    changes.addImport({ source, imported: handler, local: handler });
  };
  if (!has(/\/session$/)) add(`${router}.get(${beside('session')}, describeSession)${style.semicolon}`, 'describeSession');
  if (!has(LOGOUT_PATH)) add(`${router}.post(${beside('logout')}, endSession)${style.semicolon}`, 'endSession');
  if (lines.length === 0) return;
  // Routes that run over lines have blank lines between them.
  const gap = /\n/.test(textOf(file, statement)) ? style.lineEnd : '';
  changes.insert(endOf(file.text, statement), gap + lines.map((line) => style.lineEnd + indentationAt(file.text, statement.range[0]) + line).join(''));
}

const LOGOUT_PATH = /\/(?:log-?_?out|sign-?_?out|log-?_?off)\/?$/i;
const SIGN_IN_PATH = /\/(?:log-?_?in|sign-?_?in|authenticate|sessions?|auth|token)\/?$/i;

/** The route whose handler answers with a session's token: the one for signing in rather than for signing up. */
function signInRoute(context: CodemodContext, routes: readonly Route[]): Route | undefined {
  const issuing = routes.filter((route) => /^(?:post|put|get|all)$/.test(route.method) && route.handlers.some((handler) => issuesToken(context, handler)));
  return issuing.find(({ path }) => SIGN_IN_PATH.test(path ?? '')) ?? (context.facts.server.routesFile === undefined ? undefined : issuing.at(-1)) ?? (context.file.links ? undefined : routes.find(({ method, path }) => method === 'post' && SIGN_IN_PATH.test(path ?? '')));
}

function issuesToken({ file }: CodemodContext, handler: Node): boolean {
  const inner = handler.type === 'CallExpression' ? handler.arguments.find((one) => one.type !== 'SpreadElement') ?? handler : handler;
  const { file: home, node } = valueOf({ file, node: inner });
  return isFunction(node) && bodyExposures(home).some((exposure) => exposure.handler === node || (exposure.handler !== undefined && isWithin(exposure.handler, node)));
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

/** A logout of the app's own clears the cookie too. */
function clearOnLogout(context: CodemodContext): void {
  const { file, changes, facts } = context;
  if (file.text.includes('clearSessionCookie')) return;
  for (const fn of [...nodesOf(file, 'FunctionDeclaration'), ...nodesOf(file, 'FunctionExpression'), ...nodesOf(file, 'ArrowFunctionExpression')]) {
    const res = logoutResponse(context, fn);
    if (!res || fn.body.type !== 'BlockStatement') continue;
    const [first] = fn.body.body;
    if (!first) continue;
    const style = styleOf(file);
    changes.insert(first.range[0], `clearSessionCookie(${res.name})${style.semicolon}${style.lineEnd}${indentationAt(file.text, first.range[0])}`);
    changes.addImport({ source: importPath(file.path, facts.server.sessionCookie), imported: 'clearSessionCookie', local: 'clearSessionCookie' });
  }
}

/** The response of a handler that ends sessions, by its name or its route. */
function logoutResponse({ file }: CodemodContext, fn: FunctionNode): TSESTree.Identifier | undefined {
  const [, res] = fn.params;
  if (res?.type !== 'Identifier' || !/^_?res(?:ponse)?$/.test(res.name)) return undefined;
  return handlerNames(file, fn).some((name) => /^(?:handle)?(?:log_?out|sign_?out)(?:user|handler|controller)?$/i.test(name.replace(/^.*\//, '').replaceAll('-', ''))) ? res : undefined;
}

/** Libraries that find the token themselves are told of the cookie. */
function extendLibraries(context: CodemodContext): void {
  const { file, changes, facts } = context;
  const source = importPath(file.path, facts.server.sessionCookie);
  for (const call of callsOf(file)) {
    const origin = originOf(file, call.callee) ?? '';
    if (/^passport-jwt#ExtractJwt\.from(?:AuthHeader|Header)/.test(origin) && !textOf(file, call.parent.parent ?? call).includes('sessionToken')) {
      changes.replace(call, `ExtractJwt.fromExtractors([${textOf(file, call)}, sessionToken])`);
      changes.addImport({ source, imported: 'sessionToken', local: 'sessionToken' });
    }
    if (!/^express-jwt#(?:expressjwt|expressJwt)?$/.test(origin)) continue;
    const [options] = call.arguments;
    const shape = options && options.type !== 'SpreadElement' ? shapeOf({ file, node: options }) : undefined;
    if (!shape?.literal || shape.entries.has('getToken')) continue;
    changes.addEntry(shape.literal, 'getToken: requestToken');
    changes.addImport({ source, imported: 'requestToken', local: 'requestToken' });
  }
}
