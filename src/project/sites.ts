import { parse } from 'tldts';

/**
 * The site of a host as browsers tell sites apart for cookies: the registrable domain by the public suffix list, whose
 * private part counts (https://publicsuffix.org), else the host itself.
 */
export function siteOf(host: string): string {
  return parse(host, { allowPrivateDomains: true }).domain ?? host;
}

/** Whether everybody below the host's suffix is a site of their own: `shop.onrender.com`, `shop.vercel.app`. */
export function isOnPlatform(host: string): boolean {
  return parse(host, { allowPrivateDomains: true }).isPrivate === true;
}
