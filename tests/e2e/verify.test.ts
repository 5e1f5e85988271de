import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { tokenMatchers, watchTokens } from '../../src/playwright.ts';
import { formJourney } from '../../src/verify/journeys.ts';
import type { Verification } from '../../src/verify/verify.ts';
import { verify } from '../../src/verify/verify.ts';
import { openBrowser } from '../support/browser.ts';
import type { Faults } from './support/leaking-app.ts';
import { JWT, LEAKS, LeakingApp } from './support/leaking-app.ts';

const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'httponly-verify-'));

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

interface Run {
  readonly exit: number;
  readonly printed: string;
}

async function run(...parameters: readonly string[]): Promise<Run> {
  return await new Promise((resolve) => {
    execFile(process.execPath, [command, 'verify', ...parameters], { cwd: folder }, (error, stdout, stderr) => {
      resolve({ exit: error ? Number(error.code) : 0, printed: stdout + stderr });
    });
  });
}

/** Verifies an app with some faults. */
async function verified(faults: Faults, ...parameters: readonly string[]): Promise<Run> {
  const app = new LeakingApp(faults);
  await app.start();
  try {
    return await run(app.url, '--user', 'ada', '--password', 'correct-horse', ...parameters);
  } finally {
    await app.stop();
  }
}

/** The same, in a browser that is there already. */
async function found(faults: Faults, forges = false): Promise<Verification> {
  const app = new LeakingApp(faults);
  await app.start();
  try {
    const journey = formJourney({ name: 'ada', password: 'correct-horse' }, undefined);
    return await verify(browser, { url: new URL(app.url), journey, pages: [], signOut: undefined, forges });
  } finally {
    await app.stop();
  }
}

describe('an app without a fault', () => {
  it('is told so, with exit code 0', async () => {
    const { exit, printed } = await verified({}, '--forge');
    expect(printed).toContain('No script can read a token.');
    expect(printed).toMatch(/✓ sid {2}HttpOnly; SameSite=Lax; Path=\/; for 60 minutes/);
    expect(exit).toBe(0);
  });

  it('is told so without colours in a build that reads what is printed', async () => {
    vi.stubEnv('CI', 'true');
    vi.stubEnv('NO_COLOR', undefined);
    const { printed } = await verified({});
    vi.unstubAllEnvs();
    expect(printed).not.toContain('\u001B');
  });
});

/** Places that a leak shows in besides its own: what stands in an address is sent as one. */
const BESIDES: Readonly<Record<string, readonly string[]>> = {
  Referer: ['address'],
  address: ['Referer'],
};

describe('a token in one place', () => {
  it.each(Object.keys(LEAKS))('%s', async (leak) => {
    const { exposures } = await found({ leak });
    const places = new Set(exposures.map(({ place }) => place));
    for (const other of BESIDES[leak] ?? []) places.delete(other);
    expect([...places]).toEqual([leak]);
  });

  it('is never printed', async () => {
    const report = path.join(folder, 'report.html');
    const { exit, printed } = await verified({ leak: 'localStorage' }, '--report', report);
    expect(exit).toBe(1);
    expect(printed).toMatch(/localStorage +app: user\.accessToken/);
    expect(readFileSync(report, 'utf8')).toContain('<code>app: user.accessToken</code>');
    for (const text of [printed, readFileSync(report, 'utf8')]) expect(text).not.toContain(JWT.slice(0, 20));
  });
});

describe('the session', () => {
  it('in a cookie that scripts read', async () => {
    const { exposures, cookies } = await found({ cookie: 'SameSite=Lax' });
    expect(exposures.map(({ place, name }) => `${place} ${name}`)).toEqual(['document.cookie sid']);
    expect(cookies.flatMap(({ problems }) => problems)).toEqual([expect.stringContaining('set HttpOnly')]);
  });

  it('in a cookie that lasts too long', async () => {
    const { cookies } = await found({ cookie: 'HttpOnly; SameSite=Lax; Max-Age=31536000' });
    expect(cookies.flatMap(({ problems }) => problems)).toEqual([expect.stringContaining('it lasts 365 days')]);
  });

  it('that other sites may read', async () => {
    const { problems } = await found({ letsEveryOriginIn: true });
    expect(problems).toEqual([{ check: 'cors', request: 'GET /me', problem: expect.stringContaining('evil.example') as string }]);
  });

  it('that other sites may act in, where that is asked', async () => {
    const faults = { takesForgedPosts: true, cookie: 'HttpOnly' };
    expect((await found(faults, true)).problems).toEqual([expect.objectContaining({ check: 'forged request', request: 'POST /items' })]);
    expect((await found(faults)).problems).toEqual([]);
  });

  it('that goes on after sign-out', async () => {
    const { problems } = await found({ isStateless: true });
    expect(problems).toEqual([expect.objectContaining({ check: 'sign-out', request: 'GET /me' })]);
  });
});

describe('what nothing can be said of', () => {
  it('an app that nobody gets into', async () => {
    const app = new LeakingApp({});
    await app.start();
    const journey = path.join(folder, 'nowhere.mjs');
    writeFileSync(journey, 'export default async ({ page, url }) => { await page.goto(url); };');
    try {
      const { exit, printed } = await run(app.url, '--journey', journey, '--no-sign-out');
      expect(printed).toContain('no token and no cookie of one was seen');
      expect(exit).toBe(2);
    } finally {
      await app.stop();
    }
  });

  it('another machine, where nobody says that it is the user’s own', async () => {
    const { exit, printed } = await run('https://app.example.com', '--user', 'ada', '--password', 'x');
    expect(printed).toContain('app.example.com is not this machine. --remote says');
    expect(exit).toBe(2);
  });

  it('no address, two of them, or no word of how somebody signs in', async () => {
    expect((await run()).printed).toContain('takes the address of one running app');
    expect((await run('http://localhost:1', 'http://localhost:2')).printed).toContain('takes the address of one running app');
    expect((await run('http://localhost:1')).printed).toContain('say in one way how somebody signs in');
    expect((await run('http://localhost:1', '--user', 'ada')).printed).toContain('--user needs --password');
  });
});

describe('a journey of its own', () => {
  it('signs in, goes through the app and signs out', async () => {
    const app = new LeakingApp({ leak: 'window' });
    await app.start();
    const journey = path.join(folder, 'journey.mjs');
    writeFileSync(
      journey,
      `export default async ({ page, url, user }) => {
        await page.goto(url);
        await page.fill('[name=email]', user.name);
        await page.fill('[name=password]', user.password);
        await page.click('button');
        await page.getByText('Hello Ada').waitFor();
      };
      export async function signOut({ page }) { await page.getByText('Sign out').click(); }`,
    );
    try {
      const { printed } = await run(app.url, '--journey', journey, '--user', 'ada', '--password', 'correct-horse', '--json');
      const { exposures, unchecked } = JSON.parse(printed) as Verification;
      expect(exposures.map(({ place, name, steps }) => [place, name, steps])).toEqual([
        ['window', '__STATE__.auth.token', ['sign-in', 'reload']],
      ]);
      expect(unchecked).toEqual([]);
    } finally {
      await app.stop();
    }
  });
});

describe('in tests of a browser', () => {
  /** What the matcher says of an app in which somebody has signed in. */
  async function judged(faults: Faults, isWatched: boolean): Promise<{ pass: boolean; message: string }> {
    const app = new LeakingApp(faults);
    await app.start();
    const context = await browser.newContext();
    try {
      if (isWatched) await watchTokens(context);
      const page = await context.newPage();
      await formJourney({ name: 'ada', password: 'correct-horse' }, undefined).begin({ page, url: app.url });
      const { pass, message } = await tokenMatchers.toKeepTokensFromScripts(page);
      return { pass, message: message() };
    } finally {
      await context.close();
      await app.stop();
    }
  }

  it('a page that keeps its token from scripts passes', async () => {
    expect(await judged({}, true)).toEqual({ pass: true, message: expect.stringContaining('and none can') as string });
  });

  it('a page that holds one does not', async () => {
    const { pass, message } = await judged({ leak: 'sessionStorage' }, false);
    expect(pass).toBe(false);
    expect(message).toMatch(/Scripts of http:\S+ can read a token:\n {2}sessionStorage token, a JSON Web Token \(eyJhbG…\)/);
  });

  it('what came in an answer is known where the context was watched', async () => {
    expect((await judged({ leak: 'response body' }, false)).pass).toBe(true);
    expect((await judged({ leak: 'response body' }, true)).message).toContain('response body GET /session: data.token');
  });
});
