import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIRequestContext, BrowserContext, Page } from 'playwright-core';
import { isSignInPath, isSignOutPath, isSignUpPath } from '../credentials/session-words.ts';
import { isThisMachine } from '../hosts.ts';
import { isOfApp } from './app-address.ts';
import type { SentRequest } from './traffic.ts';

/** Something that the server does and should not. */
export interface ServerProblem {
  readonly check: 'cors' | 'forged request' | 'sign-out';
  readonly request: string;
  readonly problem: string;
}

/** So many requests are made again for each question, at most. */
const MOST_TRIED = 5;

/** Origins that no app means to let in: another site, a look-alike of the app's own at either end, and one without a name. */
function foreignOrigins(app: URL): string[] {
  return ['https://evil.example', `${app.origin}.evil.example`, `${app.protocol}//evil${app.host}`, 'null'];
}

/** Requests of the app that read data, one for each address. */
function readingRequests(requests: readonly SentRequest[], app: URL): SentRequest[] {
  const ofData = requests.filter(
    ({ method, type, status, url }) => method === 'GET' && /^(?:xhr|fetch)$/.test(type) && status < 300 && isOfApp(app, url),
  );
  return [...new Map(ofData.map((one) => [new URL(one.url).origin + new URL(one.url).pathname, one])).values()];
}

/** Whether pages of other sites may read what the API says to whoever is signed in: credentials, and an origin that is let in. */
export async function checkCors(context: BrowserContext, requests: readonly SentRequest[], app: URL): Promise<ServerProblem[]> {
  const problems: ServerProblem[] = [];
  const withCookie = readingRequests(requests, app).filter(({ cookie }) => cookie !== undefined);
  for (const { url } of withCookie.slice(0, MOST_TRIED)) {
    for (const origin of foreignOrigins(app)) {
      const answer = await context.request.get(url, { headers: { Origin: origin }, maxRedirects: 0, failOnStatusCode: false });
      const headers = answer.headers();
      if (headers['access-control-allow-credentials'] !== 'true' || headers['access-control-allow-origin'] !== origin) continue;
      problems.push({
        check: 'cors',
        request: `GET ${new URL(url).pathname}`,
        problem: `pages of ${origin === 'null' ? 'any sandbox' : origin} may read the answer with the session: name your own origins`,
      });
      break;
    }
  }
  return problems;
}

/** What a request is answered that carries these headers, and no cookie but theirs. @param bare Of a browser that visited nothing. */
async function statusOf(bare: APIRequestContext, request: SentRequest, headers: Readonly<Record<string, string>>): Promise<number> {
  const { method, url, contentType, body } = request;
  const answer = await bare.fetch(url, {
    method,
    headers: { ...headers, ...(contentType !== undefined && { 'Content-Type': contentType }) },
    maxRedirects: 0,
    ...(body !== undefined && { data: body }),
  });
  await answer.dispose();
  return answer.status();
}

/** Runs with a browser profile that has visited nothing, and takes it away. */
async function withoutCookies<T>(context: BrowserContext, run: (bare: APIRequestContext) => Promise<T>): Promise<T> {
  const empty = await context.browser()!.newContext({ ignoreHTTPSErrors: true });
  try {
    return await run(empty.request);
  } finally {
    await empty.close();
  }
}

const GOES_ON =
  'what the session was carried by is still accepted after sign-out: whoever copied it stays signed in until it expires. ' +
  'Keep sessions at the server, or a list of those that ended';

/**
 * Whether a session goes on at the server when somebody has signed out, by the requests that needed it and what they carried.
 *
 * @param requests Those that were made while somebody was signed in.
 * @returns What goes on; undefined where no request needed a session, so that nothing can be said.
 */
export async function checkSignOut(
  context: BrowserContext,
  requests: readonly SentRequest[],
  app: URL,
): Promise<ServerProblem[] | undefined> {
  const carried = readingRequests(requests, app).filter(({ authorization, cookie }) => authorization ?? cookie);
  return await withoutCookies(context, async (bare) => {
    let guarded = 0;
    for (const request of carried) {
      if ((await statusOf(bare, request, {})) < 300) continue;
      guarded++;
      const { authorization, cookie } = request;
      const headers = { ...(authorization && { Authorization: authorization }), ...(cookie && { Cookie: cookie }) };
      if ((await statusOf(bare, request, headers)) < 300)
        return [{ check: 'sign-out', request: `GET ${new URL(request.url).pathname}`, problem: GOES_ON }];
      if (guarded === MOST_TRIED) break;
    }
    return guarded === 0 ? undefined : [];
  });
}

/** Requests that change something, as a page of another site could send them. */
function changingRequests(requests: readonly SentRequest[], app: URL): SentRequest[] {
  const ofApp = requests.filter(({ method, url, status }) => method === 'POST' && status < 400 && isOfApp(app, url));
  const changing = ofApp.filter(({ url }) => {
    const { pathname } = new URL(url);
    return !isSignInPath(pathname) && !isSignUpPath(pathname) && !isSignOutPath(pathname);
  });
  return [...new Map(changing.map((one) => [new URL(one.url).pathname, one])).values()].slice(0, MOST_TRIED);
}

/**
 * Posts what the app posted, from a page of another site in the same browser.
 *
 * @returns What was accepted; undefined where the app posted nothing, so that nothing can be said.
 */
export async function checkForgery(
  context: BrowserContext,
  requests: readonly SentRequest[],
  app: URL,
): Promise<ServerProblem[] | undefined> {
  const posted = changingRequests(requests, app);
  if (posted.length === 0) return undefined;
  return await withoutCookies(context, async (bare) => {
    const elsewhere = await startElsewhere(app);
    const page = await context.newPage();
    const problems: ServerProblem[] = [];
    try {
      for (const request of posted) {
        // What anybody may do needs no forging.
        if ((await statusOf(bare, request, {})) < 400) continue;
        await page.goto(elsewhere.url);
        const status = await forgedStatus(page, request);
        if (status < 400)
          problems.push({ check: 'forged request', request: `POST ${new URL(request.url).pathname}`, problem: forged(status) });
      }
    } finally {
      await page.close();
      await elsewhere.stop();
    }
    return problems;
  });
}

function forged(status: number): string {
  return (
    `a page of another site posted it in the user's name and was answered ${String(status)}: ` +
    'refuse requests whose origin is not yours, and set SameSite=Lax'
  );
}

/** A page of another site. 127.0.0.1 and localhost are different sites, and both are here. */
async function startElsewhere(app: URL): Promise<{ url: string; stop: () => Promise<unknown> }> {
  const server = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end('<title>elsewhere</title>'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = isThisMachine(app.hostname) && app.hostname.startsWith('127.') ? 'localhost' : '127.0.0.1';
  return {
    url: `http://${host}:${String((server.address() as AddressInfo).port)}/`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * Posts a form, which is what a page of another site can send, and leave with: then cookies go along that say nothing of other
 * sites, for two minutes after they were set (https://chromestatus.com/feature/5088147346030592).
 */
async function forgedStatus(page: Page, { url, contentType, body = '' }: SentRequest): Promise<number> {
  const answered = page.waitForResponse((response) => response.url() === url && response.request().method() === 'POST', {
    timeout: 10_000,
  });
  const form = {
    url,
    enctype: FORM.test(contentType ?? '') ? 'application/x-www-form-urlencoded' : 'text/plain',
    fields: fieldsOf(contentType, body),
  };
  await page.evaluate(`(({ url, enctype, fields }) => {
    const form = Object.assign(document.createElement('form'), { method: 'post', action: url, enctype });
    for (const [name, value] of fields) form.append(Object.assign(document.createElement('input'), { name, value, type: 'hidden' }));
    document.body.append(form);
    form.submit();
  })(${JSON.stringify(form)})`);
  return (await answered).status();
}

const FORM = /^application\/x-www-form-urlencoded\b/i;

/** The fields of a form that says what a body says. In JSON an equals sign, which a form writes by itself, hides in a member more. */
function fieldsOf(contentType: string | undefined, body: string): readonly (readonly [string, string])[] {
  if (FORM.test(contentType ?? '')) return [...new URLSearchParams(body)];
  return /^\s*\{.*\}\s*$/s.test(body) ? [[body.replace(/\}\s*$/, /^\s*\{\s*\}/.test(body) ? '"_":"' : ',"_":"'), '"}']] : [[body, '']];
}
