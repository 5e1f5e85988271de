import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

/** A JSON Web Token, wherever it stands. */
export const TOKEN = /eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/;

/** Debian's Chromium, without a window. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
}
