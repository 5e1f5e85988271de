import type { Cookie } from 'playwright-core';
import { readCookieName } from '../credentials/names.ts';
import { decoded, isCredentialName, isRandom } from './tokens.ts';

/** A cookie that stands for a session, and what is weak about it. */
export interface SessionCookie {
  readonly name: string;
  /** As a server would write them: `HttpOnly; Secure; SameSite=Lax; Path=/`. */
  readonly attributes: string;
  readonly problems: readonly string[];
}

/** Days that a session lasts before somebody should sign in again: what NIST SP 800-63B allows at its lowest level. */
const MOST_DAYS = 30;

/** What a page sends back to show that it is the app's own: scripts have to read it, and it opens nothing by itself. */
const OF_FORGERY = /csrf|xsrf/i;

/** Whether a cookie stands for a session: by its name, or because nobody could guess it and scripts cannot read it. */
export function isSessionCookie({ name, value, httpOnly }: Cookie): boolean {
  if (readCookieName(name).trade !== undefined || OF_FORGERY.test(name)) return false;
  return value.length >= 12 && (isCredentialName(name) || (httpOnly && isRandom(decoded(value))));
}

/** @param isHttps Whether the app is reached by https: elsewhere a browser takes no secure cookie, but for this machine's. */
export function judgeCookie(cookie: Cookie, isHttps: boolean, now = Date.now()): SessionCookie {
  const days = cookie.expires < 0 ? undefined : (cookie.expires - now / 1000) / 86_400;
  const attributes = [
    cookie.httpOnly && 'HttpOnly',
    cookie.secure && 'Secure',
    `SameSite=${cookie.sameSite}`,
    `Path=${cookie.path}`,
    cookie.domain.startsWith('.') && `Domain=${cookie.domain.slice(1)}`,
    days === undefined ? 'until the browser is closed' : `for ${lasting(days)}`,
  ];
  const problems = [
    !cookie.httpOnly && 'any script of the page can read it: set HttpOnly',
    isHttps && !cookie.secure && 'it is sent without encryption too: set Secure',
    cookie.sameSite === 'None' && 'requests that other sites make carry it: set SameSite=Lax, or check where a request comes from',
    cookie.domain.startsWith('.') && `every host below ${cookie.domain.slice(1)} receives it, and can set it: leave Domain out`,
    days !== undefined && days > MOST_DAYS && `it lasts ${lasting(days)}: whoever gets hold of it is that user until it ends`,
  ];
  return {
    name: cookie.name,
    attributes: attributes.filter((one) => one !== false).join('; '),
    problems: problems.filter((one) => one !== false),
  };
}

function lasting(days: number): string {
  if (days >= 2) return `${String(Math.round(days))} days`;
  const minutes = Math.max(1, Math.round(days * 1440));
  return minutes >= 120 ? `${String(Math.round(minutes / 60))} hours` : `${String(minutes)} minutes`;
}
