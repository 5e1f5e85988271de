import type { BrowserContext, Page } from 'playwright-core';
import { describeExposure } from './verify/exposures.ts';
import { Visit } from './verify/visit.ts';

const visits = new WeakMap<BrowserContext, Promise<Visit>>();

/**
 * Watches what the pages of a context send and receive from now on, for `toKeepTokensFromScripts`: without it, the matcher
 * knows what a page holds and nothing of how it came there.
 */
export async function watchTokens(context: BrowserContext): Promise<void> {
  await visitOf(context);
}

async function visitOf(context: BrowserContext): Promise<Visit> {
  let visit = visits.get(context);
  if (!visit) visits.set(context, (visit = Visit.of(context)));
  return await visit;
}

/** What a matcher of Playwright, Jest and Vitest returns. */
interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** For `expect.extend`: https://playwright.dev/docs/test-assertions#add-custom-matchers-using-expectextend */
export const tokenMatchers = {
  /** No script of the page can read a token now, and none could since its context is watched. */
  async toKeepTokensFromScripts(page: Page): Promise<MatcherResult> {
    const context = page.context();
    const isWatched = visits.has(context);
    const visit = await visitOf(context);
    const found = [...(await visit.readableNow(page)), ...(isWatched ? await visit.seen() : [])];
    const lines = [...new Set(found.map(describeExposure))];
    return {
      pass: lines.length === 0,
      message: () =>
        lines.length === 0
          ? `Expected a script of ${page.url()} to read a token, and none can.`
          : `Scripts of ${page.url()} can read a token:\n${lines.map((line) => `  ${line}`).join('\n')}`,
    };
  },
};
