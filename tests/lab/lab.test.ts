import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { labCases } from './support/description.ts';
import type { Step } from './support/description.ts';
import type { Kept } from './support/journey.ts';
import { makeJourney } from './support/journey.ts';
import { LabApp } from './support/lab-app.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

const cases = labCases().filter(({ inCi }) => process.env['HTTPONLY_LAB_SAMPLE'] === undefined || inCi);

describe.each(cases)('$name: $about', (described) => {
  const app = new LabApp(described);
  let kept: Kept | undefined;

  afterAll(() => app.remove());

  const running = async (isMigrated: boolean, run: (base: string) => Promise<void>): Promise<void> => {
    try {
      await run(await app.start(isMigrated));
    } finally {
      await app.stop();
    }
  };

  it('works before', () =>
    running(false, async (base) => {
      kept = await makeJourney(browser, described, { base, isMigrated: false, steps: described.journey });
    }));

  it('is migrated as it has to be', () => {
    const { printed, exit } = app.migrate();
    expect.soft(exit, printed).toBe(described.migrated.exit);
    const { says = [], env = {} } = described.migrated;
    for (const text of [...says, ...Object.keys(env)]) expect.soft(printed).toContain(text);
  });

  it('works afterwards', () => {
    const isMigrated = described.migrated.session === 'done';
    return running(isMigrated, async (base) => {
      await makeJourney(browser, described, { base, isMigrated, steps: described.journey });
      const steps: readonly Step[] = described.returning ?? [{ open: '/' }, { signedOut: true }];
      if (isMigrated && kept) await makeJourney(browser, described, { base, isMigrated, steps, kept });
    });
  });
});
