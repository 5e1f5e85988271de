import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserType } from 'playwright-core';

/** Where systems put a browser of Chromium's kind. Playwright knows of Chrome and Edge by itself. */
const USUAL_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const CHANNELS = ['chrome', 'msedge', 'chromium'] as const;

/** How a browser is started. */
export interface BrowserOptions {
  /** The project's folder, which may have the driver. */
  readonly root: string;
  /** A browser's program. */
  readonly browser: string | undefined;
  readonly isHeaded: boolean;
}

/**
 * Starts the browser that is installed: the one that is named, or else Chromium, Chrome or Edge. Nothing is downloaded.
 *
 * @throws {Error} Where playwright-core or a browser is missing, with what to do.
 */
export async function openBrowser({ root, browser, isHeaded }: BrowserOptions): Promise<Browser> {
  const chromium = await chromiumOfPlaywright(root);
  // A container's root user has no sandbox to start a browser in.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const options = { headless: !isHeaded, args };
  const executablePath = browser ?? process.env['HTTPONLY_BROWSER'] ?? USUAL_PATHS.find((one) => existsSync(one));
  if (executablePath !== undefined) {
    if (!existsSync(executablePath)) throw new Error(`--browser ${executablePath}: there is no such program.`);
    return await chromium.launch({ ...options, executablePath });
  }
  for (const channel of CHANNELS) {
    const started = await chromium.launch({ ...options, channel }).catch(() => undefined);
    if (started) return started;
  }
  throw new Error('no browser was found. Install Chromium, Chrome or Edge, or name one: --browser PATH.');
}

/** Packages that bring the driver, any of which a project with browser tests has. */
const DRIVERS = ['playwright-core', 'playwright', '@playwright/test'];

/** The driver that the project has, or the one beside this package. */
async function chromiumOfPlaywright(root: string): Promise<BrowserType> {
  for (const base of [path.join(root, 'package.json'), import.meta.url]) {
    for (const name of DRIVERS) {
      const found = resolved(base, name);
      if (found === undefined) continue;
      const { chromium, default: whole } = (await import(pathToFileURL(found).href)) as Driver & { readonly default?: Driver };
      return chromium ?? whole!.chromium!;
    }
  }
  throw new Error('verify drives a browser with playwright-core, which is not installed: npm install --save-dev playwright-core');
}

interface Driver {
  readonly chromium?: BrowserType;
}

function resolved(base: string, name: string): string | undefined {
  try {
    return createRequire(base).resolve(name);
  } catch {
    return undefined;
  }
}
