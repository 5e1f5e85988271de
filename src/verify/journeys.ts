import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import type { User } from './sign-in.ts';
import { quiet, signIn } from './sign-in.ts';

/** What a step of a journey gets. */
export interface JourneyStep {
  readonly page: Page;
  readonly url: string;
}

/** How somebody gets into an app, and out of it. */
export interface Journey {
  begin(step: JourneyStep): Promise<unknown>;
  /** @returns Whether somebody signed out. Not given where the page's own button is looked for. */
  readonly end?: (step: JourneyStep) => Promise<boolean>;
}

/** Signs in by the app's own form. @param path Where that is; the app's first page, where it is not given. */
export function formJourney(user: User, path: string | undefined): Journey {
  return {
    begin: async ({ page, url }) => {
      await page.goto(new URL(path ?? '', url).href);
      await quiet(page);
      await signIn(page, user);
    },
  };
}

/** Waits until a person has signed in in the window. @param ask Says what to do, and waits for Enter. */
export function headedJourney(ask: (question: string) => Promise<unknown>): Journey {
  return {
    begin: async ({ page, url }) => {
      await page.goto(url);
      await ask('Sign in in the window and go through the app. Then press Enter here: ');
      await quiet(page);
    },
  };
}

/**
 * A journey out of a file: `export default async ({ page, url }) => …` signs in and goes through the app, and
 * `export async function signOut({ page })`, where there is one, signs out.
 *
 * @param user What the file gets besides, where it was given.
 * @throws {Error} When the file cannot be loaded or exports no function.
 */
export async function fileJourney(file: string, user: User | undefined): Promise<Journey> {
  const module = (await import(pathToFileURL(file).href)) as { readonly default?: unknown; readonly signOut?: unknown };
  if (typeof module.default !== 'function')
    throw new Error(`${file} has no default export that signs in: export default async ({ page, url }) => { … }`);
  const begin = module.default as (step: JourneyStep & { user?: User }) => Promise<unknown>;
  const end = module.signOut as ((step: JourneyStep) => Promise<unknown>) | undefined;
  return {
    begin: (step) => begin({ ...step, ...(user && { user }) }),
    ...(end && {
      end: async (step: JourneyStep) => {
        await end(step);
        return true;
      },
    }),
  };
}
