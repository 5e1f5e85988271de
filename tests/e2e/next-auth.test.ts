import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { BACKEND, NextAuthApp, PAGES, Teacher } from './support/next-auth-app.ts';

const app = new NextAuthApp();
let browser: Browser;
let teacher: Teacher;

beforeAll(async () => {
  browser = await openBrowser();
  app.npmInstall();
});

afterAll(async () => {
  await browser.close();
  await app.remove();
});

beforeEach(async () => {
  teacher = await Teacher.begin(browser);
});

afterEach(async () => {
  await teacher.context.close();
});

const sleep = async (milliseconds: number): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
};

describe('a session of NextAuth with the token of a backend, before', () => {
  beforeAll(async () => {
    await app.start();
  });
  afterAll(async () => {
    await app.stop();
  });

  it('works, and any script can read the token', async () => {
    await teacher.signIn();
    await teacher.work();
    expect(await teacher.session()).toHaveProperty('backendToken');
    const { pass, said } = await teacher.judged();
    expect(pass).toBe(false);
    expect(said).toContain('sessionStorage backendToken');
    expect(said).toContain('response body GET /api/auth/session');
  });

  it('is refused by httponly verify', () => {
    expect(app.verify()).toMatchObject({ exit: 1, printed: expect.stringContaining('response body') as string });
  });
});

/** The two ways in which the token leaves the session. */
const WAYS = [
  { way: 'a route of the app passes requests on', options: [], lessons: '/api/backend/lessons', cookie: undefined },
  { way: 'the backend sets a cookie', options: ['--cookie'], lessons: `${BACKEND}/lessons`, cookie: 'cadenza_session' },
];

describe.each(WAYS)('a session of NextAuth, once $way', ({ options, lessons, cookie }) => {
  beforeAll(async () => {
    app.reset();
    app.httponly('codemod', 'next-auth-session', ...options);
    app.npmInstall();
    await app.start();
  });
  afterAll(async () => {
    await app.stop();
  });

  /** What the backend answers to a script of the page. */
  const asked = async (): Promise<number> =>
    await teacher.page.evaluate<number>(`fetch('${lessons}', { credentials: 'include' }).then(({ status }) => status)`);

  it('the backend token is not accessible via JavaScript in the browser', async () => {
    await teacher.signIn();
    await teacher.work();
    expect(await teacher.session()).toEqual({
      user: expect.objectContaining({ role: 'teacher' }) as object,
      expires: expect.any(String) as string,
    });
    expect(await teacher.judged()).toMatchObject({ pass: true });
  });

  it('the backend token is in an HTTP-only cookie or on the server only', async () => {
    await teacher.signIn();
    const cookies = await teacher.context.cookies();
    expect(cookies.filter(({ httpOnly }) => !httpOnly)).toEqual([]);
    // NextAuth's own is encrypted: not even who has it has the token.
    expect(cookies.filter(({ value }) => /^eyJ[\w-]+\.eyJ/.test(value)).map(({ name }) => name)).toEqual(
      cookie === undefined ? [] : [cookie],
    );
  });

  it('all authenticated API calls still work', async () => {
    await teacher.signIn();
    await teacher.work();
    expect(await asked()).toBe(200);
    await teacher.signOut();
    expect(await asked()).toBe(401);
    await teacher.page.goto(PAGES);
    await teacher.page.waitForURL('**/login');
  });

  it('session refresh continues to work', async () => {
    await app.restartBackend('4s');
    await teacher.signIn();
    for (let times = 0; times < 2; times++) {
      await sleep(4500);
      await teacher.page.goto(PAGES);
      await teacher.page.getByText('Robert').waitFor();
    }
    expect(await teacher.session()).not.toHaveProperty('error');
    expect(await teacher.judged()).toMatchObject({ pass: true });
  });

  it.runIf(cookie === undefined)(
    'session refresh uses a refresh token once, though a page asks for session and backend at once',
    async () => {
      await app.restartBackend('4s');
      await teacher.signIn();
      for (let times = 0; times < 2; times++) {
        await sleep(4500);
        await teacher.page.goto(`${PAGES}/profile`);
        await teacher.page.getByText('Piano').waitFor();
      }
      expect(await teacher.session()).not.toHaveProperty('error');
    },
  );

  it('the page is told where a session cannot be renewed', async () => {
    await app.restartBackend('2s');
    await teacher.signIn();
    await app.restartBackend();
    await sleep(2500);
    expect(await teacher.session()).toHaveProperty('error', 'RefreshAccessTokenError');
    await teacher.page.reload();
    await teacher.page.waitForURL('**/login');
  });

  it('is let pass by httponly verify', () => {
    expect(app.verify()).toMatchObject({ exit: 0, printed: expect.stringContaining('No script can read a token.') as string });
  });
});
