import { literal } from './literal.ts';
import type { ModuleForm } from './module.ts';
import { writeModule } from './module.ts';

/** What the route has to know that passes pages' requests on to a backend. */
export interface BackendProxyFacts {
  /** The route's own path: `/api/backend`. */
  readonly route: string;
  /** Where the backend is: a variable of the environment, an address, or an address for where the variable is not set. */
  readonly variable?: string;
  readonly written?: string;
  /** The header in which the backend takes the token, and what stands before it there. */
  readonly header: string;
  readonly scheme: string;
  /** The module that reads the token, as it is imported. */
  readonly tokenModule: string;
  /** Whether the token may be renewed on the way, and the cookie set anew. */
  readonly renews: boolean;
  readonly form: ModuleForm;
}

const ABOUT = [
  "Passes requests of our own pages on to the backend, and adds the token that pages do not have. Only the backend's own",
  'paths are reached; other sites cannot have a browser send anything that changes something.',
];

/** The route handler of the app folder: `app/api/backend/[...path]/route.ts`. */
export function backendRouteModule(facts: BackendProxyFacts): string {
  const token = facts.renews ? 'renewedToken' : 'tokenIn';
  return writeModule(
    {
      about: ABOUT,
      imports: [{ source: facts.tokenModule, names: `{ ${token} }` }],
      code: [settings(facts), APP_ENTRY(facts), sending(facts), PATHS, OWN_PAGES, HEADERS].join(''),
    },
    facts.form,
  );
}

/** The same for the pages folder, whose routes get Node's request and response: `pages/api/backend/[...path].ts`. */
export function backendPagesModule(facts: BackendProxyFacts): string {
  return writeModule(
    {
      about: ABOUT,
      imports: [
        { source: 'node:stream', names: '{ Readable }' },
        { source: 'node:stream/promises', names: '{ pipeline }' },
        { source: 'next', names: '{ NextApiRequest, NextApiResponse }', isType: true },
        { source: facts.tokenModule, names: '{ tokenIn }' },
      ],
      code: [settings(facts), PAGES_ENTRY, sending(facts), PATHS, OWN_PAGES, HEADERS].join(''),
    },
    facts.form,
  );
}

function settings({ route, variable, written }: BackendProxyFacts): string {
  const address = [...(variable === undefined ? [] : [`process.env.${variable}`]), ...(written === undefined ? [] : [literal(written)])];
  return `
/** Where the backend is. */
const BACKEND‹: string | undefined› = ${address.join(' ?? ')};
/** The path of this route. */
const ROUTE = ${literal(route)};
/** How many milliseconds the backend may take until it begins to answer. */
const TIMEOUT = 30_000;
/** How many bytes a request may have at most. */
const MOST_BYTES = 25 * 1024 * 1024;
const SAFE_METHODS = new Set(['GET', 'HEAD']);
`;
}

const APP_ENTRY = ({ renews }: BackendProxyFacts): string => `
export const dynamic = 'force-dynamic';

export const GET = passOn;
export const HEAD = passOn;
export const POST = passOn;
export const PUT = passOn;
export const PATCH = passOn;
export const DELETE = passOn;

async function passOn(request‹: Request›)‹: Promise<Response>› {
  const cookie = request.headers.get('cookie') ?? '';
${
  renews
    ? `  const refused = refusalOf(request.method, request.url, request.headers);
  if (refused) return refused;
  const { token, setCookies } = await renewedToken(cookie, new URL(request.url).origin);
  const answer = await send(request, token);
  for (const one of setCookies) answer.headers.append('Set-Cookie', one);
  return answer;`
    : `  const refused = refusalOf(request.method, request.url, request.headers);
  return refused ?? send(request, await tokenIn(cookie));`
}
}
`;

const PAGES_ENTRY = `
/** The body is passed on as it comes, and the answer as it comes. */
export const config = { api: { bodyParser: false, externalResolver: true, responseLimit: false } };

export default async function passOn(req‹: NextApiRequest›, res‹: NextApiResponse›)‹: Promise<void>› {
  const headers = new Headers(Object.entries(req.headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]‹ as [string, string]›])));
  const method = req.method ?? 'GET';
  const gone = new AbortController();
  res.on('close', () => gone.abort());
  const url = \`http://localhost\${req.url ?? ''}\`;
  const body = SAFE_METHODS.has(method) ? null : (Readable.toWeb(req)‹ as ReadableStream<Uint8Array>›);
  const answer = refusalOf(method, url, headers) ?? (await send({ method, url, headers, body, signal: gone.signal }, await tokenIn(req.headers.cookie ?? '')));
  res.status(answer.status);
  answer.headers.forEach((value, name) => res.setHeader(name, value));
  if (!answer.body) res.end();
  else await pipeline(Readable.fromWeb(answer.body‹ as never›), res).catch(() => res.destroy());
}
`;

function sending({ header, scheme }: BackendProxyFacts): string {
  const value = scheme === '' ? 'token' : `\`${scheme.replace(/[`\\$]/g, '')}\${token}\``;
  return `
/** What is passed on of a request. */
‹type Sent = { method: string; url: string; headers: Headers; body: ReadableStream<Uint8Array> | null; signal: AbortSignal };
›
/** Why a request is not passed on; undefined where it is. */
function refusalOf(method‹: string›, url‹: string›, headers‹: Headers›)‹: Response | undefined› {
  if (!BACKEND) return problem(500, 'The address of the backend is not set.');
  if (headers.has('upgrade')) return problem(501, 'Sockets are not passed on: open them at the backend itself.');
  if (!SAFE_METHODS.has(method) && !isOfOwnPages(headers)) return problem(403, 'This request comes from another site.');
  if (!addressOf(url)) return problem(400, 'This is no path of the backend.');
  if (Number(headers.get('content-length') ?? 0) > MOST_BYTES) return problem(413, 'This is too large.');
  return undefined;
}

/** Sends a request to the backend and gives its answer. Redirects are not followed: browsers get them, without the token. */
async function send({ method, url, headers, body, signal }‹: Sent›, token‹: string | undefined›)‹: Promise<Response>› {
  const target = addressOf(url)‹!›;
  const sent = headersToSend(headers);
  // What a page says there itself is nobody's.
  sent.delete(${literal(header)});
  if (token) sent.set(${literal(header)}, ${value});
  const stop = new AbortController();
  const onGone = ()‹: void› => stop.abort();
  signal.addEventListener('abort', onGone);
  let reason = 502;
  const timer = setTimeout(() => {
    reason = 504;
    stop.abort();
  }, TIMEOUT);
  const limited = limitedTo(MOST_BYTES, () => {
    reason = 413;
    stop.abort();
  });
  try {
    const answer = await fetch(target, {
      method,
      headers: sent,
      redirect: 'manual',
      cache: 'no-store',
      signal: stop.signal,
      ...(body && !SAFE_METHODS.has(method) ? { body: body.pipeThrough(limited), duplex: 'half' } : {}),
    }‹ as RequestInit›);
    const hasBody = ![204, 205, 304].includes(answer.status) && method !== 'HEAD';
    return new Response(hasBody ? answer.body : null, { status: answer.status, headers: headersToAnswer(answer, target) });
  } catch {
    return problem(reason, reason === 413 ? 'This is too large.' : 'The backend does not answer.');
  } finally {
    clearTimeout(timer);
  }
}

function problem(status‹: number›, error‹: string›)‹: Response› {
  return Response.json({ error }, { status, headers: { 'Cache-Control': 'no-store' } });
}

/** Lets so many bytes through, and no more. */
function limitedTo(most‹: number›, tooLarge‹: () => void›)‹: TransformStream<Uint8Array, Uint8Array>› {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes <= most) controller.enqueue(chunk);
      else tooLarge();
    },
  });
}
`;
}

const PATHS = `
/** The address at the backend that a request of this route is for; undefined for what is none. */
function addressOf(url‹: string›)‹: string | undefined› {
  const at = url.indexOf(\`\${ROUTE}/\`);
  const [path = '', ...query] = at < 0 ? [] : url.slice(at + ROUTE.length).split('?');
  const segments = path.replace(/^\\//, '').replace(/\\/$/, '').split('/');
  if (!segments.every(isSegment)) return undefined;
  const base = new URL(BACKEND‹!›);
  const below = base.pathname.replace(/\\/$/, '');
  const target = new URL(\`\${base.origin}\${below}\${path}\${query.length > 0 ? \`?\${query.join('?')}\` : ''}\`);
  // Whatever a parser makes of it: nothing but what is below the backend's own address.
  return target.origin === base.origin && target.pathname.startsWith(\`\${below}/\`) && !target.username ? target.href : undefined;
}

/** What no address holds, and ends a line of a request. */
function isControl(letter‹: string›)‹: boolean› {
  return letter < ' ' || (letter >= '\\x7f' && letter <= '\\x9f');
}

/** Whether a part of a path is one, however often it is encoded: no way up, no further slash, nothing that ends a line. */
function isSegment(segment‹: string›)‹: boolean› {
  let text = segment;
  for (let times = 0; times < 5; times++) {
    if (text === '' || text === '.' || text === '..' || /[/\\\\]/.test(text) || text.split('').some(isControl)) return false;
    try {
      const decoded = decodeURIComponent(text);
      if (decoded === text) return true;
      text = decoded;
    } catch {
      // A percent sign that encodes nothing: as it came it is no address.
      return times > 0;
    }
  }
  return false;
}
`;

const OWN_PAGES = `
/** Whether a request comes from our own pages, or from a program that is no browser. Browsers always say one of the two. */
function isOfOwnPages(headers‹: Headers›)‹: boolean› {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = headers.get('origin');
  if (origin === null) return true;
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return URL.canParse(origin) && new URL(origin).host === host;
}
`;

const HEADERS = `
/** What is between two neighbours, and not for whom it is passed on to: RFC 9110, 7.6.1. */
const OF_CONNECTION = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** What the backend gets of a request's headers: no cookies, no token but ours, nothing that is said of the connection. */
function headersToSend(from‹: Headers›)‹: Headers› {
  const headers = new Headers(from);
  const named = (from.get('connection') ?? '').split(',').map((name) => name.trim().toLowerCase());
  const dropped = [...OF_CONNECTION, ...named, 'cookie', 'authorization', 'host', 'content-length', 'expect', 'accept-encoding', 'forwarded'];
  for (const name of dropped) if (/^[\\w-]+$/.test(name)) headers.delete(name);
  for (const name of Array.from(headers.keys())) if (/^x-(?:forwarded|middleware|nextjs|invoke|real-ip)/.test(name)) headers.delete(name);
  return headers;
}

/** What a page gets of the answer's headers: no cookies of the backend for this origin, and nothing that would run as a page of it. */
function headersToAnswer(answer‹: Response›, target‹: string›)‹: Headers› {
  const headers = new Headers(answer.headers);
  for (const name of [...OF_CONNECTION, 'set-cookie', 'content-encoding', 'content-length', 'www-authenticate', 'alt-svc', 'clear-site-data'])
    headers.delete(name);
  for (const name of Array.from(headers.keys())) if (name.startsWith('access-control-')) headers.delete(name);
  if (!headers.has('cache-control')) headers.set('Cache-Control', 'private, no-store');
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Content-Security-Policy', \`default-src 'none'; sandbox\`);
  const location = headers.get('location');
  if (location !== null) headers.set('Location', ownLocation(location, target));
  return headers;
}

/** A redirect to another path of the backend leads to this route; one to another host stays, and goes without the token. */
function ownLocation(location‹: string›, target‹: string›)‹: string› {
  if (!URL.canParse(location, target)) return location;
  const to = new URL(location, target);
  const base = new URL(BACKEND‹!›);
  const below = base.pathname.replace(/\\/$/, '');
  if (to.origin !== base.origin || !to.pathname.startsWith(\`\${below}/\`)) return to.href;
  return \`\${ROUTE}\${to.pathname.slice(below.length)}\${to.search}\`;
}
`;
