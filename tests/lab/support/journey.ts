import { isDeepStrictEqual } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { describeExposure } from '../../../src/verify/exposures.ts';
import { Visit } from '../../../src/verify/visit.ts';
import { TOKEN } from '../../support/browser.ts';
import type { LabCase, Step } from './description.ts';

/** Another site than `localhost` by its name, and the same one by another port. */
const ELSEWHERE = ['http://127.0.0.1:4667', 'http://localhost:4667'];

/** What a browser keeps of a page. */
export type Kept = Awaited<ReturnType<BrowserContext['storageState']>>;

/** How a journey is made. */
interface Start {
  readonly base: string;
  /** Whether the session is in a cookie by now. */
  readonly isMigrated: boolean;
  readonly steps: readonly Step[];
  /** What the browser kept of an earlier journey. */
  readonly kept?: Kept;
}

/** Makes a journey. @returns What the browser kept when somebody was signed in first. @throws At the first step that does not hold. */
export async function makeJourney(
  browser: Browser,
  described: LabCase,
  { base, isMigrated, steps, kept }: Start,
): Promise<Kept | undefined> {
  const context = await browser.newContext(kept && { storageState: kept });
  try {
    const journey = new Journey(await Visit.of(context), described, base, isMigrated);
    await journey.tab('first');
    for (const [index, step] of steps.entries()) {
      try {
        await journey.take(step);
      } catch (error) {
        throw new Error(`Step ${index + 1}, ${JSON.stringify(step)}: ${(error as Error).message}\n${await journey.state()}`, {
          cause: error,
        });
      }
    }
    journey.mustHaveNoErrors();
    return journey.kept;
  } finally {
    await context.close();
  }
}

class Journey {
  private readonly tabs = new Map<string, Page>();
  kept: Kept | undefined;
  private readonly errors: string[] = [];
  private readonly log: string[] = [];
  private page!: Page;

  private readonly visit: Visit;
  private readonly context: BrowserContext;
  private readonly described: LabCase;
  private readonly base: string;
  private readonly isMigrated: boolean;

  constructor(visit: Visit, described: LabCase, base: string, isMigrated: boolean) {
    this.visit = visit;
    this.context = visit.context;
    this.described = described;
    this.base = base;
    this.isMigrated = isMigrated;
  }

  async tab(name: string): Promise<void> {
    const known = this.tabs.get(name);
    this.page = known ?? (await this.context.newPage());
    if (known) return this.page.bringToFront();
    this.page.setDefaultTimeout(5_000);
    this.tabs.set(name, this.page);
    this.page.on('pageerror', ({ message }) => this.errors.push(message));
    this.page.on('console', (message) => this.log.push(`[console] ${message.text()}`));
    this.page.on('response', (response) => this.log.push(`${response.request().method()} ${response.url()} ${response.status()}`));
    this.page.on('requestfailed', (request) =>
      this.log.push(`${request.method()} ${request.url()} ${request.failure()?.errorText ?? 'failed'}`),
    );
  }

  async take(step: Step): Promise<unknown> {
    const { page } = this;
    if ('open' in step) return page.goto(this.base + step.open);
    if ('reload' in step) return page.reload();
    if ('click' in step) return page.click(step.click);
    if ('fill' in step) return page.fill(...step.fill);
    if ('see' in step) return page.getByText(step.see).first().waitFor();
    if ('miss' in step) return page.getByText(step.miss).first().waitFor({ state: 'hidden' });
    if ('wait' in step) return page.waitForTimeout(step.wait);
    if ('tab' in step) return this.tab(step.tab);
    if ('call' in step) return this.call(step);
    if ('fails' in step) return this.fails(step);
    if ('signedIn' in step) return this.mustBeSignedIn();
    if ('signedOut' in step) return this.mustBeSignedOut();
    return this.forge(step.forge);
  }

  private evaluated(name: string, parameters: readonly unknown[] = []): Promise<unknown> {
    return this.page.evaluate(`app.${name}(...${JSON.stringify(parameters)})`);
  }

  private async call({ call, with: parameters, returns }: Extract<Step, { call: string }>): Promise<void> {
    const returned = await this.evaluated(call, parameters);
    if (returns !== undefined && !holds(returned, returns)) throw new Error(`it returned ${JSON.stringify(returned)}`);
  }

  private async fails({ fails, with: parameters }: Extract<Step, { fails: string }>): Promise<void> {
    const returned = await this.evaluated(fails, parameters).then(
      (value) => ({ value }),
      () => undefined,
    );
    if (returned) throw new Error(`it returned ${JSON.stringify(returned.value)}`);
  }

  private async mustBeSignedIn(): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    this.kept ??= await this.context.storageState();
    const readable = await this.readable();
    const leaks = (await this.visit.seen()).map(describeExposure);
    if (!this.isMigrated) {
      if (readable.length + leaks.length === 0) throw new Error('no script can read the token, and nothing was migrated yet');
      return;
    }
    if (readable.length > 0) throw new Error(`a script can read the token: ${readable.join(', ')}`);
    if (leaks.length > 0) throw new Error(`scripts could read the token: ${leaks.join('; ')}`);
    const cookie = await this.sessionCookie();
    if (!cookie) throw new Error('no HttpOnly cookie holds the session');
    if (cookie.sameSite === 'None') throw new Error(`the cookie ${cookie.name} has SameSite=None`);
  }

  private async mustBeSignedOut(): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    const readable = await this.readable();
    if (readable.length > 0) throw new Error(`a token is still in ${readable.join(', ')}`);
    const cookie = await this.sessionCookie();
    if (cookie) throw new Error(`the cookie ${cookie.name} still holds a session`);
  }

  /** The places of this tab where a script finds a token now. */
  private async readable(): Promise<string[]> {
    return (await this.visit.readableNow(this.page)).map(describeExposure);
  }

  private async sessionCookie(): Promise<{ name: string; sameSite: string } | undefined> {
    return (await this.context.cookies(`http://localhost:${this.described.server.port}`)).find(
      ({ httpOnly, value }) => httpOnly && TOKEN.test(decodeURIComponent(value)),
    );
  }

  /**
   * Submits a form of another site to the server. A form, for its response is seen whatever the server says of who may read it.
   * Before a migration nothing is forged: a header does not travel by itself.
   */
  private async forge({ path, body }: Extract<Step, { forge: unknown }>['forge']): Promise<void> {
    const target = `http://localhost:${this.described.server.port}${path}`;
    const form = `<form method="post" enctype="text/plain" action="${target}"><input name='${body ?? '{}'}'><button>Win a prize</button></form>`;
    for (const site of ELSEWHERE) {
      const page = await this.context.newPage();
      page.setDefaultTimeout(5_000);
      await page.route(`${site}/`, (route) => route.fulfill({ contentType: 'text/html', body: form }));
      await page.goto(site);
      const answered = page.waitForResponse((response) => response.url() === target);
      await page.click('button', { noWaitAfter: true });
      const status = (await answered).status();
      // A page that is closed on its way to another address never says that it is.
      await page.waitForURL(target);
      await page.close();
      if (status !== 401 && status !== 403) throw new Error(`the request of ${site} was answered with ${status}`);
    }
  }

  mustHaveNoErrors(): void {
    if (this.errors.length > 0) throw new Error(`Errors of the page: ${this.errors.join('; ')}`);
  }

  /** What a person wants to see of a step that does not hold. */
  async state(): Promise<string> {
    const text = await this.page.evaluate<string>('document.body.innerText').catch(() => '');
    return [`The page shows: ${text.replaceAll('\n', ' | ')}`, ...this.errors, ...this.log.slice(-15)].join('\n');
  }
}

/** Whether a value has what is expected of it: members that are not named may be anything. */
function holds(value: unknown, expected: unknown): boolean {
  if (typeof expected !== 'object' || expected === null || Array.isArray(expected)) return isDeepStrictEqual(value, expected);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(expected).every(([name, part]) => holds((value as Record<string, unknown>)[name], part));
}
