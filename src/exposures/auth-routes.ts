import { readCookieName } from '../credentials/names.ts';
import { isSignInPath } from '../credentials/session-words.ts';
import { bindingOf, variableOf } from '../syntax/bindings.ts';
import { argumentAt, callsOf } from '../syntax/functions.ts';
import { importedModules, packageOf } from '../syntax/imports.ts';
import type { Node } from '../syntax/nodes.ts';
import { bare, fixedName, memberName } from '../syntax/nodes.ts';
import { originOf } from '../flow/origin.ts';
import { runtimeOf } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile } from '../syntax/source-file.ts';
import { staticText } from '../flow/static-text.ts';
import type { AppFacts } from '../app/app-facts.ts';
import type { Route } from '../app/route.ts';
import { cookieExposures } from './server-cookies.ts';
import { deedsOf, isRenewal } from './session-routes.ts';
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
    (isSignInPath(route.path) || TRIED.test(route.path) || isRenewal(route) || deedsOf(route).checksPassword)
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

/** A cookie by which requests are authenticated: where it is read. */
export const sessionCookieReads = perFile((file): readonly { readonly node: Node; readonly name: string }[] => {
  if (!/cookie/i.test(file.text) || runtimeOf(file) === 'browser') return [];
  const isSession = (name: string | undefined): name is string => {
    const reading = name === undefined ? undefined : readCookieName(name, file.settings.names);
    return (reading?.verdict === 'credential' || reading?.verdict === 'likely') && reading.kind !== 'refresh token';
  };
  const found = new Map<Node, string>();
  const add = (node: Node, name: string | undefined): void => {
    if (isSession(name)) found.set(node, name);
  };
  for (const member of nodesOf(file, 'MemberExpression'))
    if (isCookies(member.object)) add(member, member.computed ? staticText(file, member.property) : memberName(member));
  for (const { id, init } of nodesOf(file, 'VariableDeclarator')) {
    // const { token } = req.cookies
    if (id.type === 'ObjectPattern' && init && isCookies(init))
      for (const one of id.properties) if (one.type === 'Property') add(one, fixedName(one.key, one.computed));
  }
  for (const call of callsOf(file)) {
    const isJar =
      call.callee.type === 'MemberExpression' &&
      memberName(call.callee) === 'get' &&
      (isCookies(call.callee.object) || isCookieJar(file, call.callee.object));
    const name = isJar
      ? argumentAt(call, 0)
      : /^hono\/cookie#get(?:Signed)?Cookie$/.test(originOf(file, call.callee) ?? '')
        ? argumentAt(call, call.arguments.length > 2 ? 2 : 1)
        : undefined;
    if (name) add(call, staticText(file, name));
  }
  return [...found].map(([node, name]) => ({ node, name }));
});

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
