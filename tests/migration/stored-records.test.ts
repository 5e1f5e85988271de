import { describe, expect, it } from 'vitest';
import { API, migrated } from '../support/migrated-app.ts';

/** The session's module of an app whose pages keep the answer to a sign-in as it is. */
async function sessionOf(signOut: string, token = "JSON.parse(localStorage.getItem('member')).token", kept = ''): Promise<string> {
  const { text } = await migrated({
    ...API,
    'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { axios: '1', vite: '7' } }),
    'web/src/account.js': `import axios from 'axios';

const API = 'http://localhost:5000/api';
export async function signIn(form) {
  const { data } = await axios.post(\`\${API}/auth/login\`, form);
  ${kept || "localStorage.setItem('member', JSON.stringify(data));"}
  return data;
}
export const orders = () =>
  axios.get(\`\${API}/orders\`, { headers: { Authorization: \`Bearer \${${token}}\` } });
export function signOut() {
  ${signOut}
}
`,
  });
  return text('web/src/session.js');
}

describe('a stored record that holds the token', () => {
  it('of an earlier version goes whole where signing out takes it away', async () => {
    const session = await sessionOf("localStorage.removeItem('member');");
    expect(session).toContain("dropRecord(localStorage, 'member');");
    expect(session).not.toContain('dropTokens');
  });

  it('keeps the rest where nothing takes it away', async () => {
    const session = await sessionOf("localStorage.setItem('member', '{}');");
    expect(session).toContain("dropTokens(localStorage, 'member');");
    expect(session).not.toContain('dropRecord');
  });
});

describe('what is stored beside the token', () => {
  const beside = (signOut: string): Promise<string> =>
    sessionOf(
      signOut,
      "localStorage.getItem('token')",
      "localStorage.setItem('token', data.token);\n  localStorage.setItem('member', JSON.stringify(data.user));",
    );

  it('goes with the token of an earlier version where signing out takes both away', async () => {
    const session = await beside("localStorage.removeItem('token');\n  localStorage.removeItem('member');");
    expect(session).toContain("if ('token' in localStorage) localStorage.removeItem('member');\n  localStorage.removeItem('token');");
  });

  it('stays where signing out leaves it', async () => {
    expect(await beside("localStorage.removeItem('token');")).not.toContain("'member'");
  });
});

describe('what pages keep of who is signed in, when the session has ended', () => {
  const beside = (signOut: string, more = ''): Promise<string> =>
    sessionOf(
      signOut,
      "localStorage.getItem('token')",
      `localStorage.setItem('token', data.token);\n  sessionStorage.setItem('shown', JSON.stringify(data.user));${more}`,
    );

  it.each([
    ['signing out takes it away', "localStorage.removeItem('token');\n  sessionStorage.removeItem('shown');"],
    ['signing out clears the storage', "localStorage.removeItem('token');\n  sessionStorage.clear();"],
  ])('goes where it was stored with the token, and %s', async (_, signOut) => {
    const session = await beside(signOut);
    expect(session).toContain("function dropRecords() {\n  sessionStorage.removeItem('shown');\n}");
    expect(session).toContain('if (Number(localStorage.getItem(HINT)) > 0 && !hasSession()) {');
  });

  it('goes where its name says that it is about who is signed in, wherever it was stored', async () => {
    const session = await sessionOf(
      "localStorage.removeItem('token');\n  localStorage.removeItem('currentUser');\n  localStorage.removeItem('basket');",
      "localStorage.getItem('token')",
      "localStorage.setItem('token', data.token);",
    );
    expect(session).toContain("function dropRecords() {\n  localStorage.removeItem('currentUser');\n}");
  });

  it('goes where the token was in it', async () => {
    expect(await sessionOf("localStorage.removeItem('member');")).toContain(
      "function dropRecords() {\n  localStorage.removeItem('member');\n}",
    );
  });

  it('stays where signing out leaves it', async () => {
    expect(await beside("localStorage.removeItem('token');")).not.toContain('dropRecords');
    expect(await sessionOf("localStorage.setItem('member', '{}');")).not.toContain('dropRecords');
  });
});
