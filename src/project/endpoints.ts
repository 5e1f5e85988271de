import type { Route } from '../app/route.ts';
import { besidePath } from '../codemods/server-session/routes.ts';
import type { ClientBase } from './client-base.ts';
import type { SurveyedServer } from './server-survey.ts';

/** The whole path, on the server, of a generated route beside the one for signing in. */
export function besideSignIn({ ownPath, path }: Route, name: string): string {
  const own = ownPath ?? '';
  const above = own === '/' || own === '' ? path : path.slice(0, path.length - own.replace(/\/$/, '').length);
  return `${above}${besidePath(own === '' ? '/' : own, name)}`.replace(/\/{2,}/g, '/');
}

/**
 * The path that a client writes for a path of the server: below the base that its sign-in request has, which a proxy may
 * have taken something off or put something before.
 */
export function clientPath(server: SurveyedServer | undefined, base: ClientBase | undefined, serverPath: string): string {
  const signIn = server?.signIn?.path;
  const asked = base?.signInPath.replace(/[?#].*$/, '').replace(/(.)\/$/, '$1');
  if (signIn === undefined || asked === undefined) return slash(base?.literal, serverPath);
  const common = commonEnd(signIn, asked);
  if (common === '') return slash(base?.literal, serverPath);
  const [ownPrefix, askedPrefix] = [signIn.slice(0, signIn.length - common.length), asked.slice(0, asked.length - common.length)];
  return slash(
    base?.literal,
    serverPath.startsWith(ownPrefix) ? askedPrefix + serverPath.slice(ownPrefix.length) : askedPrefix + serverPath,
  );
}

/** The last segments that two paths share. */
function commonEnd(a: string, b: string): string {
  const [first, second] = [a.split('/').filter(Boolean).toReversed(), b.split('/').filter(Boolean).toReversed()];
  const length = first.findIndex((segment, i) => segment !== second[i]);
  const shared = first.slice(0, length < 0 ? undefined : length).toReversed();
  return shared.length === 0 ? '' : `${b.endsWith(`/${shared.join('/')}`) ? '/' : ''}${shared.join('/')}`;
}

/** A base without a slash at its end and a path without one at its start need one between them. */
function slash(base: string | undefined, routePath: string): string {
  if (base === undefined) return routePath;
  if (base.endsWith('/') && routePath.startsWith('/')) return routePath.slice(1);
  return routePath.startsWith('/') || base.endsWith('/') ? routePath : `/${routePath}`;
}

/**
 * Whether a base ends with a slash or not as the environment says: clients join a path to it that begins with none, and put
 * one between where there is none.
 */
export function endsAsSet({ expression, literal, written, isJoined }: ClientBase): boolean {
  if (!expression || !isJoined) return false;
  return literal === '' || /\benv\b/.test(written ?? expression.text);
}

/**
 * The path under which a browser sends the refresh cookie: what the paths of renewing and signing out have in common, as
 * the browser sees them. Where that is not known, all paths.
 */
export function refreshCookiePath(server: SurveyedServer, base: ClientBase | undefined): string {
  const { signIn, renewal, signOut } = server;
  if (!signIn || !renewal || !base || !isKnown(base)) return '/';
  const root = pathOf(base.literal);
  const seen = [renewal.path, signOut?.path ?? besideSignIn(signIn, 'logout')].map((one) =>
    `${root}/${clientPath(server, base, one)}`.replace(/\/{2,}/g, '/').split('/'),
  );
  const [a = [], b = []] = seen;
  const length = a.findIndex((segment, i) => segment !== b[i]);
  const common = a.slice(0, length < 0 ? undefined : length).join('/');
  return common === '' ? '/' : common;
}

/** A base that comes from the environment alone may have a path that nobody here knows. */
function isKnown({ expression, literal }: ClientBase): boolean {
  return expression === undefined || literal !== '' || !/\benv\b/.test(expression.text);
}

function pathOf(base: string): string {
  return base.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/\/$/, '');
}
