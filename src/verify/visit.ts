import type { BrowserContext, Cookie, Frame, Page } from 'playwright-core';
import { isSessionCookie } from './cookies.ts';
import type { TokenExposure } from './exposures.ts';
import { exposuresIn } from './exposures.ts';
import { readPage, readWorker } from './in-page.ts';
import type { ReadableText } from './tokens.ts';
import { TokenBook } from './tokens.ts';
import { Traffic } from './traffic.ts';

/** So much of a page is read, at most: what hangs on globals can be the whole app. */
const LIMITS = { objects: 20_000, records: 200 };

/** Watches a browser profile, and reads all that scripts could read in it. */
export class Visit {
  readonly context: BrowserContext;
  readonly book: TokenBook;
  readonly traffic: Traffic;
  /** Cookies by which the app knew whoever was signed in, as they were at their last. */
  readonly sessionCookies = new Map<string, Cookie>();
  private readonly ownNames: readonly string[];

  private constructor(context: BrowserContext, traffic: Traffic, book: TokenBook, ownNames: readonly string[]) {
    this.context = context;
    this.traffic = traffic;
    this.book = book;
    this.ownNames = ownNames;
  }

  /** Begins to watch a profile: what its pages did before is not known. */
  static async of(context: BrowserContext): Promise<Visit> {
    const book = new TokenBook();
    const traffic = new Traffic(book);
    await traffic.watch(context);
    // What a window has from the browser, and from who drives it.
    const blank = await context.newPage();
    const ownNames = await blank.evaluate<string[]>('Object.getOwnPropertyNames(globalThis)');
    await blank.close();
    return new Visit(context, traffic, book, ownNames);
  }

  /** What is done from now on: what is seen belongs to it. */
  begin(step: string): void {
    this.traffic.step = step;
  }

  /** Reads what scripts of all pages can read now, and keeps it with what was seen. */
  async look(): Promise<void> {
    for (const text of await this.texts()) this.traffic.add(text);
  }

  /** The places where a script finds a token now, of one page or of all. */
  async readableNow(of?: Page): Promise<TokenExposure[]> {
    const texts = await this.texts(of);
    return exposuresIn(
      texts.map((text) => ({ ...text, step: 'now' })),
      this.book,
    );
  }

  /** The places where scripts could read a token so far: in what was looked at, sent and received. */
  async seen(): Promise<TokenExposure[]> {
    await this.traffic.settled();
    return exposuresIn(this.traffic.seen, this.book);
  }

  private async texts(of?: Page): Promise<ReadableText[]> {
    await this.traffic.settled();
    await this.learnCookies();
    const texts: ReadableText[] = [];
    for (const page of of ? [of] : this.context.pages())
      for (const frame of page.frames()) texts.push(...(await this.inFrame(frame, page)));
    for (const worker of this.context.serviceWorkers()) {
      const text = await worker.evaluate(readWorker, [...this.ownNames]).catch(() => '');
      texts.push({ place: 'service worker', name: new URL(worker.url()).pathname, text });
    }
    return texts;
  }

  private async learnCookies(): Promise<void> {
    for (const cookie of await this.context.cookies()) {
      if (!isSessionCookie(cookie)) continue;
      this.sessionCookies.set(`${cookie.name} ${cookie.domain}`, cookie);
      if (cookie.httpOnly) this.book.learn(cookie.value, `the value of the HttpOnly cookie ${cookie.name}`);
    }
  }

  /** A frame of another origin is another app's. */
  private async inFrame(frame: Frame, page: Page): Promise<readonly ReadableText[]> {
    if (originIn(frame.url()) !== originIn(page.url())) return [];
    const read = await frame.evaluate(readPage, { ...LIMITS, ownNames: this.ownNames }).catch(() => undefined);
    for (const name of read?.cut ?? []) this.traffic.unread.add(name);
    return read?.texts ?? [];
  }
}

/** The origin of an address; what has none is its own. */
function originIn(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : address;
}
