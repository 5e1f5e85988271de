import type { Browser, BrowserContext, Cookie, Frame, Page } from 'playwright-core';
import { isSessionCookie } from './cookies.ts';
import { readPage, readWorker } from './in-page.ts';
import { TokenBook } from './tokens.ts';
import { Traffic } from './traffic.ts';

/** So much of a page is read, at most: what hangs on globals can be the whole app. */
const LIMITS = { objects: 20_000, records: 200 };

/** A browser profile of its own, and all that scripts could read in it. */
export class Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly book: TokenBook;
  readonly traffic: Traffic;
  /** Cookies by which the app knew whoever was signed in, as they were at their last. */
  readonly sessionCookies = new Map<string, Cookie>();
  private readonly ownNames: readonly string[];

  private constructor(context: BrowserContext, page: Page, traffic: Traffic, book: TokenBook, ownNames: readonly string[]) {
    this.context = context;
    this.page = page;
    this.traffic = traffic;
    this.book = book;
    this.ownNames = ownNames;
  }

  static async begin(browser: Browser): Promise<Visit> {
    const context = await browser.newContext();
    const book = new TokenBook();
    const traffic = new Traffic(book);
    await traffic.watch(context);
    const page = await context.newPage();
    const ownNames = await page.evaluate<string[]>('Object.getOwnPropertyNames(globalThis)');
    return new Visit(context, page, traffic, book, ownNames);
  }

  async end(): Promise<void> {
    await this.context.close();
  }

  /** What is done from now on: what is seen belongs to it. */
  begin(step: string): void {
    this.traffic.step = step;
  }

  /** Reads what scripts of all pages can read now. */
  async look(): Promise<void> {
    await this.traffic.settled();
    for (const cookie of await this.context.cookies()) {
      if (!isSessionCookie(cookie)) continue;
      this.sessionCookies.set(`${cookie.name} ${cookie.domain}`, cookie);
      if (cookie.httpOnly) this.book.learn(cookie.value, `the value of the HttpOnly cookie ${cookie.name}`);
    }
    for (const page of this.context.pages()) for (const frame of page.frames()) await this.readFrame(frame, page);
    for (const worker of this.context.serviceWorkers()) {
      const text = await worker.evaluate(readWorker, [...this.ownNames]).catch(() => '');
      this.traffic.add({ place: 'service worker', name: new URL(worker.url()).pathname, text });
    }
  }

  /** A frame of another origin is another app's. */
  private async readFrame(frame: Frame, page: Page): Promise<void> {
    if (originOf(frame.url()) !== originOf(page.url())) return;
    const read = await frame.evaluate(readPage, { ...LIMITS, ownNames: this.ownNames }).catch(() => undefined);
    if (!read) return;
    for (const text of read.texts) this.traffic.add(text);
    for (const name of read.cut) this.traffic.unread.add(name);
  }
}

function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : address;
}
