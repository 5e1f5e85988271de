import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { labCases } from './support/description.ts';
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

  afterAll(() => app.remove());

  const journey = async (isMigrated: boolean): Promise<void> => {
    try {
      await makeJourney(browser, described, await app.start(isMigrated), isMigrated);
    } finally {
      await app.stop();
    }
  };

  it('works before', () => journey(false));

  it('is migrated as it has to be', () => {
    const { printed, exit } = app.migrate();
    expect.soft(exit, printed).toBe(described.migrated.exit);
    const { says = [], env = {} } = described.migrated;
    for (const text of [...says, ...Object.keys(env)]) expect.soft(printed).toContain(text);
  });

  it('works afterwards', () => journey(described.migrated.session === 'done'));
});
