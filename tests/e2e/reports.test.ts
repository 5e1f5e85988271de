import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scanPage } from '../../src/report/scan-page.ts';
import { verificationPage } from '../../src/report/verification-page.ts';
import { scanFinding, scanResult } from '../report/support/scan-findings.ts';
import { openBrowser } from '../support/browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

/** Findings in so many files, each of which hands a credential to the next. */
const findings = (files: number): ReturnType<typeof scanFinding>[] =>
  Array.from({ length: files }, (_, i) =>
    scanFinding({
      file: `src/f${String(i % 12)}/a${String(i)}.js`,
      severity: (['high', 'medium', 'low'] as const)[i % 3]!,
      crossed: i % 2 === 0,
      data: { storage: 'localStorage', reason: "key 'token' names an access token" },
      flow: i > 0 ? [scanFinding({ file: `src/f${String((i - 1) % 12)}/a${String(i - 1)}.js` })] : [],
    }),
  );

const OUTLOOK = { files: [{ path: 'src/a.js', change: 'changed' as const }], refusals: [], left: ['src/b.js:3 the token is compared'] };

const PAGES = {
  'a scan of 5 files': scanPage('shop', scanResult(findings(5)), OUTLOOK),
  'a scan of 200 files': scanPage('shop', scanResult(findings(200)), OUTLOOK),
  'a scan that found nothing': scanPage('shop', scanResult([], { skipped: [{ path: 'a.js', reason: 'too large' }] }), undefined),
  'a verification': verificationPage({
    url: 'http://localhost:3000/',
    steps: ['sign-in', 'reload'],
    exposures: [{ place: 'localStorage', name: 'token', what: 'a JWT', preview: '120 characters', steps: ['sign-in'] }],
    cookies: [{ name: 'sid', attributes: 'SameSite=Lax', problems: ['Scripts read it: set HttpOnly.'] }],
    problems: [{ check: 'cors', request: 'POST /pay', problem: 'It is answered to a page of another site.' }],
    unchecked: ['sign-out: no button was found'],
  }),
};

/** What axe finds wrong with a page: the rule, and the first element. */
async function violations(html: string, colorScheme: 'light' | 'dark', width: number): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  try {
    await page.setContent(html);
    await page.evaluate(axe);
    const results = await page.evaluate<AxeResults>('axe.run()');
    // That it has looked.
    expect(results.passes.length).toBeGreaterThan(8);
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
  } finally {
    await page.close();
  }
}

describe.each(Object.entries(PAGES))('%s', (_name, html) => {
  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
  ] as const)('has no fault that axe knows, %s and %d wide', async (scheme, width) => {
    expect(await violations(html, scheme, width)).toEqual([]);
  });

  it('is no wider than a small window', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.setContent(html);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.close();
  });
});
