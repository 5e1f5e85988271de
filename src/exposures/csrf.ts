import { beginning } from '../credentials/alternatives.ts';
import { originOf } from '../flow/origin.ts';
import { perFile } from '../syntax/source-file.ts';
import type { AppFacts } from '../app/app-facts.ts';
import { appsOf } from '../app/apps.ts';
import { ownFunctions } from '../app/handlers.ts';
import type { Route } from '../app/route.ts';
import { changesSomething } from './changes.ts';
import { changesState, READS_COOKIES, routeName, sessionCookieReads } from './auth-routes.ts';
import type { AppExposure, CookieExposure } from './exposure.ts';
import { isProtected } from './app-protection.ts';
import { cookieExposures } from './server-cookies.ts';
import { sessionActionsOf } from './session-actions.ts';

/** Apps that take a cookie's word for who asks, and ask of nobody where the request comes from. */
export const csrfExposures = perFile((file): readonly AppExposure[] =>
  appsOf(file).flatMap((app) => {
    const route = app.routes.find(changesState);
    if (!route) return [];
    const reason = cookieAuthentication(app);
    if (reason === undefined || isSameSiteOnly(app) || isProtected(app, 'csrf') !== 'no') return [];
    return [{ kind: 'app-without-csrf-check', file, node: app.node, app, reason, routes: app.routes.filter(changesState).map(routeName) }];
  }),
);

const SESSIONS = beginning([
  /express-session#/,
  /cookie-session#/,
  /koa-session#/,
  /koa-generic-session#/,
  /@fastify\/(?:secure-)?session#/,
  /fastify-secure-session#/,
  /client-sessions#/,
]);

/** By which cookie the app knows its users, as a clause. A cookie that only renews tokens opens nothing by itself. */
function cookieAuthentication(app: AppFacts): string | undefined {
  const session = app.middlewares
    .map(({ file, node }) => originOf(file, node))
    .find((origin) => origin !== undefined && SESSIONS.test(origin));
  if (session !== undefined) return `it keeps sessions with ${session.split('#')[0]!}`;
  for (const file of app.files) {
    const [read] = sessionCookieReads(file);
    if (read) return `it takes requests with the cookie '${read.name}' for its user's`;
  }
  const set = sessionCookies(app)[0];
  if (!set || !app.files.some(({ text }) => READS_COOKIES.test(text))) return undefined;
  return `it keeps the session in the cookie '${set.name}'`;
}

function sessionCookies(app: AppFacts): CookieExposure[] {
  return app.files.flatMap((file) => [...cookieExposures(file)]).filter(({ name }) => !/refresh|^jid$/i.test(name));
}

/** Parsers of the bodies that a plain form on another site can send. */
const FORMS =
  /^(?:express#urlencoded\(\)|body-parser#(?:urlencoded)?\(\)|@fastify\/(?:formbody|multipart)#|multer#\(\)\.\w+\(\)|formidable#)/;

/**
 * `SameSite` on every session cookie: another site's request comes without it, but for a link that people follow where it is Lax.
 * Where the code does not say which it is, no bodies but JSON have to be taken as well.
 */
function isSameSiteOnly(app: AppFacts): boolean {
  const cookies = sessionCookies(app);
  if (!cookies.every((cookie) => /^(?:set|unknown)$/.test(cookie.states.sameSite) && cookie.sameSite !== 'none')) return false;
  if (cookies.length > 0 && cookies.every(({ sameSite }) => sameSite === 'strict')) return true;
  if (cookies.length > 0 && cookies.every(({ sameSite }) => sameSite === 'lax' || sameSite === 'strict'))
    return !app.routes.some((route) => changesOnGet(route));
  return !app.middlewares.some(({ file, node }) => FORMS.test(originOf(file, node) ?? ''));
}

/** Whether following a link changes something else than whether somebody is signed in. */
function changesOnGet(route: Route): boolean {
  const last = route.methods.includes('get') ? route.handlers.at(-1) : undefined;
  if (!last || !ownFunctions(last).some(changesSomething)) return false;
  const { ends, issues } = sessionActionsOf(route);
  return !ends && /^(?:no|unknown)$/.test(issues);
}
