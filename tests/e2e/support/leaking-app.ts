import type { Duplex } from 'node:stream';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { createHash } from 'node:crypto';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token of the shape that servers sign. Its signature is one of nothing. */
export const JWT = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: 'ada', iat: 1_700_000_000 })}.c2lnbmF0dXJlLW9mLW5vdGhpbmc`;

/** A frame of more than 125 bytes has its length in two bytes: https://www.rfc-editor.org/rfc/rfc6455#section-5.2 */
const FRAME = { about: 'a'.repeat(130) };

/** A place in which the app leaves its token, and the code of the page that does it: `TOKEN` is there. */
export const LEAKS: Readonly<Record<string, string>> = {
  localStorage: `localStorage.setItem('app', JSON.stringify({ user: { accessToken: TOKEN } }))`,
  sessionStorage: `sessionStorage.setItem('token', TOKEN)`,
  IndexedDB: `const opening = indexedDB.open('app'); opening.onupgradeneeded = () => opening.result.createObjectStore('session');
    opening.onsuccess = () => opening.result.transaction('session', 'readwrite').objectStore('session').put({ token: TOKEN }, 'ada')`,
  'Cache Storage': `caches.open('api').then((cache) => cache.put('/cached', new Response(JSON.stringify({ token: TOKEN }), { headers: { 'Content-Type': 'application/json' } })))`,
  'document.cookie': `document.cookie = 'access_token=' + TOKEN + '; path=/'`,
  window: `window.__STATE__ = { auth: new Map([['token', TOKEN]]) }`,
  document: `document.body.dataset.token = TOKEN`,
  'history.state': `history.replaceState({ token: TOKEN }, '')`,
  address: `history.replaceState(null, '', '/?token=' + TOKEN)`,
  Referer: `history.replaceState(null, '', '/?token=' + TOKEN); fetch('/public', { referrerPolicy: 'unsafe-url' })`,
  'response body': `fetch('/session?whole')`,
  'response header': `fetch('/session?header')`,
  'request header': `fetch('/public', { headers: { 'X-Access-Token': TOKEN } })`,
  WebSocket: `new WebSocket('ws://' + location.host + '/socket')`,
  'event stream': `new EventSource('/events')`,
  message: `const channel = new BroadcastChannel('tabs'); channel.postMessage({ token: TOKEN })`,
  'service worker': `navigator.serviceWorker.register('/worker.js').then(() => navigator.serviceWorker.ready).then(({ active }) => active.postMessage(TOKEN.split('')))`,
};

/** How the app goes wrong. */
export interface Faults {
  readonly leak?: string;
  /** Attributes of the session's cookie. */
  readonly cookie?: string;
  /** Whether every site may read what it answers. */
  readonly letsEveryOriginIn?: boolean;
  /** Whether it takes what pages of other sites post. */
  readonly takesForgedPosts?: boolean;
  /** Whether what it signed is good after somebody signed out. */
  readonly isStateless?: boolean;
  /** Whether it forgets to take the cookie away. */
  readonly hasNoSignOut?: boolean;
}

/** A small app with a form, a session in a cookie, and one fault or none. */
export class LeakingApp {
  private readonly server: Server;
  private readonly sessions = new Set<string>();
  private readonly sockets: Duplex[] = [];
  private readonly faults: Faults;
  url = '';

  constructor(faults: Faults) {
    this.faults = faults;
    this.server = createServer((request, response) => {
      this.answer(request, response);
    });
    this.server.on('upgrade', (request, socket) => {
      this.sockets.push(socket);
      const key = String(request.headers['sec-websocket-key']);
      const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
      );
      const text = Buffer.from(JSON.stringify({ token: this.token, ...FRAME }));
      socket.write(Buffer.concat([Buffer.from([0x81, 126, text.length >> 8, text.length & 255]), text]));
    });
  }

  /** An app that leaves its token nowhere has none but the cookie's. */
  private get token(): string {
    return this.faults.leak === undefined ? '' : JWT;
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://localhost:${String((this.server.address() as { port: number }).port)}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, search } = new URL(request.url!, 'http://localhost');
    const session = /sid=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1];
    const isSignedIn = session !== undefined && (this.sessions.has(session) || (this.faults.isStateless === true && session.length > 20));
    if (this.faults.letsEveryOriginIn && request.headers.origin)
      response.setHeader('Access-Control-Allow-Origin', request.headers.origin).setHeader('Access-Control-Allow-Credentials', 'true');
    const routes: Readonly<Record<string, () => void>> = {
      'GET /': () => {
        this.page(response, isSignedIn);
      },
      'POST /login': () => {
        this.signIn(response);
      },
      'POST /logout': () => {
        this.signOut(response, session);
      },
      'GET /me': () => {
        json(response, isSignedIn ? 200 : 401, { name: 'Ada' });
      },
      'POST /items': () => {
        this.addItem(request, response, isSignedIn);
      },
      'GET /session': () => {
        if (search === '?header') response.setHeader('X-Auth-Token', this.token);
        json(response, 200, search === '?whole' ? { data: { token: this.token } } : {});
      },
      'GET /events': () =>
        response.setHeader('Content-Type', 'text/event-stream').write(`data: ${JSON.stringify({ token: this.token })}\n\n`),
      'GET /worker.js': () =>
        response
          .setHeader('Content-Type', 'text/javascript')
          .end(`onmessage = ({ data }) => { self.session = { token: data.join('') }; };`),
    };
    const route = routes[`${request.method!} ${pathname}`];
    if (route) route();
    else json(response, 200, {});
  }

  private addItem(request: IncomingMessage, response: ServerResponse, isSignedIn: boolean): void {
    const isForeign = request.headers.origin !== undefined && request.headers.origin !== this.url;
    json(response, !isSignedIn ? 401 : isForeign && !this.faults.takesForgedPosts ? 403 : 201, {});
  }

  private signIn(response: ServerResponse): void {
    const session = `s${createHash('sha256').update(String(Math.random())).digest('hex')}`;
    this.sessions.add(session);
    response.setHeader('Set-Cookie', `sid=${session}; Path=/; ${this.faults.cookie ?? 'HttpOnly; SameSite=Lax; Max-Age=3600'}`);
    response.writeHead(303, { Location: '/' }).end();
  }

  private signOut(response: ServerResponse, session: string | undefined): void {
    this.sessions.delete(session ?? '');
    if (!this.faults.hasNoSignOut) response.setHeader('Set-Cookie', 'sid=; Path=/; Max-Age=0');
    response.writeHead(303, { Location: '/' }).end();
  }

  /** The token is put together in the page: whatever holds it, it was not the page's own text. */
  private page(response: ServerResponse, isSignedIn: boolean): void {
    const leak = LEAKS[this.faults.leak ?? ''] ?? '';
    const pieces = JSON.stringify(this.token.split('').map((one) => one.charCodeAt(0)));
    const script = `{ const TOKEN = String.fromCharCode(...${pieces}); ${leak} }
      fetch('/me').then(() => fetch('/items', { method: 'POST', body: 'name=shelf' }));`;
    response
      .setHeader('Content-Type', 'text/html')
      .end(
        isSignedIn
          ? `<!doctype html><title>App</title><h1>Hello Ada</h1><form method="post" action="/logout"><button>Sign out</button></form><script>${script}</script>`
          : `<!doctype html><title>App</title><form method="post" action="/login"><input name="email"><input name="password" type="password"><button>Sign in</button></form>`,
      );
  }
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}
