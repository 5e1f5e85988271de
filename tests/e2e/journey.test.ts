import { createServer } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { API, ExampleApp } from './support/example-app.ts';
import { openBrowser } from '../support/browser.ts';
import { USER, Visit } from './support/journey.ts';

let browser: Browser;
let visit: Visit;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

beforeEach(async () => {
  visit = await Visit.begin(browser);
});

afterEach(async () => {
  await visit.end();
});

/** A page of another site that posts to the API on behalf of whoever looks at it. @returns The status of the answer. */
async function forgedPost(): Promise<number> {
  const elsewhere = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end('<h1>Win a prize</h1>'));
  await new Promise<void>((resolve) => elsewhere.listen(4666, '127.0.0.1', resolve));
  try {
    // 127.0.0.1 and localhost are different sites.
    await visit.page.goto('http://127.0.0.1:4666');
    const answered = visit.page.waitForResponse(`${API}/api/lists`);
    await visit.page.evaluate(
      `fetch('${API}/api/lists', { method: 'POST', mode: 'no-cors', credentials: 'include', body: '{"name":"Forged"}' }).catch(() => undefined)`,
    );
    return (await answered).status();
  } finally {
    await new Promise((resolve) => elsewhere.close(resolve));
  }
}

/** What another program does: no page, no cookie, no Origin. */
async function webhook(listId: string): Promise<number> {
  const answer = await fetch(`${API}/api/webhooks/calendar`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Calendar-Secret': 'webhook' },
    body: JSON.stringify({ title: 'Review', startsAt: '2030-01-01T10:00:00Z', listId }),
  });
  return answer.status;
}

/** A program that signs in for itself and sends what it got as a Bearer token. */
async function programSigningIn(): Promise<{ body: Record<string, unknown>; cookies: string[] }> {
  const answer = await fetch(`${API}/api/auth/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(USER),
  });
  return { body: (await answer.json()) as Record<string, unknown>, cookies: answer.headers.getSetCookie() };
}

/** Everything that people do works, and nothing that a script can read holds the token. */
async function worksWithoutReadableToken(): Promise<string> {
  await visit.register();
  const listId = await visit.work();
  expect(await visit.readable()).toEqual([]);
  await visit.signOut();
  expect(await visit.landsAt('/lists')).toBe('/login');
  await visit.signIn();
  await visit.page.reload();
  await visit.page.getByRole('link', { name: USER.name }).waitFor();
  expect(await visit.readable()).toEqual([]);
  expect(await visit.leaks()).toEqual([]);
  expect((await visit.context.cookies()).filter(({ name }) => name.endsWith('_session'))).toEqual([
    expect.objectContaining({ httpOnly: true, sameSite: 'Lax', path: '/' }),
  ]);
  return listId;
}

describe('the example, before migration', () => {
  const app = new ExampleApp('react-express');
  beforeAll(async () => {
    app.install();
    await app.start();
  });
  afterAll(() => app.remove());

  it('works, and any script can read the token', async () => {
    await visit.register();
    await visit.work();
    expect(await visit.readable()).toEqual(['localStorage']);
    expect(await visit.leaks()).toContain('response body POST /api/auth/register: token');
  });
});

describe.each([
  ['all at once', []],
  ['with a CSRF token', ['--csrf', 'token']],
])('the example, migrated %s', (_name, options) => {
  const app = new ExampleApp('react-express');
  beforeAll(async () => {
    const printed = app.migrate(...options);
    expect(printed).toContain('nothing is left to do by hand');
    app.install();
    await app.start();
  });
  afterAll(() => app.remove());

  it('passes its own tests', () => {
    expect(app.run('npm', 'test')).not.toMatch(/\d+ failed/);
  });

  it('works, and no script can read the token', async () => {
    const listId = await worksWithoutReadableToken();
    expect(await forgedPost()).toBe(403);
    expect(await webhook(listId)).toBe(201);
  });

  it('signs people out when the session ends', async () => {
    await app.restartServer({ JWT_EXPIRES_IN: '4s' });
    await visit.register();
    await new Promise((resolve) => setTimeout(resolve, 4500));
    expect(await visit.landsAt('/lists')).toBe('/login');
  });

  it('has nothing left to migrate', () => {
    expect(app.migrate(...options)).toContain('Nothing to change.');
  });
});

describe('the example, migrated phase by phase', () => {
  const app = new ExampleApp('react-express');
  beforeAll(() => {
    app.install();
  });
  afterEach(() => app.stop());
  afterAll(() => app.remove());

  it('server: the client works as it did, and a sign-in sets the cookie already', async () => {
    app.migrate('--phase', 'server');
    app.install();
    await app.start();
    await visit.register();
    await visit.work();
    expect(await visit.readable()).toEqual(['localStorage']);
    const { body, cookies } = await programSigningIn();
    expect(body).toHaveProperty('token');
    expect(cookies).toEqual([expect.stringMatching(/_session=.*; HttpOnly; SameSite=Lax$/)]);
  });

  it('client: pages keep nothing, while the server still answers with the token', async () => {
    app.migrate('--phase', 'client');
    await app.start();
    await visit.register();
    await visit.work();
    expect(await visit.readable()).toEqual([]);
    expect(await visit.leaks()).toContain('response body POST /api/auth/register: token');
  });

  it('cleanup: the token leaves the answers', async () => {
    app.migrate('--phase', 'cleanup');
    await app.start();
    await worksWithoutReadableToken();
    expect((await programSigningIn()).body).not.toHaveProperty('token');
  });
});
