import type { Route } from '../app/route.ts';
import { ownFunctions } from '../app/handlers.ts';
import {
  isRenewalPath,
  isSignInPath,
  isSignOutPath,
  isSignUpPath,
  mayBeRenewalPath,
  mayBeSignInPath,
} from '../credentials/session-words.ts';
import { textOf } from '../syntax/source-file.ts';
import { responsesOf, sessionActionsOf } from './session-actions.ts';

/** What is done to sessions at the routes of a server. */
export interface SessionRoutes {
  /** Where people sign in: of several, the one that the app has for it. */
  readonly signIn: Route | undefined;
  /** Every route that issues a session's credential: sign-in, sign-up, codes of third parties, renewal. */
  readonly issuing: readonly Route[];
  readonly renewal: Route | undefined;
  readonly signOut: Route | undefined;
  /** The route that says who is signed in. */
  readonly who: Route | undefined;
}

/**
 * Whether a route renews sessions: it takes a refresh token and issues, or its path says so. `/refresh` alone says it only
 * where one of the two is seen, for caches and feeds are refreshed too.
 */
export function isRenewal(route: Route): boolean {
  if (isRenewalPath(route.path)) return true;
  const { issues, takesRefreshToken: takes } = sessionActionsOf(route);
  const isIssued = !/^(?:no|unknown)$/.test(issues);
  return mayBeRenewalPath(route.path) ? takes || isIssued : takes && isIssued;
}

/** Whether a route ends sessions: its path says so, or it does nothing else. */
function isSignOut(route: Route): boolean {
  if (route.methods.every((method) => method === 'use' || method === 'options')) return false;
  if (isSignOutPath(route.path)) return true;
  const { ends, issues, checksPassword } = sessionActionsOf(route);
  return ends && /^(?:no|unknown)$/.test(issues) && !checksPassword && !isAboutAccount(route);
}

/** Accounts that are closed or change their password end sessions too. */
function isAboutAccount({ path }: Route): boolean {
  return /password|account|users?\b|profile|delete|deactivate|email|reset|verify|callback/i.test(path);
}

/** How much speaks for a route as the one at which people sign in, of those that issue. Names break ties. */
function signInScore(route: Route): number {
  const { checksPassword, isGuarded } = sessionActionsOf(route);
  return (
    (checksPassword ? 3 : 0) +
    (mayBeSignInPath(route.path) ? 2 : 0) +
    (route.methods.includes('post') ? 1 : 0) -
    (isSignUpPath(route.path) || isAboutAccount(route) ? 2 : 0) -
    (isGuarded ? 4 : 0)
  );
}

/** What is done to sessions at which of a server's routes. Routes for developers and tests do not count. */
export function sessionRoutesOf(all: readonly Route[]): SessionRoutes {
  const routes = all.filter(({ isForDevelopment }) => !isForDevelopment);
  const issuing = routes.filter((route) => !/^(?:no|unknown)$/.test(sessionActionsOf(route).issues));
  const renewals = issuing.filter(isRenewal);
  return {
    issuing,
    renewal: renewals.find(({ path }) => mayBeRenewalPath(path)) ?? renewals[0],
    signIn: signInAmong(issuing) ?? unseenSignIn(routes),
    signOut: signOutOf(routes),
    who: best(routes.filter(saysWho), whoScore),
  };
}

/** The route at which people sign in, of those that issue. */
export function signInAmong(issuing: readonly Route[]): Route | undefined {
  return best(
    issuing.filter((route) => !isRenewal(route)),
    signInScore,
  );
}

function best(routes: readonly Route[], score: (route: Route) => number): Route | undefined {
  return routes.toSorted((a, b) => score(b) - score(a))[0];
}

/** Who asks, as a middleware left it for handlers: `req.user`, `res.locals.user`, `ctx.state.user`, `req.session.user`. */
const WHO_ASKS = /\b(?:req|request|res\.locals|ctx\.state|ctx|c\.var)\.(?:user|currentUser|auth|session\.user)\b|\bc\.get\(\s*['"]user['"]/;

/** Whether a route answers with who is signed in. */
function saysWho(route: Route): boolean {
  if (!route.methods.includes('get') || /[:*]/.test(route.path) || !/^(?:no|unknown)$/.test(sessionActionsOf(route).issues)) return false;
  return route.handlers
    .slice(-1)
    .flatMap((place) => ownFunctions(place, 1))
    .some((fn) => WHO_ASKS.test(fn.file.text) && responsesOf(fn).some(({ body }) => WHO_ASKS.test(textOf(body.file, body.node))));
}

function whoScore({ path }: Route): number {
  return /(?:^|\/)(?:me|session|who-?am-?i|(?:current|auth)-?_?user|profile)$/i.test(path) ? 1 : 0;
}

/** Where nothing that answers can be seen, the path is all there is. */
function unseenSignIn(routes: readonly Route[]): Route | undefined {
  return routes.find((route) => route.methods.includes('post') && isSignInPath(route.path) && sessionActionsOf(route).issues === 'unknown');
}

function signOutOf(routes: readonly Route[]): Route | undefined {
  const found = routes.filter(isSignOut);
  return found.find(({ path }) => isSignOutPath(path)) ?? found[0];
}
