import { describe, expect, it } from 'vitest';
import { migratedPages } from '../support/migrated-pages.ts';

const HEADER = "{ headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } }";

describe('a name of the session’s module that the app has too', () => {
  it('is another one where both are needed', () => {
    const { texts } = migratedPages({
      'src/client.js': `export function apiFetch(url, init = {}) {\n  return fetch(url, { ...init, ...${HEADER} });\n}\n`,
      'src/page.js': `import { apiFetch } from './client';\n\nexport const orders = () => fetch('/orders', ${HEADER});\nexport const add = (body) => apiFetch('/orders', { body });\n`,
    });
    expect(texts['src/client.js']).toContain("import { apiFetch as sessionFetch } from './session';");
    expect(texts['src/client.js']).toContain('return sessionFetch(url, { ...init });');
    expect(texts['src/page.js']).toContain("export const orders = () => sessionFetch('/orders');");
    expect(texts['src/page.js']).toContain("export const add = (body) => apiFetch('/orders', { body });");
  });

  it('does not call itself', () => {
    const { texts } = migratedPages({
      'src/auth.js': `export const hasSession = () => Boolean(localStorage.getItem('token'));\nexport function endSession() {\n  localStorage.removeItem('token');\n  location.reload();\n}\nexport const orders = () => fetch('/orders', ${HEADER});\n`,
    });
    expect(texts['src/auth.js']).toContain('export const hasSession = () => hasCookieSession();');
    expect(texts['src/auth.js']).toContain('export function endSession() {\n  endCookieSession();');
  });

  it('stays as it is where the app’s own goes', () => {
    const { texts } = migratedPages({
      'src/page.js': `const apiFetch = { headers: { Authorization: \`Bearer \${localStorage.getItem('token')}\` } };\nexport const orders = () => fetch('/orders', apiFetch);\n`,
    });
    expect(texts['src/page.js']).toContain("import { apiFetch } from './session';");
  });
});
