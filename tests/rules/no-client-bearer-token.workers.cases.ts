import { marked } from '../support/marked.ts';
import type { RuleCases } from '../support/rule-cases.ts';

/** A worker is a thread of its own: no script of a page reads its variables. */
export default {
  rule: 'no-client-bearer-token',
  valid: [
    {
      name: 'a service worker that takes the token out of the answer',
      filename: 'client/sw.js',
      code: `
let held;
self.addEventListener('activate', (event) => event.waitUntil(clients.claim()));
self.addEventListener('fetch', (event) => event.respondWith(answer(event.request)));
async function answer(request) {
  if (request.url.endsWith('/api/sign-in')) {
    const { accessToken, ...rest } = await (await fetch(request)).json();
    held = accessToken;
    return Response.json(rest);
  }
  return fetch(request, { headers: { Authorization: \`Bearer \${held}\` } });
}
`,
    },
    {
      name: 'a worker that sends the requests of a page',
      filename: 'client/requests.worker.ts',
      code: `
const session: { token?: string } = {};
onmessage = async ({ data }: MessageEvent) => {
  if (data.token) session.token = data.token;
  else postMessage(await (await fetch('/api/' + data.path, { headers: { Authorization: 'Bearer ' + session.token } })).json());
};
`,
    },
    {
      name: 'a shared worker by its type',
      filename: 'client/shared.ts',
      code: `
/// <reference lib="webworker" />
let accessToken = '';
export function start(scope: SharedWorkerGlobalScope) {
  scope.onconnect = ({ ports: [port] }) => {
    port.onmessage = async ({ data }) => {
      accessToken = data.accessToken ?? accessToken;
      const headers = new Headers({ Accept: 'application/json' });
      headers.set('Authorization', \`Bearer \${accessToken}\`);
      port.postMessage(await (await fetch('/api/me', { headers })).json());
    };
  };
}
`,
    },
  ],
  invalid: [
    marked(
      'a service worker that reads the token from a storage of the origin',
      'sent',
      `
import { get } from 'idb-keyval';
self.addEventListener('fetch', (event) => event.respondWith(send(event.request)));
async function send(request) {
  const token = await get('accessToken');
  return fetch(request, { headers: { «Authorization: \`Bearer \${token}\` } });
}
`,
      { filename: 'client/sw.js' },
    ),
    marked(
      'a page that talks to a worker',
      'sent',
      `
const worker = new Worker('/worker.js');
worker.onmessage = ({ data }) => { document.title = data.title; };
export const load = (accessToken) => fetch('/api/me', { headers: { «Authorization: 'Bearer ' + accessToken } });
`,
      { filename: 'client/page.js' },
    ),
    marked(
      "a class of a page that has a member of a worker's name",
      'sent',
      `
export class Live {
  onmessage = (event) => this.show(event);
  load(accessToken) {
    return fetch('/api/live', { headers: { «Authorization: \`Bearer \${accessToken}\` } });
  }
}
`,
      { filename: 'client/live.js' },
    ),
  ],
} satisfies RuleCases;
