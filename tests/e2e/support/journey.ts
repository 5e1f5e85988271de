import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Visit as Watched } from '../../../src/verify/visit.ts';
import { CLIENT } from './example-app.ts';

export const USER = { name: 'Ada Marsh', email: 'ada@example.com', password: 'correct-horse' };

/** A browser profile of its own, with everything in it that a script of the page could get hold of. */
export class Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  private readonly watched: Watched;

  private constructor(context: BrowserContext, page: Page, watched: Watched) {
    this.context = context;
    this.page = page;
    this.watched = watched;
    page.setDefaultTimeout(10_000);
  }

  static async begin(browser: Browser): Promise<Visit> {
    const context = await browser.newContext();
    const watched = await Watched.of(context);
    return new Visit(context, await context.newPage(), watched);
  }

  async end(): Promise<void> {
    await this.context.close();
  }

  private async answered(): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    await this.leaks();
  }

  /** The places of the page where a script finds a token now. */
  async readable(): Promise<string[]> {
    return [...new Set((await this.watched.readableNow(this.page)).map(({ place }) => place))];
  }

  /** What of all that was sent and received so far held a token. */
  async leaks(): Promise<string[]> {
    return (await this.watched.seen()).map(({ place, name }) => `${place} ${name}`);
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
