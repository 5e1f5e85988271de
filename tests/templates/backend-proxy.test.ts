/* eslint-disable n/no-unsupported-features/node-builtins -- what a route of Next runs on: fetch and its like are there in Node 20 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { backendPagesModule, backendRouteModule } from '../../src/templates/backend-proxy.ts';
import type { BackendProxyFacts } from '../../src/templates/backend-proxy.ts';

/** What the backend was asked. */
interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  body: string;
  isAborted: boolean;
}

const asked: Asked[] = [];
const servers: Server[] = [];
const folder = mkdtempSync(path.join(tmpdir(), 'httponly-proxy-'));

async function listen(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

let endStream = (): unknown => undefined;

function backend(req: IncomingMessage, res: ServerResponse): void {
  const one: Asked = { method: req.method!, url: req.url!, headers: req.headers, body: '', isAborted: false };
  asked.push(one);
  req.on('data', (chunk: Buffer) => (one.body += chunk.toString()));
  req.on('error', () => (one.isAborted = true));
  res.on('close', () => (one.isAborted ||= !res.writableFinished));
  if (req.url!.startsWith('/v1/slow')) return;
  if (req.url!.startsWith('/v1/stream')) {
    res.write('first');
    // The rest comes when it is asked for, however long the first takes.
    endStream = () => res.end('last');
    return;
  }
  req.on('end', () => {
    answer(req, res);
  });
}

function answer(req: IncomingMessage, res: ServerResponse): void {
  if (req.url === '/v1/denied')
    res.writeHead(401, { 'Content-Type': 'application/json', 'WWW-Authenticate': 'Bearer' }).end('{"error":"expired"}');
  else if (req.url === '/v1/moved') res.writeHead(302, { Location: '/v1/orders?page=2' }).end();
  else if (req.url === '/v1/away') res.writeHead(307, { Location: 'https://files.example/one?signature=x' }).end();
  else if (req.url === '/v1/up') res.writeHead(302, { Location: '/admin' }).end();
  else if (req.url === '/v1/none') res.writeHead(204).end();
  else
    res
      .writeHead(200, {
        'Content-Type': 'text/html',
        'Set-Cookie': ['a=1', 'b=2'],
        'Access-Control-Allow-Origin': '*',
        'X-Total': '3',
        Connection: 'X-Hop',
        'X-Hop': '1',
      })
      .end('<script>1</script>');
}

const FACTS: BackendProxyFacts = {
  route: '/api/backend',
  variable: 'SHOP_TEST_API',
  header: 'Authorization',
  scheme: 'Bearer ',
  tokenModule: './token.mjs',
  renews: false,
  form: { language: 'js', modules: 'esm', style: { quote: "'", semicolon: ';', indent: '  ', lineEnd: '\n' } },
};

/** The route as Next would load it, with limits that a test can wait for. */
async function load(name: string, text: string): Promise<Record<string, unknown>> {
  const file = path.join(folder, name);
  writeFileSync(file, text.replace('TIMEOUT = 30_000', 'TIMEOUT = 300').replace('25 * 1024 * 1024', '2_000'));
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<string, unknown>;
}

type Handler = (request: Request) => Promise<Response>;

/** Hands requests to a route of the app folder, as Next does. What has another path once it is read as an address is not its. */
function appServer(route: Record<string, unknown>, isRaw = false): RequestListener {
  return (req, res) => {
    const url = new URL(`http://${req.headers.host ?? 'localhost'}${req.url!.startsWith('/') ? '' : '/'}${req.url!}`);
    const handler = route[req.method!] as Handler | undefined;
    if (!handler || (!isRaw && !url.pathname.startsWith('/api/backend/'))) {
      res.writeHead(404).end('not the route');
      return;
    }
    const gone = new AbortController();
    res.on('close', () => {
      gone.abort();
    });
    const hasBody = !/^(?:GET|HEAD)$/.test(req.method!);
    const headers = new Headers(
      Object.entries(req.headers).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)] as [string, string]])),
    );
    const request = isRaw
      ? ({
          method: req.method!,
          url: `http://localhost${req.url!}`,
          headers,
          body: hasBody ? Readable.toWeb(req) : null,
          signal: gone.signal,
        } as unknown as Request)
      : new Request(url, {
          method: req.method!,
          headers,
          signal: gone.signal,
          ...(hasBody && { body: Readable.toWeb(req) as never, duplex: 'half' }),
        });
    void handler(request).then(async (answered) => {
      res.writeHead(answered.status, [...answered.headers].flat());
      if (!answered.body) res.end();
      else for await (const chunk of answered.body as unknown as AsyncIterable<Uint8Array>) res.write(chunk);
      res.end();
    });
  };
}

/** Hands requests to a route of the pages folder. */
function pagesServer(route: Record<string, unknown>): RequestListener {
  return (req, res) => {
    const response = Object.assign(res, {
      status(code: number) {
        res.statusCode = code;
        return res;
      },
    });
    void (route['default'] as (one: IncomingMessage, other: ServerResponse) => Promise<void>)(req, response);
  };
}

/** Sends bytes as they are, which no client would. @returns The status line's number. */
async function raw(port: number, lines: readonly string[]): Promise<number> {
  const text = await new Promise<string>((resolve, reject) => {
    let got = '';
    const socket = connect(port, '127.0.0.1', () =>
      socket.write([...lines, 'Host: shop.example', 'Connection: close', '', ''].join('\r\n')),
    );
    socket.on('data', (chunk) => (got += chunk.toString()));
    socket.on('end', () => {
      resolve(got);
    });
    socket.on('error', reject);
  });
  return Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]);
}

const ports: Record<string, number> = {};

beforeAll(async () => {
  const port = await listen(backend);
  process.env['SHOP_TEST_API'] = `http://127.0.0.1:${String(port)}/v1`;
  writeFileSync(
    path.join(folder, 'token.mjs'),
    `export const tokenIn = async (cookie) => (cookie.includes('session=ada') ? 'ada-token' : undefined);
export const renewedToken = async (cookie) => ({ token: 'fresh-token', setCookies: ['session=fresh; Path=/; HttpOnly', 'session.1=more; HttpOnly'] });
`,
  );
  const route = await load('route.mjs', backendRouteModule(FACTS));
  const pages = await load('pages.mjs', backendPagesModule(FACTS));
  ports['app'] = await listen(appServer(route));
  ports['unread'] = await listen(appServer(route, true));
  ports['pages'] = await listen(pagesServer(pages));
  ports['renewing'] = await listen(appServer(await load('renewing.mjs', backendRouteModule({ ...FACTS, renews: true }))));
  ports['custom'] = await listen(appServer(await load('custom.mjs', backendRouteModule({ ...FACTS, header: 'x-auth-token', scheme: '' }))));
  const unset = backendRouteModule({ ...FACTS, variable: 'SHOP_TEST_NOT_SET' });
  ports['unset'] = await listen(appServer(await load('unset.mjs', unset)));
});

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  asked.length = 0;
});

const at = (kind: string, rest: string): string => `http://127.0.0.1:${String(ports[kind])}/api/backend${rest}`;
const ADA = { cookie: 'theme=dark; session=ada' };

describe.each(['app', 'pages'])('requests of the pages, through a route of the %s folder', (kind) => {
  it('reach the backend with the token, their method, query and body', async () => {
    const answered = await fetch(at(kind, '/orders?page=2&q=a%20b'), {
      method: 'POST',
      headers: { ...ADA, 'content-type': 'application/json', 'x-client': 'web', 'sec-fetch-site': 'same-origin' },
      body: '{"item":"tea"}',
    });
    expect(answered.status).toBe(200);
    expect(asked).toMatchObject([{ method: 'POST', url: '/v1/orders?page=2&q=a%20b', body: '{"item":"tea"}' }]);
    expect(asked[0]!.headers).toMatchObject({ authorization: 'Bearer ada-token', 'x-client': 'web', 'content-type': 'application/json' });
  });

  it('go without cookies, without a token that a page made up, and without what is said of the connection', async () => {
    await fetch(at(kind, '/orders'), {
      headers: {
        ...ADA,
        authorization: 'Bearer made-up',
        'x-forwarded-for': '1.2.3.4',
        'x-middleware-subrequest': 'middleware',
        forwarded: 'for=x',
      },
    });
    const { headers } = asked[0]!;
    expect(headers.authorization).toBe('Bearer ada-token');
    for (const name of ['cookie', 'x-forwarded-for', 'x-middleware-subrequest', 'forwarded']) expect(headers).not.toHaveProperty(name);
  });

  it('go without any token where nobody is signed in', async () => {
    await fetch(at(kind, '/orders'), { headers: { authorization: 'Bearer made-up' } });
    expect(asked[0]!.headers).not.toHaveProperty('authorization');
  });

  it('get the answer without cookies of the backend, and as nothing that runs as a page of the app', async () => {
    const { headers } = await fetch(at(kind, '/orders'), { headers: ADA });
    expect(headers.get('x-total')).toBe('3');
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toContain('no-store');
  });

  it('get a 401 as it is, and an answer without a body', async () => {
    const denied = await fetch(at(kind, '/denied'), { headers: ADA });
    expect([denied.status, await denied.json()]).toEqual([401, { error: 'expired' }]);
    expect((await fetch(at(kind, '/none'), { headers: ADA })).status).toBe(204);
    expect((await fetch(at(kind, '/orders'), { method: 'HEAD', headers: ADA })).status).toBe(200);
  });

  it('get an answer as it comes', async () => {
    const answered = await fetch(at(kind, '/stream'), { headers: ADA });
    const reader = answered.body!.getReader();
    const first = await reader.read();
    expect(Buffer.from(first.value as Uint8Array).toString()).toBe('first');
    endStream();
    expect(Buffer.from((await reader.read()).value as Uint8Array).toString()).toBe('last');
  });

  it('are led to this route by a redirect of the backend, and to another host without the token', async () => {
    const where = async (rest: string): Promise<string | null> =>
      (await fetch(at(kind, rest), { headers: ADA, redirect: 'manual' })).headers.get('location');
    expect(await where('/moved')).toBe('/api/backend/orders?page=2');
    expect(await where('/away')).toBe('https://files.example/one?signature=x');
    expect(await where('/up')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/admin$/);
    // The route itself followed none of them.
    expect(asked.map(({ url }) => url)).toEqual(['/v1/moved', '/v1/away', '/v1/up']);
  });
});

describe.each(['app', 'pages'])('attacks on a route of the %s folder', (kind) => {
  it.each([
    '/..%2f..%2fadmin',
    '/orders/..%2fadmin',
    '/%2e%2e%2fadmin',
    '/..%252f..%252fadmin',
    '/orders/%252e%252e/%252e%252e/admin',
    '//evil.example/x',
    '/%2fevil.example/x',
    '/http:%2f%2fevil.example',
    '/http://evil.example/x',
    '/orders%5c..%5cadmin',
    '/orders%00',
    '/orders%0d%0aX-Evil:%201',
    '/%',
  ])('%s reaches nothing', async (rest) => {
    expect(await raw(ports[kind]!, [`GET /api/backend${rest} HTTP/1.1`, 'Cookie: session=ada'])).toBe(400);
    expect(asked).toEqual([]);
  });

  it.each([
    '/../admin',
    '/%2e%2e/admin',
    '/orders/../../admin',
    '/orders/%2e%2e/%2E%2e/admin',
    '/.%2e/admin',
    '\\..\\admin',
    '\\\\evil.example',
  ])('%s reaches nothing outside of the backend’s own paths', async (rest) => {
    expect([400, 404]).toContain(await raw(ports[kind]!, [`GET /api/backend${rest} HTTP/1.1`, 'Cookie: session=ada']));
    expect(asked).toEqual([]);
  });

  it.each([
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    [{ 'sec-fetch-site': 'same-site', origin: 'https://blog.shop.example' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: 'http://127.0.0.1.evil.example' }],
  ])('a forged POST with %o is refused', async (headers) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answered = await fetch(at(kind, '/orders'), {
        method,
        headers: { ...ADA, ...headers },
        ...(method !== 'DELETE' && { body: 'a=1' }),
      });
      expect(answered.status).toBe(403);
    }
    expect(asked).toEqual([]);
  });

  it('an own page’s POST by a browser that says its origin alone is passed on', async () => {
    const { status } = await fetch(at(kind, '/orders'), {
      method: 'POST',
      headers: { ...ADA, origin: `http://127.0.0.1:${String(ports[kind])}` },
      body: '1',
    });
    expect(status).toBe(200);
  });

  it('headers that a connection names for itself are dropped', async () => {
    await raw(ports[kind]!, [
      'GET /api/backend/orders HTTP/1.1',
      'Cookie: session=ada',
      'Connection: X-Client, Authorization',
      'X-Client: evil',
      'TE: trailers',
    ]);
    expect(asked[0]!.headers).not.toHaveProperty('x-client');
    expect(asked[0]!.headers).not.toHaveProperty('te');
    expect(asked[0]!.headers.authorization).toBe('Bearer ada-token');
  });

  it('a body that is too large is refused, whether its length is said or not', async () => {
    const headers = { ...ADA, 'sec-fetch-site': 'same-origin' };
    const large = 'x'.repeat(5_000);
    expect((await fetch(at(kind, '/orders'), { method: 'POST', headers, body: large })).status).toBe(413);
    const body = Readable.toWeb(Readable.from([large.slice(0, 1_500), large.slice(0, 1_500)].map((one) => Buffer.from(one))));
    const streamed = await fetch(at(kind, '/orders'), { method: 'POST', headers, body, duplex: 'half' } as unknown as RequestInit);
    expect(streamed.status).toBe(413);
  });

  it('a request that is given up is given up at the backend', async () => {
    const gone = new AbortController();
    const answered = fetch(at(kind, '/slow'), { headers: ADA, signal: gone.signal }).catch(() => 'gone');
    await expect.poll(() => asked.length).toBe(1);
    gone.abort();
    expect(await answered).toBe('gone');
    await expect.poll(() => asked[0]!.isAborted).toBe(true);
  });

  it('a backend that does not begin to answer is given up', async () => {
    const answered = await fetch(at(kind, '/slow'), { headers: ADA });
    expect(answered.status).toBe(504);
    await expect.poll(() => asked[0]!.isAborted).toBe(true);
  });
});

describe('a route that is handed an address as it was sent', () => {
  it.each([
    '/../admin',
    '/orders/../../admin',
    '/./orders',
    '/%2e%2e/admin',
    '\\..\\admin',
    '/orders\\..\\..\\admin',
    '//evil.example',
    '/@evil.example//',
  ])('%s reaches nothing', async (rest) => {
    expect(await raw(ports['unread']!, [`GET /api/backend${rest} HTTP/1.1`, 'Cookie: session=ada'])).toBe(400);
    expect(asked).toEqual([]);
  });
});

it('a path that looks like an authority stays a path of the backend', async () => {
  await fetch(at('app', '/@evil.example:80/x'), { headers: ADA });
  expect(asked.map(({ url }) => url)).toEqual(['/v1/@evil.example:80/x']);
});

it('a backend that has gone is told of, without a word of where it is', async () => {
  const before = process.env['SHOP_TEST_API'];
  const gone = await load('gone.mjs', backendRouteModule({ ...FACTS, variable: 'SHOP_TEST_GONE', written: 'http://127.0.0.1:1/v1' }));
  const answered = await (gone['GET'] as Handler)(new Request('http://shop.example/api/backend/orders', { headers: ADA }));
  expect(answered.status).toBe(502);
  expect(await answered.text()).not.toContain('127.0.0.1');
  expect(process.env['SHOP_TEST_API']).toBe(before);
});

it('a renewed session goes back to the browser, and the fresh token to the backend', async () => {
  const answered = await fetch(at('renewing', '/orders'), { headers: ADA });
  expect(asked[0]!.headers.authorization).toBe('Bearer fresh-token');
  expect(answered.headers.getSetCookie()).toEqual(['session=fresh; Path=/; HttpOnly', 'session.1=more; HttpOnly']);
});

it('the token goes in the header that the backend takes it in', async () => {
  await fetch(at('custom', '/orders'), { headers: { ...ADA, 'x-auth-token': 'made-up' } });
  expect(asked[0]!.headers['x-auth-token']).toBe('ada-token');
  await fetch(at('custom', '/orders'), { headers: { 'x-auth-token': 'made-up' } });
  expect(asked[1]!.headers).not.toHaveProperty('x-auth-token');
});

it('a socket is refused with a reason, and an address that is not set is told of', async () => {
  const { GET } = (await load('sockets.mjs', backendRouteModule(FACTS))) as { GET: Handler };
  const answered = await GET({
    method: 'GET',
    url: 'http://shop.example/api/backend/ws',
    headers: new Headers({ upgrade: 'websocket' }),
  } as unknown as Request);
  expect([answered.status, await answered.text()]).toEqual([501, expect.stringContaining('Sockets are not passed on')]);
  expect((await fetch(at('unset', '/orders'))).status).toBe(500);
});
