import { either } from './alternatives.ts';

const SIGN_IN = /^(?:log-?_?in|log-?_?on|sign-?_?in|authenticate)$/i;
/** What is a sign-in's where something is asked for with a password, and many other things elsewhere. */
const SIGN_IN_AMONG_OTHERS = /^(?:auth|sessions?|token)$/i;
const SIGN_UP = /^(?:sign-?_?up|register|registration|join)$/i;
const SIGN_OUT = /^(?:log-?_?out|sign-?_?out|log-?_?off)(?:-?_?(?:all|user|everywhere))?$/i;
/** A whole path: `/token/refresh`, `/auth/refresh`, `/refresh-tokens`. */
const RENEWALS = either([
  /refresh[-_/]?(?:access[-_]?|auth[-_]?|id[-_]?)?(?:tokens?|jwt)/,
  /tokens?[-_/](?:refresh|renew)/,
  /(?:auth|sessions?|users?|accounts?)\/(?:\S*\/)?(?:refresh|renew)/,
  /(?:renew|rotate|re-?issue)[-_/]?(?:access[-_]?)?(?:tokens?|sessions?)/,
]);
const RENEWAL = new RegExp(String.raw`(?:^|\/)(?:${RENEWALS.source})(?:\/:[\w-]+\??)*\/?$`, 'i');
/** What many things are that are fetched anew. */
const RENEWAL_AMONG_OTHERS = /^(?:refresh|renew|re-?issue|refresh[-_]?sessions?)$/i;

/** Whether a function's name says that people sign out by it: `handleLogout`, `signOutUser`. */
export function isSignOutName(name: string): boolean {
  return /log_?-?(?:out|off)|sign_?-?out/i.test(name);
}

/** The last segment of a path that says something: `login` of `/api/login/` and of `/login/:tenant`. */
function lastOf(path: string): string {
  const segments = path.replace(/[?#].*$/, '').split('/');
  return segments.findLast((one) => one !== '' && !/^[:*{]/.test(one)) ?? '';
}

/** Whether a path says that people sign in there: `/api/auth/login`. */
export function isSignInPath(path: string): boolean {
  return SIGN_IN.test(lastOf(path));
}

/** Whether a path may be that of a sign-in: `/api/sessions`, and those that are one for certain. */
export function mayBeSignInPath(path: string): boolean {
  const last = lastOf(path);
  return SIGN_IN.test(last) || SIGN_IN_AMONG_OTHERS.test(last);
}

/** Whether a path says that people get an account there: `/api/register`. */
export function isSignUpPath(path: string): boolean {
  return SIGN_UP.test(lastOf(path));
}

/** Whether a path says that people leave there: `/api/logout`. */
export function isSignOutPath(path: string): boolean {
  return SIGN_OUT.test(lastOf(path));
}

/** Whether a path says that a session is renewed there: `/api/auth/refresh-token`, `/api/token/refresh`. */
export function isRenewalPath(path: string): boolean {
  return RENEWAL.test(path);
}

/** Whether a path may be that of a renewal: `/refresh`, and those that are one for certain. */
export function mayBeRenewalPath(path: string): boolean {
  return isRenewalPath(path) || RENEWAL_AMONG_OTHERS.test(lastOf(path));
}

/** Whether the key of something that pages keep says that it is about who is signed in: `currentUser`, `isLoggedIn`, `auth-role`. */
export function isAboutWhoIsSignedIn(key: string): boolean {
  return /user|member|account|profile|auth|role|(?:log|sign)(?:ged|ed)?[-_]?in/i.test(key);
}
