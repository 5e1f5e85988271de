import { literal, optionalMember } from './literal.ts';
import type { ModuleForm, ModuleImport } from './module.ts';
import { when, writeModule } from './module.ts';

/** What the module has to know that reads a backend's token out of the session's encrypted cookie. */
export interface BackendTokenFacts {
  /** The major version of next-auth. */
  readonly version: 4 | 5;
  /** Whether its callers are in the pages folder, and hand it the request; in the app folder it asks for the request's cookies. */
  readonly isForPages: boolean;
  /** Whether code of the app reads the token, and whether the generated route does. */
  readonly readers: { readonly app: boolean; readonly route: boolean };
  /** The way down from the token of the `jwt` callback. */
  readonly token: readonly string[];
  /** The environment's variables that may hold the secret, the first that is set counts. */
  readonly secrets: readonly string[];
  /** The module of NextAuth's own route, which is asked where its `jwt` callback renews the token. */
  readonly renewal?: { readonly source: string; /** `GET`, or `handlers`. */ readonly name: string };
  readonly form: ModuleForm;
}

/** https://next-auth.js.org/configuration/options#cookies, https://authjs.dev/reference/core#cookies */
const COOKIES = { 4: 'next-auth.session-token', 5: 'authjs.session-token' } as const;

/** The module by which code of the server, and of nothing else, has the backend's token. */
export function backendTokenModule(facts: BackendTokenFacts): string {
  const { version, renewal, isForPages, readers } = facts;
  return writeModule(
    {
      about: [
        "The backend's token is in NextAuth's encrypted HttpOnly cookie. Code of the server reads it here; no session has it,",
        'so that no script of a page can.',
      ],
      imports: importsOf(facts),
      code: [
        ...when(isForPages, () => ONLY_ON_SERVERS),
        constants(facts),
        ...when(readers.app, () => (isForPages ? READER_FOR_PAGES : readerForApp(renewal !== undefined))),
        COOKIE_NAME,
        version === 4 ? TOKEN_4(facts) : TOKEN_5(facts),
        ...when(renewal !== undefined, () => renewed(renewal!.name, readers.route)),
      ].join(''),
    },
    facts.form,
  );
}

function importsOf({ isForPages, renewal, readers }: BackendTokenFacts): ModuleImport[] {
  return [
    ...(isForPages ? [] : [{ source: 'server-only', names: '' }]),
    { source: 'next-auth/jwt', names: '{ getToken }' },
    ...(isForPages || !readers.app ? [] : [{ source: 'next/headers', names: renewal ? '{ cookies, headers }' : '{ cookies }' }]),
    ...(renewal
      ? [
          { source: 'next/server', names: '{ NextRequest }' },
          { source: renewal.source, names: `{ ${renewal.name} }` },
        ]
      : []),
  ];
}

const ONLY_ON_SERVERS = `
if (typeof window !== 'undefined') throw new Error('The backend token is for code of the server alone.');
`;

function constants({ version }: BackendTokenFacts): string {
  return `
const COOKIE = ${literal(COOKIES[version])};
/** With https the cookie has a name that no other site of the domain can set. */
const SECURE_COOKIE = ${literal(`__Secure-${COOKIES[version]}`)};
`;
}

function readerForApp(renews: boolean): string {
  return `
/** The backend's token of whoever is signed in; undefined where nobody is. */
export async function readBackendToken()‹: Promise<string | undefined>› {
  const cookie = (await cookies()).toString();
${renews ? '  return (await renewedToken(cookie, await ownOrigin())).token;' : '  return tokenIn(cookie);'}
}
${
  renews
    ? `
/** Where this request came to, as far as its headers say. */
async function ownOrigin()‹: Promise<string>› {
  const asked = await headers();
  const host = asked.get('x-forwarded-host') ?? asked.get('host') ?? 'localhost';
  const scheme = asked.get('x-forwarded-proto') ?? 'http';
  return \`\${scheme}://\${host}\`;
}
`
    : ''
}`;
}

const READER_FOR_PAGES = `
/** The backend's token of whoever is signed in and sent a request; undefined where nobody is. */
export async function readBackendToken(request‹: { headers: { cookie?: string } }›)‹: Promise<string | undefined>› {
  return tokenIn(request.headers.cookie ?? '');
}
`;

const COOKIE_NAME = `
/** The name of the session's cookie among those of a request. */
function nameIn(cookie‹: string›)‹: string› {
  const names = cookie.split(/;\\s*/).map((pair) => (pair.split('=')[0] ?? '').replace(/\\.\\d+$/, ''));
  return names.includes(SECURE_COOKIE) ? SECURE_COOKIE : COOKIE;
}
`;

function exported(isExported: boolean): string {
  return isExported ? 'export ' : '';
}

/** What the secret is read from. Where that is not known, a mark at the place that has it says so. */
function secretText(secrets: readonly string[]): string {
  return secrets.length === 0 ? 'undefined' : secrets.map((one) => `process.env.${one}`).join(' ?? ');
}

/** `token?.user?.token` of what is in the cookie, with a type for what is not declared. */
function pickOf(token: readonly string[]): string {
  const shape = token.reduceRight((inner, step) => `{ ${/^[\w$]+$/.test(step) ? step : literal(step)}?: ${inner} }`, 'string');
  const way = token.map(optionalMember).join('');
  return `(token‹ as ${shape} | null›)${way}`;
}

/** next-auth.js.org/tutorials/securing-pages-and-api-routes#using-gettoken. Without headers no `Authorization` is taken for it. */
const TOKEN_4 = ({ secrets, token, readers, renewal }: BackendTokenFacts): string => `
/** The backend's token in the cookies of a request. */
${exported(readers.route && !renewal)}async function tokenIn(cookie‹: string›)‹: Promise<string | undefined>› {
  const cookieName = nameIn(cookie);
  // A long token is in several cookies, which are numbered.
  const pairs = cookie.split(/;\\s*/).map((pair) => pair.split('=')).filter(([name]) => name?.replace(/\\.\\d+$/, '') === cookieName);
  const cookies = Object.fromEntries(pairs);
  const request = { cookies, headers: {} };
  const token = await getToken({
    req: request‹ as never›,
    cookieName,
    secureCookie: cookieName === SECURE_COOKIE,
    secret: ${secretText(secrets)},
  });
  return ${pickOf(token)};
}
`;

/** https://authjs.dev/reference/nextjs/jwt#gettoken. The salt is the cookie's name. */
const TOKEN_5 = ({ secrets, token, readers, renewal }: BackendTokenFacts): string => `
/** The backend's token in the cookies of a request. */
${exported(readers.route && !renewal)}async function tokenIn(cookie‹: string›)‹: Promise<string | undefined>› {
  const cookieName = nameIn(cookie);
  const token = await getToken({
    req: { headers: new Headers({ cookie }) },
    cookieName,
    salt: cookieName,
    secureCookie: cookieName === SECURE_COOKIE,
    secret: ${secretText(secrets)},
  });
  return ${pickOf(token)};
}
`;

/** NextAuth's own session endpoint runs the \`jwt\` callback, which renews the token where that is due, and sets the cookie anew. */
function renewed(name: string, isExported: boolean): string {
  const handler = name === 'handlers' ? 'handlers.GET' : 'GET';
  return `
/** What a renewal gave: the token, and the cookies that browsers have to get. */
‹type Renewed = { token: string | undefined; setCookies: string[] };
›
/** The token after the jwt callback has renewed it where that is due, and the cookies to send back then. */
${exported(isExported)}async function renewedToken(cookie‹: string›, origin‹: string›)‹: Promise<Renewed>› {
  if (!cookie.includes(COOKIE)) return { token: undefined, setCookies: [] };
  const request = new NextRequest(new URL('/api/auth/session', origin), { headers: { cookie } });
  const handler = ${handler}‹ as (request: NextRequest, context: unknown) => Promise<Response>›;
  const answer = await handler(request, { params: { nextauth: ['session'] } });
  const setCookies = answer.headers.getSetCookie();
  const token = await tokenIn(withCookies(cookie, setCookies));
  // The browser has what was not renewed: a slow answer would bring it back after another has renewed it.
  return { token, setCookies: token === (await tokenIn(cookie)) ? [] : setCookies };
}

/** The cookies of a request as they are once a browser has taken others. */
function withCookies(cookie‹: string›, setCookies‹: string[]›)‹: string› {
  const pairs = cookie.split(/;\\s*/).map((pair) => [pair.split('=')[0], pair]‹ as const›);
  const set = setCookies.map((one) => one.split(';')[0] ?? '').map((pair) => [pair.split('=')[0], pair]‹ as const›);
  return Array.from(new Map([...pairs, ...set]).values()).filter((pair) => !pair.endsWith('=')).join('; ');
}
`;
}
