import { readCookieName } from '../credentials/names.ts';
import { isSignInPath } from '../credentials/session-words.ts';
import { bindingOf, variableOf } from '../syntax/bindings.ts';
import { argumentAt, callsOf } from '../syntax/functions.ts';
import { importedModules, packageOf } from '../syntax/imports.ts';
import type { CallNode, Node } from '../syntax/nodes.ts';
import { bare, fixedName, memberName } from '../syntax/nodes.ts';
import { originOf } from '../flow/origin.ts';
import { runtimeOf } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile } from '../syntax/source-file.ts';
import { staticText } from '../flow/static-text.ts';
import type { AppFacts } from '../app/app-facts.ts';
import type { Route } from '../app/route.ts';
import { cookieExposures } from './server-cookies.ts';
import { sessionActionsOf } from './session-actions.ts';
import { isRenewal } from './session-routes.ts';
import { signingsOf } from './token-sources.ts';
import { either, whole } from '../credentials/alternatives.ts';

/** Methods by which a request changes something. */
const UNSAFE = new Set(['post', 'put', 'patch', 'delete', 'del', 'all']);

const TRIED_AT = either([
  /auth\/local/,
  /(?:forgot|reset)-?_?(?:my-?)?pass(?:word|wd)?/,
  /pass(?:word|wd)?[-_/]?(?:reset|forgot)/,
  /(?:verify|check)-?_?(?:otp|totp|2fa|mfa|code)/,
  /(?:otp|totp|2fa|mfa)(?:\/verify)?/,
  /oauth2?\/token/,
  /auth\/token/,
  /access-?_?token/,
]);
/**
 * Where a code is tried, or a password is asked for anew:
 * https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html
 */
const TRIED = new RegExp(String.raw`\/(?:${TRIED_AT.source})(?:\/:[\w-]+\??)*$`, 'i');

/** Whether a request to the route can change something. */
export function changesState({ methods }: Route): boolean {
  return methods.some((method) => UNSAFE.has(method));
}

/** Whether passwords, codes or tokens can be tried at the route. */
export function isSignIn(route: Route): boolean {
  return (
    !route.isForDevelopment &&
    route.methods.some((method) => /^(?:post|put|patch|all)$/.test(method)) &&
    (isSignInPath(route.path) || TRIED.test(route.path) || isRenewal(route) || sessionActionsOf(route).checksPassword)
  );
}

/** `POST /api/login`, for people. */
export function routeName({ methods, path }: Route): string {
  return `${(methods.find((method) => UNSAFE.has(method)) ?? methods[0] ?? 'any').toUpperCase()} ${path || '/'}`;
}

/** Packages that sign users in or know who is signed in. */
export const AUTH_PACKAGES = whole([
  /passport(?:-(?:local|jwt|google-oauth20|github2?))?/,
  /express-jwt/,
  /koa-jwt/,
  /koa-passport/,
  /express-session/,
  /cookie-session/,
  /koa-session/,
  /@fastify\/(?:jwt|session|secure-session)/,
  /@nestjs\/(?:jwt|passport)/,
  /iron-session/,
  /express-openid-connect/,
  /better-auth/,
  /next-auth/,
  /lucia/,
  /jsonwebtoken/,
  /jose/,
  /hono\/jwt/,
]);

/** Whether an app knows users at all: it signs them in, or keeps their sessions. */
export function knowsUsers({ routes, files }: AppFacts): boolean {
  return (
    routes.some(isSignIn) ||
    files.some(
      (file) =>
        [...importedModules(file)].some((source) => AUTH_PACKAGES.test(source) || AUTH_PACKAGES.test(packageOf(source))) ||
        cookieExposures(file).length > 0 ||
        signs(file),
    )
  );
}

function signs(file: SourceFile): boolean {
  return signingsOf(file).size > 0;
}

/** Code that takes cookies apart, or tells a library to: without it a cookie is set and never looked at. */
export const READS_COOKIES =
  /\.(?:signedC|c)ookies\b|\bcookies\s*[\]}(.[]|\bgetCookie|\bcookieName|\bcookie\s*:|headers\.cookie|\[\s*["']cookie["']/;

/** A cookie that is read, and its name where that is fixed. */
type ReadCookie = readonly [node: Node, name: string | undefined];

/** A cookie by which requests are authenticated: where it is read. */
export const sessionCookieReads = perFile((file): readonly { readonly node: Node; readonly name: string }[] => {
  if (!/cookie/i.test(file.text) || runtimeOf(file) === 'browser') return [];
  const found = new Map<Node, string>();
  for (const [node, name] of [...memberReads(file), ...destructuredReads(file), ...callReads(file)])
    if (name !== undefined && isSessionCookie(file, name)) found.set(node, name);
  return [...found].map(([node, name]) => ({ node, name }));
});

function isSessionCookie(file: SourceFile, name: string): boolean {
  const { verdict, kind } = readCookieName(name, file.settings.names);
  return (verdict === 'credential' || verdict === 'likely') && kind !== 'refresh token';
}

/** `req.cookies.token`, `req.cookies[NAME]`. */
function memberReads(file: SourceFile): ReadCookie[] {
  return nodesOf(file, 'MemberExpression')
    .filter(({ object }) => isCookies(object))
    .map((member) => [member, member.computed ? staticText(file, member.property) : memberName(member)]);
}

/** `const { token } = req.cookies`. */
function destructuredReads(file: SourceFile): ReadCookie[] {
  return nodesOf(file, 'VariableDeclarator').flatMap(({ id, init }): ReadCookie[] =>
    id.type === 'ObjectPattern' && init && isCookies(init)
      ? id.properties.flatMap((one): ReadCookie[] => (one.type === 'Property' ? [[one, fixedName(one.key, one.computed)]] : []))
      : [],
  );
}

/** `cookies.get('token')`, Hono's `getCookie(c, 'token')`. */
function callReads(file: SourceFile): ReadCookie[] {
  return callsOf(file).map((call) => {
    const name = cookieAsked(file, call);
    return [call, name && staticText(file, name)];
  });
}

function cookieAsked(file: SourceFile, call: CallNode): Node | undefined {
  const { callee } = call;
  if (callee.type === 'MemberExpression' && memberName(callee) === 'get' && (isCookies(callee.object) || isCookieJar(file, callee.object)))
    return argumentAt(call, 0);
  const isHono = /^hono\/cookie#get(?:Signed)?Cookie$/.test(originOf(file, callee) ?? '');
  return isHono ? argumentAt(call, call.arguments.length > 2 ? 2 : 1) : undefined;
}

/** `req.cookies`, `request.signedCookies`, `ctx.cookies`. */
function isCookies(node: Node): boolean {
  const inner = bare(node);
  return inner.type === 'MemberExpression' && /^(?:cookies|signedCookies)$/.test(memberName(inner) ?? '');
}

/** `const { cookies } = ctx`. */
function isCookieJar(file: SourceFile, node: Node): boolean {
  const variable = node.type === 'Identifier' ? variableOf(file, node) : undefined;
  const binding = variable && bindingOf(variable);
  return (binding?.kind === 'value' || binding?.kind === 'parameter') && binding.path.at(-1) === 'cookies';
}
