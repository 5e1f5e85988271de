import { describe, expect, it } from 'vitest';
import { migratedPages } from '../support/migrated-pages.ts';

const READ = "const token = localStorage.getItem('token');\n  ";

/** What a page asks about the token together with something else, and what it asks then. */
const QUESTIONS: readonly (readonly [before: string, after: string])[] = [
  ['if (name && token) show(name);', 'if (name && hasSession()) show(name);'],
  ['if (token && name) show(name);', 'if (hasSession() && name) show(name);'],
  ['if (!name || !token) return;', 'if (!name || !hasSession()) return;'],
  ['if (guest || token) show(name);', 'if (guest || hasSession()) show(name);'],
  ['if (a && (b || token)) show(name);', 'if (a && (b || hasSession())) show(name);'],
  ['if (!(name && token)) return;', 'if (!(name && hasSession())) return;'],
  ['if (name && token !== null) show(name);', 'if (name && hasSession()) show(name);'],
  ['if (name && !!token) show(name);', 'if (name && hasSession()) show(name);'],
  ['show(name && token ? name : guest);', 'show(name && hasSession() ? name : guest);'],
  ['while (name && token) show(name);', 'while (name && hasSession()) show(name);'],
];

describe('a question about the token and something else', () => {
  it.each(QUESTIONS)('%s', (before, after) => {
    const { texts, notes } = migratedPages({
      'src/page.js': `export function start(name, guest, a, b) {\n  ${READ}${before}\n}\nexport const books = () => fetch('/books', { headers: { Authorization: \`Bearer \${localStorage.getItem('token')}\` } });\n`,
    });
    expect(texts['src/page.js']).toContain(`export function start(name, guest, a, b) {\n  ${after}\n}`);
    expect(notes).toEqual([]);
  });
});
