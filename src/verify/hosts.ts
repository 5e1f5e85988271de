import { getDomain } from 'tldts';

/** Whether a host is this machine, whatever its name: https://www.rfc-editor.org/rfc/rfc6761#section-6.3 */
export function isLoopback(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i.test(hostname);
}

/**
 * The address to look at.
 *
 * @throws {Error} When it is none, and when it is another machine's and nobody said that it is the user's own.
 */
export function checkedAddress(written: string, isRemote: boolean): URL {
  const text = /^[a-z][a-z\d+.-]*:\/\//i.test(written) ? written : `http://${written}`;
  if (!URL.canParse(text)) throw new Error(`'${written}' is no address of an app. One is http://localhost:5173.`);
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol)) throw new Error(`'${written}': an app is reached by http: or https:.`);
  if (!isRemote && !isLoopback(url.hostname))
    throw new Error(
      `${url.hostname} is not this machine. --remote says that the app there is your own, and may be signed in to and tested.`,
    );
  return url;
}

/** Whether requests may be made again at an address: at the app's own machine, or at the site that the app is of. */
export function isOfApp(app: URL, address: string): boolean {
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) return false;
  if (url.hostname === app.hostname) return true;
  if (isLoopback(app.hostname)) return isLoopback(url.hostname);
  const site = getDomain(app.hostname, { allowPrivateDomains: true });
  return site !== null && getDomain(url.hostname, { allowPrivateDomains: true }) === site;
}
