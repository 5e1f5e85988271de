import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-client-bearer-token',
  valid: [
    {
      name: 'a helper whose callers all ask somebody else',
      filename: 'src/repos.tsx',
      code: `
import { useState } from 'react';
const headersWith = (token) => ({ Accept: 'application/vnd.github+json', Authorization: \`Bearer \${token}\` });
export const repos = (token) => fetch('https://api.github.com/user/repos', { headers: headersWith(token) });
export const issues = (token, name) => fetch(\`https://api.github.com/repos/\${name}/issues\`, { headers: headersWith(token) });
`,
    },
    {
      name: 'a variable that goes abroad, through a helper of its own',
      filename: 'src/pages/Songs.jsx',
      code: `
import { useEffect } from 'react';
function authorized(accessToken) {
  const headers = { Authorization: 'Bearer ' + accessToken };
  return { headers };
}
export const songs = (accessToken) => fetch('https://api.spotify.com/v1/me/tracks', authorized(accessToken));
`,
    },
    {
      name: 'a client that a package makes for a service',
      filename: 'src/components/Board.tsx',
      code: `
import { useState } from 'react';
import { graphql } from '@octokit/graphql';
export const ask = (token: string) => graphql.defaults({ headers: { authorization: \`bearer \${token}\` } });
`,
    },
  ],
  invalid: [
    {
      name: 'a helper of which one caller asks the own API',
      filename: 'src/repos.tsx',
      code: `
import { useState } from 'react';
const headersWith = (accessToken) => ({ Authorization: \`Bearer \${accessToken}\` });
export const repos = (t) => fetch('https://api.github.com/user/repos', { headers: headersWith(t) });
export const mine = (t) => fetch('/api/mine', { headers: headersWith(t) });
`,
      errors: [{ messageId: 'sent', line: 3, column: 41 }],
    },
    {
      name: 'headers that go to the own API besides',
      filename: 'src/pages/Both.jsx',
      code: `
export function Both({ accessToken }) {
  const headers = { Authorization: \`Bearer \${accessToken}\` };
  const load = () => Promise.all([fetch('https://api.github.com/user', { headers }), fetch('/api/me', { headers })]);
  return <button onClick={load} />;
}
`,
      errors: [{ messageId: 'sent', line: 3, column: 21 }],
    },
    {
      name: 'a variable for the own API',
      filename: 'src/pages/Mine.jsx',
      code: `
import { useEffect } from 'react';
export function mine(accessToken) {
  const headers = { Authorization: 'Bearer ' + accessToken };
  return fetch('/api/mine', { headers });
}
`,
      errors: [{ messageId: 'sent', line: 4, column: 21 }],
    },
  ],
} satisfies RuleCases;
