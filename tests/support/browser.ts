import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

/** A JSON Web Token, wherever it stands. */
export const TOKEN = /eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/;

/** Debian's Chromium, without a window. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
}

/** The places of a page where a script finds a token now: storages, cookies, globals, the document, the address. */
export async function readablePlaces(page: Page): Promise<string[]> {
  const places = await page.evaluate<Record<string, string>>(`(async () => {
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
    return { localStorage: JSON.stringify({ ...localStorage }), sessionStorage: JSON.stringify({ ...sessionStorage }), IndexedDB: JSON.stringify(databases), 'document.cookie': document.cookie, window: globals.join(' '), page: document.documentElement.outerHTML, address: location.href };
  })()`);
  return Object.keys(places).filter((place) => TOKEN.test(places[place]!));
}

/** Watches the responses that a page receives. @returns What waits until all so far are read and says whose bodies held a token. */
export function watchForTokens(page: Page): () => Promise<string[]> {
  const leaks = new Set<string>();
  const read: Promise<void>[] = [];
  page.on('response', (response) => {
    read.push(
      response.text().then(
        (text) => {
          if (TOKEN.test(text)) leaks.add(new URL(response.url()).pathname);
        },
        // A redirect has no body, and a page that is left takes its responses along.
        () => undefined,
      ),
    );
  });
  return async () => {
    await Promise.all(read);
    return [...leaks];
  };
}
