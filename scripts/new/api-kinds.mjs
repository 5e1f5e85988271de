/** What a test needs to read a piece of code as one file. */
const READ = `import { parseFile } from '../../../src/parsing/parse.ts';
import { DEFAULT_SETTINGS } from '../../../src/syntax/settings.ts';
`;

/** The ways in which code reaches one object, which each test covers. */
const FORMS = `it.todo('through a renamed import, a namespace, require, a destructured member, optional chaining, a wrapper');
it.todo('not by a look-alike of another module');
`;

const findingTest = (about, code, expected, filename) => `import { expect, it } from 'vitest';
import { findingsIn } from '../../support/findings.ts';

// Begin here: code as people write it, and what the rules say of it.
it('${about}', () => {
  const code = \`${code}\`;
  expect(findingsIn(code, '${filename}')).toEqual(${expected});
});
${FORMS}`;

/** The kinds of files under src/apis: folder, the list of its index, the file, and its test, which fails. */
export const apiKinds = {
  storage: {
    folder: 'storage',
    list: 'storages',
    api: (name, camel) => `import { keyedStorage } from './storage-api.ts';

/** What it is, and the page that the facts come from. */
export const ${camel} = keyedStorage({
  id: '${name}',
  medium: 'browser-storage',
  hint: /${name}/,
  objects: { '${name}#': '${name}' },
  // What its methods do: get: read(), set: write(), remove: remove().
  methods: {},
});
`,
    test: (name) =>
      findingTest(
        'sees a token that is stored',
        `import * as storage from '${name}';\nstorage.set('token', token);\n`,
        "['2:1 no-token-in-browser-storage']",
        'client/file.ts',
      ),
  },
  client: {
    folder: 'http',
    list: 'httpClients',
    api: (name, camel) => `import type { HttpApi } from './http-api.ts';

/** What it is, and the page that the facts come from. */
export const ${camel}: HttpApi = {
  id: '${name}',
  hint: /${name}/,
  label: '${name}',
  // Each call that sends a request: callsOf(file), whose callee is originOf(file, call.callee) === '${name}#'.
  *requests() {},
};
`,
    test: (name, camel) => `import { expect, it } from 'vitest';
import { ${camel} } from '../../../src/apis/http/${name}.ts';
${READ}import { textOf } from '../../../src/syntax/source-file.ts';

/** The addresses of the requests that are seen, as they are written. */
function addressesIn(code: string): (string | undefined)[] {
  const file = parseFile('/virtual/client/file.ts', code, { settings: DEFAULT_SETTINGS });
  return [...${camel}.requests(file)].map(({ url }) => url && textOf(file, url));
}

// Begin here: code as people write it.
it('sees a request', () => {
  expect(addressesIn("import request from '${name}';\\nrequest('/api/me');\\n")).toEqual(["'/api/me'"]);
});
${FORMS}`,
  },
  state: {
    folder: 'state',
    list: 'stateLibraries',
    api: (name, camel) => `import type { StateApi } from './state-api.ts';

/** What it is, and the page that the facts come from. */
export const ${camel}: StateApi = {
  id: '${name}',
  hint: /${name}/,
  // From which port of a call a value goes to which: '${name}#create': [[argument(0), result.part('value')]].
  calls: {},
};
`,
    test: (name, camel) => `import { expect, it } from 'vitest';
import { ${camel} } from '../../../src/apis/state/${name}.ts';

// Begin here: by the origin of what is called, where a value comes in and where it comes out.
it('says how a value goes through', () => {
  expect(Object.keys(${camel}.calls ?? {})).toContain('${name}#create');
});
it.todo('in a component: what was put in is what comes out');
${FORMS}`,
  },
  server: {
    folder: 'server',
    list: 'servers',
    api: (name, camel) => `import type { ServerApi } from './server-api.ts';

/** What it is, and the page that the facts come from. */
export const ${camel}: ServerApi = {
  id: '${name}',
  hint: /${name}/,
  // responses, cookies, cors, secrets: those that it has.
};
`,
    test: (name) =>
      findingTest(
        'sees a cookie without attributes',
        `import { serve } from '${name}';\nserve((context) => context.setCookie('session', token));\n`,
        "['2:20 require-cookie-attributes']",
        'server/file.ts',
      ),
  },
  framework: {
    folder: 'apps',
    list: 'appFrameworks',
    api: (name, camel) => `import type { AppFramework } from './app-framework.ts';

/** What it is, and the page that the facts come from. */
export const ${camel}: AppFramework = {
  id: '${name}',
  label: '${name}',
  hint: /["']${name}["']/,
  app: /^${name}#\\(\\)$/,
  scope: /^${name}#\\(\\)$/,
  chains: /^use$/,
  // What a call on an app or a router registers: readUse(file, call), readVerb(file, call, method).
  read: () => undefined,
};
`,
    test: (name) => `import { expect, it } from 'vitest';
import { appRoutesOf } from '../../../src/app/apps.ts';
${READ}
/** The routes that are seen. */
function routesIn(code: string): string[] {
  const file = parseFile('/virtual/server/app.ts', code, { settings: DEFAULT_SETTINGS });
  return appRoutesOf(file).map(({ path }) => path ?? '?');
}

// Begin here: an app as people write it.
it('sees a route', () => {
  expect(routesIn("import create from '${name}';\\nconst app = create();\\napp.post('/login', signIn);\\n")).toEqual(['/login']);
});
it.todo('of a router that is mounted, in a chain, behind middleware');
${FORMS}`,
  },
  middleware: {
    folder: 'middleware',
    list: 'middlewares',
    api: (name, camel) => `import type { MiddlewareApi } from './middleware-api.ts';

/** What it is, and the page that the facts come from. */
export const ${camel}: MiddlewareApi = {
  id: '${name}',
  protects: 'csrf',
  // The origins of the middleware itself: /^${name}#/.
};
`,
    test: (name) =>
      findingTest(
        'protects an app',
        [
          "import express from 'express';",
          "import cookieSession from 'cookie-session';",
          "import protect from '" + name + "';",
          'const app = express();',
          "app.use(cookieSession({ secret: process.env.SECRET, httpOnly: true, secure: true, sameSite: 'none' }));",
          'app.use(protect());',
          "app.post('/orders', (req, res) => res.json(save(req.body)));",
          'app.listen(3000);',
          '',
        ].join('\n'),
        "expect.not.arrayContaining([expect.stringContaining('require-csrf-protection')])",
        'server/app.ts',
      ),
  },
  jwt: {
    folder: 'jwt',
    list: 'jwtLibraries',
    api: (name, camel) => `import type { JwtApi } from './jwt-api.ts';

/** What it is, and the page that the facts come from. */
export const ${camel}: JwtApi = {
  id: '${name}',
  hint: /${name}/,
  signCall: '${name}.sign',
  // Each call that signs: callsOf(file), whose callee is originOf(file, call.callee) === '${name}#sign'.
  *signings() {},
  *verifications() {},
};
`,
    test: (name, camel) => `import { expect, it } from 'vitest';
import { ${camel} } from '../../../src/apis/jwt/${name}.ts';
${READ}import { textOf } from '../../../src/syntax/source-file.ts';

/** The secrets with which tokens are seen to be signed, as they are written. */
function secretsIn(code: string): (string | undefined)[] {
  const file = parseFile('/virtual/server/file.ts', code, { settings: DEFAULT_SETTINGS });
  return [...${camel}.signings(file)].map(({ secret }) => secret && textOf(file, secret));
}

// Begin here: code as people write it.
it('sees a token that is signed', () => {
  expect(secretsIn("import { sign } from '${name}';\\nsign({ id: user.id }, SECRET);\\n")).toEqual(['SECRET']);
});
it.todo('sees a token that is verified, and one that is only decoded');
${FORMS}`,
  },
};
