import type { ChildProcess } from 'node:child_process';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { tokenMatchers, watchTokens } from '../../../src/playwright.ts';
import { answers, command, ExampleCopy, stopped } from './example-app.ts';

export const PAGES = 'http://localhost:3005';
export const BACKEND = 'http://localhost:4005';

const USER = { email: 'clara@example.com', password: 'allegro-vivace' };

/** The example whose pages take the token of its backend out of NextAuth's session. */
export class NextAuthApp extends ExampleCopy {
  private backend: ChildProcess | undefined;

  constructor() {
    super('next-auth-express');
  }

  /** Builds the pages, which checks their types, and serves them and the backend. */
  async start(): Promise<void> {
    const next = path.join(this.root, 'node_modules/next/dist/bin/next');
    const web = path.join(this.root, 'web');
    this.run('npm', 'run', 'build', '--silent');
    this.serve([next, 'start', '--port', '3005'], web, {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: '1',
      NEXTAUTH_URL: PAGES,
      NEXTAUTH_SECRET: 'a-secret-of-the-pages-0123456789',
    });
    await this.restartBackend();
    await answers(PAGES);
  }

  /** What `httponly verify` says of the running app. NextAuth's own sessions are not ended at its server, so nobody signs out. */
  verify(): { readonly exit: number | null; readonly printed: string } {
    const user = ['--sign-in', '/login', '--user', USER.email, '--password', USER.password, '--no-sign-out'];
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'verify', PAGES, ...user, '--visit', '/profile'], {
      encoding: 'utf8',
    });
    return { exit: status, printed: stdout + stderr };
  }

  /** Starts the backend anew: it has forgotten the refresh tokens that it gave. @param lifetime How long its tokens last. */
  async restartBackend(lifetime = '15m'): Promise<void> {
    if (this.backend) await stopped(this.backend);
    this.backend = this.serve(['src/index.js'], path.join(this.root, 'api'), {
      ...process.env,
      JWT_SECRET: 'a-secret-of-the-backend-0123456789',
      TOKEN_TTL: lifetime,
    });
    await answers(`${BACKEND}/none`);
  }
}

/** What somebody does who gives lessons. */
export class Teacher {
  readonly page: Page;
  readonly context: BrowserContext;

  private constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
    page.setDefaultTimeout(10_000);
  }

  static async begin(browser: Browser): Promise<Teacher> {
    const context = await browser.newContext();
    await watchTokens(context);
    return new Teacher(context, await context.newPage());
  }

  async signIn(): Promise<void> {
    const { page } = this;
    await page.goto(`${PAGES}/login`);
    await page.getByLabel('Email').fill(USER.email);
    await page.getByLabel('Password').fill(USER.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Robert').waitFor();
  }

  /** Books a lesson, and looks at the profile: what reads and what writes. */
  async work(): Promise<void> {
    const { page } = this;
    await page.getByLabel('Student').fill('Johannes');
    await page.getByLabel('When').fill('2031-05-06T10:00');
    await page.getByRole('button', { name: 'Book' }).click();
    await page.getByText('Johannes').first().waitFor();
    await page.reload();
    await page.getByText('Johannes').first().waitFor();
    await page.getByRole('link', { name: 'Clara Weir' }).click();
    await page.getByText('Piano').waitFor();
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: 'Sign out' }).click();
    await this.page.getByLabel('Password').waitFor();
  }

  /** What the package's matcher for Playwright says of the page. */
  async judged(): Promise<{ readonly pass: boolean; readonly said: string }> {
    await this.page.waitForLoadState('networkidle');
    const { pass, message } = await tokenMatchers.toKeepTokensFromScripts(this.page);
    return { pass, said: message() };
  }

  /** What `/api/auth/session` tells a script. */
  async session(): Promise<Readonly<Record<string, unknown>>> {
    return await this.page.evaluate<Record<string, unknown>>(`fetch('/api/auth/session').then((answer) => answer.json())`);
  }
}
