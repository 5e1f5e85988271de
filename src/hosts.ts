import { createRequire } from 'node:module';
import type * as Tldts from 'tldts';

/**
 * The site of a host as browsers tell sites apart for cookies: the registrable domain by the public suffix list, whose
 * private part counts (https://publicsuffix.org), else the host itself.
 */
export function siteOf(host: string): string {
  return parsed(host).domain ?? host;
}

/** Whether everybody below the host's suffix is a site of their own: `shop.onrender.com`, `shop.vercel.app`. */
export function isOnPlatform(host: string): boolean {
  return parsed(host).isPrivate === true;
}

/** The list is loaded with the first host: it takes longer than a small app, and few apps name any. */
function parsed(host: string): ReturnType<typeof Tldts.parse> {
  tldts ??= createRequire(import.meta.url)('tldts') as typeof Tldts;
  return tldts.parse(host, { allowPrivateDomains: true });
}

let tldts: typeof Tldts | undefined;

/** Whether a host is this machine, whatever its name: https://www.rfc-editor.org/rfc/rfc6761#section-6.3 */
export function isThisMachine(host: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\])$/i.test(host);
}

/** The host of an address that begins with one: of `http://localhost:3000/api`, `localhost`. A NUL stands for what is not known of it. */
export function hostOf(address: string): string | undefined {
  return /^https?:\/\/(\[[^\]/]*\]|[^/:?#\0]+)/i.exec(address)?.[1];
}

/** The origin with which an address begins, where host and port are known whole: of `http://localhost:3000/api`, all but its path. */
export function webOriginOf(address: string): string | undefined {
  return /^https?:\/\/(?:\[[^\]/]*\]|[^/:?#\0]+)(?::\d+)?(?=[/?#]|$)/i.exec(address)?.[0];
}
