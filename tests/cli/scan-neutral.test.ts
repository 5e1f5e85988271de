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

  it("is the page's by what it is made of, where it has no more of the database than its types", () => {
    const store = (imports: string): string =>
      `import { defineStore } from 'pinia';\n${imports}\nexport const useAccount = defineStore('account', {\n  state: () => ({ token: useCookie('auth_token').value || null }),\n});\n`;
    const nuxt = { nuxt: '3', pinia: '2' };
    expect(reported({ 'stores/account.ts': store("import type { User } from '@prisma/client';") }, nuxt)).toEqual([
      'stores/account.ts:4 no-script-readable-token-cookie',
    ]);
    expect(reported({ 'stores/account.ts': store("import { prisma } from '@prisma/client';") }, nuxt)).toEqual([]);
  });

  it("is no page's for a public variable beside what only a server has", () => {
    const settings = (more: string): string =>
      `export const settings = {\n  sessionSecret: process.env.SESSION_SECRET || 'change-me-in-production',\n  ${more}\n};\n`;
    expect(reported({ 'config/env.ts': settings('url: process.env.NEXT_PUBLIC_URL,') })).toEqual(['config/env.ts:2 no-hardcoded-secret']);
  });

  it("is the server's by its package, where it calls another server", () => {
    const call = { 'src/steps.client.ts': API };
    expect(reported(call, { fastify: '5' })).toEqual([]);
    expect(reported(call, { express: '5', jsonwebtoken: '9' })).toEqual([]);
    expect(reported(call, { nuxt: '3' })).toEqual(['src/steps.client.ts:2 no-client-bearer-token']);
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

describe('a module of a route of Remix', () => {
  const remix = { '@remix-run/node': '2', '@remix-run/react': '2', react: '18' };
  const route = (component: string, loader: string): string => `
import { json } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { storage } from '../session.server';
${loader}
export default function Orders() {
  const { token, orders } = useLoaderData();
  ${component}
  return <ul onClick={reload}>{orders.length}</ul>;
}
`;
  const LOADER = `
const load = (path: string, token: string) => fetch(process.env.API + path, { headers: { Authorization: \`Bearer \${token}\` } });
const all = (token: string) => load('/orders', token).then((answer) => answer.json());
export async function loader({ request }) {
  const session = await storage.getSession(request.headers.get('Cookie'));
  return json({ orders: await all(session.get('token')) });
}`;

  it('sends from the page what its component sends', () => {
    const files = {
      'app/routes/orders.tsx': route(
        "const reload = () => fetch('/api/orders', { headers: { Authorization: `Bearer ${token}` } });",
        'export const meta = () => [];',
      ),
    };
    expect(reported(files, remix)).toEqual(['app/routes/orders.tsx:8 no-client-bearer-token']);
  });

  it('sends from the server what its loader sends, and what only the loader calls', () => {
    const files = { 'app/routes/orders.tsx': route('const reload = () => location.reload();', LOADER) };
    expect(reported(files, remix)).toEqual([]);
  });

  it('sends from the page what both call', () => {
    const files = { 'app/routes/orders.tsx': route("const reload = () => load('/orders', token);", LOADER) };
    expect(reported(files, remix)).toEqual(['app/routes/orders.tsx:6 no-client-bearer-token']);
  });

  it("has its session in the server's storage, wherever that is used", () => {
    const files = {
      'app/routes/probe.tsx': `
import { sessionStorage } from '../session.server';
const current = (request: Request) => sessionStorage.getSession(request.headers.get('Cookie'));
export const handle = async (request: Request) => (await current(request)).get('accessToken');
export const keep = async (request: Request, token: string) => (await current(request)).set('accessToken', token);
export default function Probe() { return <p>probe</p>; }
`,
    };
    expect(reported(files, remix)).toEqual([]);
  });

  it('is none where React Router is a library: there a loader runs in the browser', () => {
    const files = {
      'app/routes/orders.tsx': `
import { useLoaderData } from 'react-router';
import { token } from '../session';
export const loader = () => fetch('/api/orders', { headers: { Authorization: \`Bearer \${token}\` } });
export const Orders = () => <ul>{useLoaderData().length}</ul>;
`,
    };
    expect(reported(files, { 'react-router': '7', react: '19' })).toEqual(['app/routes/orders.tsx:4 no-client-bearer-token']);
    expect(reported(files, { 'react-router': '7', '@react-router/node': '7', react: '19' })).toEqual([]);
  });
});
