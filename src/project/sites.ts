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

/** Whether a host is this machine, where pages and servers are developed. */
export function isThisMachine(host: string): boolean {
  return /^(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])$/.test(host);
}
