import type { BrowserContext, Page, Request, Response, WebSocket } from 'playwright-core';
import { withoutConnection, withoutConnectionName } from './engine-io.ts';
import type { PageMessage } from './in-page.ts';
import { watchMessages } from './in-page.ts';
import type { TokenBook, ReadableText } from './tokens.ts';
import { isCredentialName, isRandom } from './tokens.ts';

/** What a script could read, at which step of the visit and on which page. */
export interface SeenText extends ReadableText {
  readonly step: string;
}

/** A request that the app made, as far as it is made again by the checks. */
export interface SentRequest {
  readonly step: string;
  readonly method: string;
  readonly url: string;
  readonly type: string;
  readonly status: number;
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string | undefined;
}

/** Characters that are kept of all that was seen, at most. What comes after is named as not read. */
const MOST_KEPT = 64_000_000;
/** Milliseconds that are waited for answers that do not end. */
const MOST_WAIT = 3000;

const BINDING = '__httponlyMessage';
/** What only navigation and scripts ask for: styles, pictures and code hold no session. */
const DATA_TYPES = new Set(['document', 'xhr', 'fetch', 'other', 'manifest']);
/** What scripts read of any answer: https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name */
const SAFE_HEADERS = new Set(['cache-control', 'content-language', 'content-length', 'content-type', 'expires', 'last-modified', 'pragma']);

/** Watches all pages of a visit: requests, answers, sockets, event streams, messages. */
export class Traffic {
  /** What is being done: what is seen belongs to it. */
  step = 'start';
  /** Whether what is done is a check of this command's own, and nothing of the app's. */
  isPaused = false;
  readonly seen: SeenText[] = [];
  readonly requests: SentRequest[] = [];
  readonly unread = new Set<string>();
  private readonly pending = new Set<Promise<unknown>>();
  private kept = 0;
  private readonly book: TokenBook;

  constructor(book: TokenBook) {
    this.book = book;
  }

  /** Begins to watch; before the first page is opened. */
  async watch(context: BrowserContext): Promise<void> {
    await context.exposeBinding(BINDING, (_source, { by, text }: PageMessage) => {
      this.add({ place: 'message', name: by, text });
    });
    await context.addInitScript(watchMessages, BINDING);
    context.on('page', (page) => {
      this.watchPage(page);
    });
    context.on('request', (request) => {
      this.add({ place: 'address', name: pathOf(request), text: withoutConnection(request.url()) });
    });
    context.on('response', (response) => {
      if (!this.isPaused) this.wait(this.read(response, this.step));
    });
  }

  private watchPage(page: Page): void {
    page.on('websocket', (socket) => {
      this.watchSocket(socket);
    });
    this.wait(this.watchEvents(page));
  }

  private watchSocket(socket: WebSocket): void {
    const { pathname } = new URL(socket.url());
    this.add({ place: 'address', name: pathname, text: withoutConnection(socket.url()) });
    for (const event of ['framesent', 'framereceived'] as const)
      socket.on(event as 'framesent', ({ payload }) => {
        const text = event === 'framereceived' ? withoutConnectionName(socket.url(), payload.toString()) : payload.toString();
        this.add({ place: 'WebSocket', name: pathname, text: framed(text) });
      });
  }

  /** Event streams have no end at which they could be read; Chromium alone tells their messages. */
  private async watchEvents(page: Page): Promise<void> {
    const session = await page
      .context()
      .newCDPSession(page)
      .catch(() => undefined);
    session?.on('Network.eventSourceMessageReceived', ({ data, eventName }) => {
      this.add({ place: 'event stream', name: eventName, text: data });
    });
    await session?.send('Network.enable').catch(() => undefined);
  }

  /** Waits until all that has been answered so far is read. */
  async settled(): Promise<void> {
    let stop: NodeJS.Timeout | undefined;
    const late = new Promise((resolve) => {
      stop = setTimeout(resolve, MOST_WAIT);
    });
    await Promise.race([Promise.all(this.pending), late]);
    clearTimeout(stop);
  }

  add(text: ReadableText, step = this.step): void {
    if (this.isPaused) return;
    this.kept += text.text.length;
    if (this.kept > MOST_KEPT) this.unread.add(`${text.place} ${text.name}`);
    else this.seen.push({ ...text, step });
  }

  private wait(reading: Promise<unknown>): void {
    const done = reading.catch(() => undefined).finally(() => this.pending.delete(done));
    this.pending.add(done);
  }

  private async read(response: Response, step: string): Promise<void> {
    const request = response.request();
    const type = request.resourceType();
    const headers = await request.allHeaders().catch(() => request.headers());
    this.readRequest(request, headers, step);
    this.requests.push({
      step,
      method: request.method(),
      url: request.url(),
      type,
      status: response.status(),
      authorization: headers['authorization'],
      cookie: headers['cookie'],
      contentType: headers['content-type'],
      body: request.postData() ?? undefined,
    });
    await this.readHeaders(response, step);
    if (!DATA_TYPES.has(type)) return;
    // A redirect has no body, and a page that is left takes its answers along.
    const text = await response.text().catch(() => '');
    this.add({ place: 'response body', name: pathOf(request), text: withoutConnectionName(request.url(), text) }, step);
  }

  /** What scripts send, scripts have. A navigation's headers are the browser's own. */
  private readRequest(request: Request, headers: Readonly<Record<string, string>>, step: string): void {
    if (headers['referer']) this.add({ place: 'Referer', name: pathOf(request), text: headers['referer'] }, step);
    if (request.isNavigationRequest()) return;
    for (const [name, value] of Object.entries(headers)) {
      if (name === 'cookie' || name === 'referer' || name.startsWith(':')) continue;
      const bare = value.replace(/^[\w-]+\s+/, '');
      if (name === 'authorization' && bare.length >= 12) this.book.learn(bare, 'what requests send as Authorization');
      else if (isCredentialName(name.replace(/^x-/, '')) && isRandom(bare)) this.book.learn(bare, `what requests send as ${name}`);
      this.add({ place: 'request header', name: `${name} of ${pathOf(request)}`, text: value }, step);
    }
  }

  private async readHeaders(response: Response, step: string): Promise<void> {
    const headers = await response.allHeaders().catch(() => response.headers());
    const page = response.request().headers()['origin'];
    const isOther = page !== undefined && page !== new URL(response.url()).origin;
    const exposed = new Set((headers['access-control-expose-headers'] ?? '').toLowerCase().split(/\s*,\s*/));
    for (const [name, value] of Object.entries(headers)) {
      if (name === 'set-cookie' || (isOther && !exposed.has(name) && !exposed.has('*') && !SAFE_HEADERS.has(name))) continue;
      this.add({ place: 'response header', name: `${name} of ${pathOf(response.request())}`, text: value }, step);
    }
  }
}

/** `GET /api/me`, without the parameters: they may hold what is looked for. */
function pathOf(request: Request): string {
  return `${request.method()} ${new URL(request.url()).pathname}`;
}

/** Socket.IO and others write a number before what they send. */
function framed(payload: string): string {
  return payload.replace(/^\d+(?=[[{])/, '');
}
