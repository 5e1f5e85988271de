import { isThisMachine, siteOf } from '../hosts.ts';

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
  if (!isRemote && !isThisMachine(url.hostname))
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
  if (isThisMachine(app.hostname)) return isThisMachine(url.hostname);
  return siteOf(url.hostname) === siteOf(app.hostname);
}
