import { describe, expect, it } from 'vitest';
import { API, migrated } from '../support/migrated-app.ts';

/** The session's module of an app whose pages keep the answer to a sign-in as it is. */
async function sessionOf(signOut: string): Promise<string> {
  const { text } = await migrated({
    ...API,
    'web/package.json': JSON.stringify({ name: 'web', type: 'module', dependencies: { axios: '1', vite: '7' } }),
    'web/src/account.js': `import axios from 'axios';

const API = 'http://localhost:5000/api';
export async function signIn(form) {
  const { data } = await axios.post(\`\${API}/auth/login\`, form);
  localStorage.setItem('member', JSON.stringify(data));
  return data;
}
export const orders = () =>
  axios.get(\`\${API}/orders\`, { headers: { Authorization: \`Bearer \${JSON.parse(localStorage.getItem('member')).token}\` } });
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
