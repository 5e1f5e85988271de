import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { CLIENT } from './example-app.ts';

/** A JSON Web Token, wherever it stands. */
const TOKEN = /eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/;

export const USER = { name: 'Ada Marsh', email: 'ada@example.com', password: 'correct-horse' };

/** Debian's Chromium, without a window. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
}

/** A browser profile of its own, with everything in it that a script of the page could get hold of. */
export class Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** URLs whose answers held a token. */
  readonly leaks = new Set<string>();
  private readonly answers: Promise<void>[] = [];

  private constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
    page.setDefaultTimeout(10_000);
    page.on('response', (response) => {
      this.answers.push(
        response.text().then(
          (text) => {
            if (TOKEN.test(text)) this.leaks.add(new URL(response.url()).pathname);
          },
          () => undefined,
        ),
      );
    });
  }

  static async begin(browser: Browser): Promise<Visit> {
    const context = await browser.newContext();
    return new Visit(context, await context.newPage());
  }

  async end(): Promise<void> {
    await this.context.close();
  }

  /** Waits until every answer so far is read: a page that is left takes its answers along. */
  private async answered(): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    await Promise.all(this.answers);
  }

  /** The places of the page where a script finds a token now. */
  async readable(): Promise<string[]> {
    const places = await this.page.evaluate<Record<string, string>>(`(async () => {
      const databases = await Promise.all((await indexedDB.databases()).map(({ name }) => new Promise((resolve) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => resolve([]);
        opening.onsuccess = () => {
          const names = [...opening.result.objectStoreNames];
          if (names.length === 0) return resolve([]);
          const transaction = opening.result.transaction(names);
          Promise.all(names.map((one) => new Promise((done) => { const asked = transaction.objectStore(one).getAll(); asked.onsuccess = () => done(asked.result); asked.onerror = () => done([]); }))).then(resolve);
        };
      })));
      const globals = Object.getOwnPropertyNames(window).map((name) => { try { const value = window[name]; return typeof value === 'string' ? value : value && Object.getPrototypeOf(value) === Object.prototype ? JSON.stringify(value) : ''; } catch { return ''; } });
      return { localStorage: JSON.stringify({ ...localStorage }), sessionStorage: JSON.stringify({ ...sessionStorage }), IndexedDB: JSON.stringify(databases), 'document.cookie': document.cookie, window: globals.join(' '), page: document.documentElement.outerHTML };
    })()`);
    return Object.keys(places).filter((place) => TOKEN.test(places[place]!));
  }

  async register(): Promise<void> {
    const { page } = this;
    await page.goto(`${CLIENT}/register`);
    await page.getByLabel('Name').fill(USER.name);
    await page.getByLabel('Email').fill(USER.email);
    await page.getByLabel('Password').fill(USER.password);
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.waitForURL('**/lists');
    await this.answered();
  }

  async signIn(): Promise<void> {
    const { page } = this;
    await page.goto(`${CLIENT}/login`);
    await page.getByLabel('Email').fill(USER.email);
    await page.getByLabel('Password').fill(USER.password);
    await page.locator('form').getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/lists');
    await this.answered();
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: 'Sign out' }).click();
    await this.page.getByRole('link', { name: 'Sign in' }).first().waitFor();
  }

  /** What people do with the app, but for signing up, in and out: axios and fetch, reading and writing. @returns The id of a list. */
  async work(): Promise<string> {
    const { page } = this;
    await page.goto(`${CLIENT}/lists`);
    await page.getByLabel('New list').fill('Launch');
    await page.getByRole('button', { name: 'Create list' }).click();
    await page.getByRole('link', { name: 'Launch' }).first().click();
    await page.getByLabel('New task').fill('Book the venue');
    await page.getByRole('button', { name: 'Add task' }).click();
    await page.getByText('Book the venue').waitFor();
    await page.getByRole('checkbox').first().click();
    await page.locator('li.done').waitFor();
    await page.reload();
    await page.locator('li.done').waitFor();
    await page.getByRole('link', { name: USER.name }).click();
    await page.waitForURL('**/profile');
    await page.goBack();
    await page.getByText('Book the venue').waitFor();
    return new URL(page.url()).pathname.split('/').at(-1)!;
  }

  /** Where somebody who asks for a page of signed-in people ends up. */
  async landsAt(path: string): Promise<string> {
    await this.page.goto(CLIENT + path);
    await this.page.waitForLoadState('networkidle');
    return new URL(this.page.url()).pathname;
  }
}
