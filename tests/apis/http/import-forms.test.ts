import { describe, expect, it } from 'vitest';
import { lint } from '../../support/eslint.ts';

const API = 'https://api.example.com';

/** A client, by the module and the export that give it, and a request or an instance made with it. */
interface Client {
  readonly module: string;
  readonly exported: string;
  readonly use: (client: string) => string;
}

const CLIENTS: readonly Client[] = [
  { module: 'axios', exported: 'default', use: (client) => `${client}.get('${API}/me')` },
  { module: 'axios', exported: 'default', use: (client) => `${client}.create({ baseURL: '${API}' })` },
  { module: 'ky', exported: 'default', use: (client) => `${client}('${API}/me')` },
  { module: 'ky', exported: 'default', use: (client) => `${client}.extend({ prefixUrl: '${API}' })` },
  { module: 'superagent', exported: 'default', use: (client) => `${client}.get('${API}/me')` },
  { module: 'superagent', exported: 'get', use: (client) => `${client}('${API}/me')` },
  { module: 'jquery', exported: 'default', use: (client) => `${client}.ajax({ url: '${API}/me' })` },
  { module: '@apollo/client', exported: 'HttpLink', use: (client) => `new ${client}({ uri: '${API}/graphql' })` },
  { module: '@apollo/client/link/http', exported: 'createHttpLink', use: (client) => `${client}({ uri: '${API}/graphql' })` },
  { module: 'apollo-upload-client', exported: 'createUploadLink', use: (client) => `${client}({ uri: '${API}/graphql' })` },
  { module: 'apollo-boost', exported: 'default', use: (client) => `new ${client}({ uri: '${API}/graphql' })` },
  { module: 'urql', exported: 'createClient', use: (client) => `${client}({ url: '${API}/graphql' })` },
  { module: '@urql/core', exported: 'Client', use: (client) => `new ${client}({ url: '${API}/graphql' })` },
  { module: '@reduxjs/toolkit/query/react', exported: 'fetchBaseQuery', use: (client) => `${client}({ baseUrl: '${API}' })` },
  { module: 'graphql-request', exported: 'GraphQLClient', use: (client) => `new ${client}('${API}/graphql')` },
  { module: '@trpc/client', exported: 'httpBatchLink', use: (client) => `${client}({ url: '${API}/trpc' })` },
  { module: 'openapi-fetch', exported: 'default', use: (client) => `${client}({ baseUrl: '${API}' })` },
  { module: 'openapi-fetch', exported: 'default', use: (client) => `${client}({}).GET('${API}/me')` },
  { module: 'ofetch', exported: 'ofetch', use: (client) => `${client}('${API}/me')` },
  { module: 'ofetch', exported: '$fetch', use: (client) => `${client}.create({ baseURL: '${API}' })` },
  { module: '@vueuse/core', exported: 'useFetch', use: (client) => `${client}('${API}/me')` },
  { module: '@vueuse/core', exported: 'createFetch', use: (client) => `${client}({ baseUrl: '${API}' })` },
  { module: 'umi-request', exported: 'extend', use: (client) => `${client}({ prefix: '${API}' })` },
  { module: 'umi-request', exported: 'default', use: (client) => `${client}.post('${API}/me')` },
  { module: 'wretch', exported: 'default', use: (client) => `${client}('${API}')` },
  { module: 'apisauce', exported: 'create', use: (client) => `${client}({ baseURL: '${API}' })` },
  { module: '@aspida/fetch', exported: 'default', use: (client) => `${client}(fetch, { baseURL: '${API}' })` },
  { module: '@aspida/axios', exported: 'default', use: (client) => `${client}(axios, { baseURL: '${API}' })` },
  { module: 'socket.io-client', exported: 'io', use: (client) => `${client}('${API}')` },
  { module: 'socket.io-client', exported: 'default', use: (client) => `${client}.connect('${API}')` },
  { module: 'event-source-polyfill', exported: 'EventSourcePolyfill', use: (client) => `new ${client}('${API}/events')` },
  { module: '@microsoft/fetch-event-source', exported: 'fetchEventSource', use: (client) => `${client}('${API}/events', {})` },
];

/** The ways to come by an export. */
const FORMS: Readonly<Record<string, (client: Client) => string>> = {
  imported: ({ module, exported, use }) =>
    `import ${exported === 'default' ? 'client' : `{ ${exported} }`} from '${module}';\n${use(exported === 'default' ? 'client' : exported)};`,
  'imported under another name': ({ module, exported, use }) => `import { ${exported} as other } from '${module}';\n${use('other')};`,
  'a namespace': ({ module, exported, use }) => `import * as all from '${module}';\n${use(`all.${exported}`)};`,
  required: ({ module, exported, use }) => `const { ${exported}: client } = require('${module}');\n${use('client')};`,
  aliased: ({ module, exported, use }) => `import { ${exported} as first } from '${module}';\nconst second = first;\n${use('second')};`,
  'a member of an object': ({ module, exported, use }) =>
    `import { ${exported} as first } from '${module}';\nconst clients = { first };\n${use('clients.first')};`,
  'in a wrapper': ({ module, exported, use }) =>
    `import { ${exported} as client } from '${module}';\nexport const ask = () => ${use('client')};`,
  'a field of a class': ({ module, exported, use }) =>
    `import { ${exported} as client } from '${module}';\nexport class Api {\n  client = client;\n  ask() { return ${use('this.client')}; }\n}`,
};

const reports = (code: string): number =>
  lint({ name: 'a case', filename: 'client/file.ts', code, settings: { apiOrigins: [API] } }, ['require-credentialed-request']).filter(
    ({ fatal }) => !fatal,
  ).length;

describe.each(CLIENTS.map((client) => ({ ...client, title: client.use(client.module) })))('$title', (client) => {
  it.each(Object.keys(FORMS))('%s', (form) => {
    expect(reports(FORMS[form]!(client)), FORMS[form]!(client)).toBe(1);
  });

  it('optional chaining', () => {
    const code = client
      .use('client')
      .replace(/^(new )?client/, (_, made?: string) => (made ? 'new (client)' : 'client'))
      .replace('client.', 'client?.');
    expect(reports(`import { ${client.exported} as client } from '${client.module}';\n${code};`)).toBe(1);
  });

  it("a look-alike of the project's own", () => {
    expect(
      reports(`import { ${client.exported} as client } from './${client.module.replace(/\W/g, '-')}';\n${client.use('client')};`),
    ).toBe(0);
  });
});
