import { describe, expect, it } from 'vitest';
import { scan } from '../../src/cli/scan.ts';
import { temporaryProject } from '../support/temporary-project.ts';

const reported = (files: Readonly<Record<string, string>>, dependencies: Readonly<Record<string, string>> = NEXT): string[] =>
  scan(temporaryProject({ 'package.json': JSON.stringify({ dependencies }), ...files })).findings.map(
    ({ file, line, rule }) => `${file}:${line} ${rule}`,
  );

const NEXT = { next: '15', react: '19', 'next-auth': '5' };

/** A request with the session's token, to an address that both sides know. */
const request = (token: string): string =>
  `fetch(\`\${process.env.NEXT_PUBLIC_API}/orders\`, { headers: { Authorization: \`Bearer \${${token}}\` } })`;

const LIBRARY = `export const orders = async (accessToken: string) => (await ${request('accessToken')}).json();\n`;

describe('what runs on the server of a framework alone', () => {
  it('is an entry of the app folder that says no more of it', () => {
    const page = (directive: string): string => `${directive}
import { session } from '@/lib/session';
export default function Orders() {
  return <List load={session().then(({ accessToken }) => ${request('accessToken')})} />;
}
`;
    expect(reported({ 'src/app/(shop)/orders/page.tsx': page('') })).toEqual([]);
    expect(reported({ 'src/app/(shop)/orders/page.tsx': page("'use client';") })).toEqual([
      'src/app/(shop)/orders/page.tsx:4 no-client-bearer-token',
    ]);
  });

  it('is a component that waits', () => {
    const component = (start: string): string => `
export ${start} OrderCount({ user }) {
  const answer = ${request('user.accessToken')};
  return <b>{answer.count}</b>;
}
`;
    expect(reported({ 'components/order-count.tsx': component('async function') })).toEqual([]);
    expect(reported({ 'components/order-count.tsx': component('function') })).toEqual([
      'components/order-count.tsx:3 no-client-bearer-token',
    ]);
  });

  it('is what asks for the session as only a server can', () => {
    const asks = (imports: string, call: string): string => `${imports}
export const mine = async () => {
  const session = ${call};
  return ${request('session.user.accessToken')};
};
`;
    const at = (text: string): string[] => reported({ 'lib/mine.ts': text, 'auth.ts': 'export const auth = () => {};' });
    expect(at(asks("import { getServerSession } from 'next-auth';", 'await getServerSession(options)'))).toEqual([]);
    expect(at(asks("import { getServerSession } from 'next-auth/next';", 'await getServerSession(options)'))).toEqual([]);
    expect(at(asks("import { auth } from '@/auth';", 'await auth()'))).toEqual([]);
    expect(at(asks("import { auth } from '@clerk/nextjs/server';", 'await auth()'))).toEqual([]);
    expect(at(asks("import { getSession } from 'next-auth/react';", 'await getSession()'))).toEqual([
      'lib/mine.ts:4 no-client-bearer-token',
    ]);
    expect(at(asks("import { auth } from './firebase';", 'await auth.currentUser'))).toEqual(['lib/mine.ts:4 no-client-bearer-token']);
  });

  it('is what keeps answers as only the server can', () => {
    const kept = (options: string): string => `
export const orders = (accessToken) =>
  fetch(process.env.NEXT_PUBLIC_API + '/orders', { headers: { Authorization: \`Bearer \${accessToken}\` }, ${options} });
`;
    expect(reported({ 'lib/orders.ts': kept('next: { revalidate: 60 }') })).toEqual([]);
    expect(reported({ 'lib/orders.ts': kept("next: { tags: ['orders'] }") })).toEqual([]);
    expect(reported({ 'lib/orders.ts': kept("cache: 'no-store'") })).toEqual(['lib/orders.ts:3 no-client-bearer-token']);
  });

  it('is what nothing but such code imports', () => {
    const page = `
import { orders } from '@/lib/orders';
export default async function Page() {
  return <p>{(await orders(await token())).length}</p>;
}
`;
    const button = `'use client';
import { orders } from '@/lib/orders';
export const Reload = ({ token }) => <button onClick={() => orders(token)}>again</button>;
`;
    const old = (more: string): string => `
import { orders } from '../lib/orders';
export async function getServerSideProps({ req }) {
  return { props: { orders: await orders(req.cookies.sid) } };
}
export default function Old(props) {
  ${more}
  return <p>{props.orders.length}</p>;
}
`;
    const files = { 'lib/orders.ts': LIBRARY, 'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }' };
    const found = ['lib/orders.ts:1 no-client-bearer-token'];
    expect(reported({ ...files, 'app/page.tsx': page })).toEqual([]);
    expect(reported({ ...files, 'app/page.tsx': page, 'app/reload.tsx': button })).toEqual(found);
    expect(reported({ ...files, 'pages/old.tsx': old('') })).toEqual([]);
    expect(reported({ ...files, 'pages/old.tsx': old('setInterval(() => orders(props.sid), 1000);') })).toEqual(found);
    expect(reported(files)).toEqual(found);
  });

  it('is so in other frameworks that have both sides', () => {
    const library =
      "export const me = (token: string) => fetch(import.meta.env.VITE_API + '/me', { headers: { Authorization: `Bearer ${token}` } });\n";
    const load = "import { me } from '$lib/api';\nexport const load = async ({ cookies }) => ({ me: await me(cookies.get('sid')) });\n";
    const kit = { '@sveltejs/kit': '2', svelte: '5' };
    expect(reported({ 'src/lib/api.ts': library, 'src/routes/+page.server.ts': load }, kit)).toEqual([]);
    expect(reported({ 'src/lib/api.ts': library, 'src/routes/+page.ts': load }, kit)).toEqual(['src/lib/api.ts:1 no-client-bearer-token']);
  });

  it('is what makes the cookies of React Router, whose package is for pages too', () => {
    const router = { react: '19', 'react-router': '7', '@react-router/node': '7' };
    const session = (maker: string): string => `import { ${maker} } from 'react-router';\nexport const kept = ${maker}`;
    const cookie = "name: '__session', httpOnly: true, secure: true, secrets: ['a key of ours']";
    const found = (line: string): string[] => [`${line} no-hardcoded-secret`];
    expect(reported({ 'app/session.ts': `${session('createCookieSessionStorage')}({ cookie: { ${cookie} } });\n` }, router)).toEqual(
      found('app/session.ts:2'),
    );
    expect(reported({ 'app/session.ts': `${session('createSessionStorage')}({ cookie: { ${cookie} }, ...records });\n` }, router)).toEqual(
      found('app/session.ts:2'),
    );
    expect(
      reported(
        { 'app/kept.ts': `${session('createCookie')}('auth', { httpOnly: true, secure: true, secrets: ['a key of ours'] });\n` },
        router,
      ),
    ).toEqual(found('app/kept.ts:2'));
  });
});
