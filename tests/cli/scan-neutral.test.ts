import { describe, expect, it } from 'vitest';
import { scan } from '../../src/cli/scan.ts';
import { temporaryProject } from '../support/temporary-project.ts';

const reported = (
  files: Readonly<Record<string, string>>,
  dependencies: Readonly<Record<string, string>> = { next: '15', react: '19' },
): string[] =>
  scan(temporaryProject({ 'package.json': JSON.stringify({ dependencies }), ...files })).findings.map(
    ({ file, line, rule }) => `${file}:${line} ${rule}`,
  );

const API = `
export const me = (accessToken: string) => fetch(BASE + '/me', { headers: { Authorization: \`Bearer \${accessToken}\` } });
`;
const COMPONENT = `'use client';
import { me } from '../lib/api';
export const Me = ({ session }) => <button onClick={() => me(session.key)}>me</button>;
`;
const ROUTE = `
import { me } from '../../../lib/api';
export const GET = async (request: Request) => Response.json(await (await me(request.headers.get('x-key')!)).json());
`;

describe('a module that says nothing of where it runs', () => {
  it("is the page's where only the page's code imports it", () => {
    expect(reported({ 'lib/api.ts': API, 'app/me.tsx': COMPONENT })).toEqual(['lib/api.ts:2 no-client-bearer-token']);
  });

  it("is the server's where only the server's code imports it", () => {
    expect(reported({ 'lib/api.ts': API, 'app/api/me/route.ts': ROUTE })).toEqual([]);
  });

  it('is neither where both do, or nobody does', () => {
    expect(reported({ 'lib/api.ts': API, 'app/me.tsx': COMPONENT, 'app/api/me/route.ts': ROUTE })).toEqual([]);
    expect(reported({ 'lib/api.ts': API })).toEqual([]);
  });

  it('is so through another such module, in Nuxt too', () => {
    const files = {
      'utils/api.ts': API,
      'utils/account.ts': "export { me } from './api';\n",
      'pages/me.vue': "<script setup>\nimport { me } from '../utils/account';\nme(props.session.key);\n</script>\n",
    };
    expect(reported(files, { nuxt: '3' })).toEqual(['utils/api.ts:2 no-client-bearer-token']);
  });
});
