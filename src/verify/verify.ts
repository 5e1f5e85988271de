import type { Browser, Page } from 'playwright-core';
import type { SessionCookie } from './cookies.ts';
import { judgeCookie } from './cookies.ts';
import type { TokenExposure } from './exposures.ts';
import type { Journey } from './journeys.ts';
import type { ServerProblem } from './server-checks.ts';
import { checkCors, checkForgery, checkSignOut } from './server-checks.ts';
import { quiet, signOut } from './sign-in.ts';
import { Visit } from './visit.ts';

/** What is looked at, and how far. */
export interface VerifyOptions {
  readonly url: URL;
  readonly journey: Journey;
  /** Pages to go to when somebody is signed in. */
  readonly pages: readonly string[];
  /** What is clicked to sign out; false where nobody signs out. */
  readonly signOut: string | false | undefined;
  /** Whether requests are forged. */
  readonly forges: boolean;
  readonly onStep?: (step: string) => void;
}

/** What scripts of an app could read, and what else was wrong with its session. */
export interface Verification {
  readonly url: string;
  readonly steps: readonly string[];
  readonly exposures: readonly TokenExposure[];
  readonly cookies: readonly SessionCookie[];
  readonly problems: readonly ServerProblem[];
  /** What could not be looked at, and why. */
  readonly unchecked: readonly string[];
}

/** What an app comes to: something is within reach or weak, nothing is, or nothing can be said. */
export type Verdict = 'bad' | 'good' | 'unknown';

/** What was not looked at is no all-clear. */
export function verdictOf({ exposures, cookies, problems, unchecked }: Verification): Verdict {
  if (exposures.length > 0 || problems.length > 0 || cookies.some((cookie) => cookie.problems.length > 0)) return 'bad';
  return unchecked.length > 0 ? 'unknown' : 'good';
}

/** Signs in to an app, goes through it, reloads and signs out, and says what scripts could read meanwhile. */
export async function verify(browser: Browser, options: VerifyOptions): Promise<Verification> {
  const context = await browser.newContext();
  try {
    const visit = await Visit.of(context);
    return await new Verifying(visit, await context.newPage(), options).run();
  } finally {
    await context.close();
  }
}

class Verifying {
  private readonly steps: string[] = [];
  private readonly unchecked: string[] = [];
  private readonly problems: ServerProblem[] = [];
  private readonly visit: Visit;
  private readonly page: Page;
  private readonly options: VerifyOptions;

  constructor(visit: Visit, page: Page, options: VerifyOptions) {
    this.visit = visit;
    this.page = page;
    this.options = options;
  }

  async run(): Promise<Verification> {
    const { visit, page, options } = this;
    await this.step('sign-in', () => options.journey.begin({ page, url: options.url.href }));
    for (const wanted of options.pages)
      await this.step(wanted, async () => {
        await page.goto(new URL(wanted, options.url).href);
        await quiet(page);
      });
    await this.step('reload', async () => {
      await page.reload();
      await quiet(page);
    });
    const cookies = [...visit.sessionCookies.values()];
    visit.traffic.isPaused = true;
    await this.checkServer();
    visit.traffic.isPaused = false;
    await this.leave();
    const exposures = await visit.seen();
    if (exposures.length === 0 && cookies.length === 0)
      this.unchecked.push('the session: no token and no cookie of one was seen, so nobody was signed in');
    for (const one of visit.traffic.unread) this.unchecked.push(`${one}: more than is read`);
    return {
      url: options.url.href,
      steps: this.steps,
      exposures,
      cookies: cookies.map((cookie) => judgeCookie(cookie, options.url.protocol === 'https:')),
      problems: this.problems,
      unchecked: this.unchecked,
    };
  }

  private async step<T>(name: string, act: () => Promise<T>): Promise<T> {
    this.options.onStep?.(name);
    this.visit.begin(name);
    const result = await act();
    await this.visit.look();
    this.steps.push(name);
    return result;
  }

  private async checkServer(): Promise<void> {
    const { context, traffic } = this.visit;
    const { url, forges } = this.options;
    const { requests } = traffic;
    this.problems.push(...(await checkCors(context, [...requests], url)));
    if (!forges) return;
    const forged = await checkForgery(context, [...requests], url);
    if (forged) this.problems.push(...forged);
    else this.unchecked.push('forged requests: the app posted nothing while somebody was signed in');
  }

  private async leave(): Promise<void> {
    const { visit, page, options } = this;
    if (options.signOut === false) return;
    const before = [...visit.traffic.requests];
    const { signOut: selector } = options;
    const left = await this.step('sign-out', async () => {
      const done = options.journey.end ? await options.journey.end({ page, url: options.url.href }) : await signOut(page, selector);
      await quiet(page);
      return done;
    });
    if (!left) {
      this.steps.pop();
      this.unchecked.push(
        'sign-out: the page shows no button or link for it; --sign-out SELECTOR names what to click, --no-sign-out leaves it out',
      );
      return;
    }
    const problems = await checkSignOut(visit.context, before, options.url);
    if (problems) this.problems.push(...problems);
    else this.unchecked.push('sign-out at the server: no request was seen that needs a session');
  }
}
