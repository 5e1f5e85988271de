import type { ModuleForm } from './module.ts';
import { writeModule } from './module.ts';

/** The module by which the server hands the cookies of a backend on to browsers: for who signs in on the server. */
export function backendCookiesModule(form: ModuleForm): string {
  return writeModule(
    {
      about: [
        'People sign in at the backend through this server, so that the cookies which it sets come here. They are handed on to the',
        'browser, which sends them to the backend itself: no script of a page can read them.',
      ],
      imports: [{ source: 'next/headers', names: '{ cookies }' }],
      code: CODE,
    },
    form,
  );
}

const CODE = `
/** The domain of app and backend, where they are on different hosts of one: example.com of www.example.com and api.example.com. */
const DOMAIN = process.env.BACKEND_COOKIE_DOMAIN;

/** Hands the cookies that the backend has set on to the browser. */
export async function passCookiesOn(answer‹: { headers: object }›)‹: Promise<void>› {
  const set = setCookiesOf(answer.headers).flatMap((text) => cookieOf(text) ?? []);
  if (set.length === 0) return;
  const jar = await cookies();
  try {
    for (const cookie of set) jar.set(cookie);
  } catch {
    // While a page is rendered no cookie can be set: the browser gets the next one.
  }
}

/** Ends the session at the backend, and has the browser forget its cookies. */
export async function endBackendSession(url‹: string›)‹: Promise<void>› {
  try {
    await passCookiesOn(await fetch(url, { method: 'POST', cache: 'no-store' }));
  } catch (error) {
    console.error('The backend did not end the session.', error);
  }
}

/** Of an answer of fetch, or of axios. */
function setCookiesOf(headers‹: object›)‹: string[]› {
  const { getSetCookie } = headers‹ as { getSetCookie?: () => string | string[] }›;
  const set = getSetCookie ? getSetCookie.call(headers) : (headers‹ as Record<string, string | string[] | undefined>›)['set-cookie'];
  return set === undefined ? [] : [set].flat();
}

/** https://www.rfc-editor.org/rfc/rfc6265#section-4.1 */
function cookieOf(text‹: string›) {
  const [pair = '', ...attributes] = text.split(/;\\s*/);
  const at = pair.indexOf('=');
  if (at < 1) return undefined;
  const named = new Map(attributes.map((one) => [(one.split('=')[0] ?? '').toLowerCase(), one.slice(one.indexOf('=') + 1)]‹ as const›));
  const name = pair.slice(0, at);
  const [maxAge, expires, sameSite] = ['max-age', 'expires', 'samesite'].map((one) => named.get(one));
  return {
    name,
    value: decoded(pair.slice(at + 1)),
    httpOnly: true,
    path: named.get('path') ?? '/',
    secure: named.has('secure'),
    sameSite: /^(?:strict|none)$/i.test(sameSite ?? '') ? (sameSite‹!›.toLowerCase()‹ as 'strict' | 'none'›) : ('lax'‹ as const›),
    // A cookie of that prefix is of one host alone.
    ...(DOMAIN && !name.startsWith('__Host-') ? { domain: DOMAIN } : {}),
    ...(maxAge === undefined ? {} : { maxAge: Number(maxAge) }),
    ...(expires === undefined ? {} : { expires: new Date(expires) }),
  };
}

/** Next encodes it anew. */
function decoded(value‹: string›)‹: string› {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
`;
