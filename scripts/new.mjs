// npm run new KIND NAME: makes the files of a new rule, codemod, client, storage, server or JWT library, ready to be filled.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [kind, name] = process.argv.slice(2);
const camel = (name ?? '').replace(/-([a-z\d])/g, (_, letter) => letter.toUpperCase());

const write = (file, text) => {
  const target = path.join(root, file);
  if (existsSync(target)) fail(`${file} is there already`);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
  console.log(`made ${file}`);
};

/** Adds an import, in order, and a name to the list of an index. */
const register = (file, from, list) => {
  const target = path.join(root, file);
  const text = readFileSync(target, 'utf8');
  const line = `import ${from.isDefault ? camel : `{ ${camel} }`} from './${name}.ts';\n`;
  const imports = [...text.matchAll(/^import .*\n/gm)];
  const after = imports.findLast((match) => match[0] < line && match[0].includes("from './")) ?? imports.at(-1);
  const at = after.index + after[0].length;
  const imported = text.slice(0, at) + line + text.slice(at);
  writeFileSync(
    target,
    imported.replace(list, (whole) => whole.replace(/,?(\n\s*)?\]$/, (_, line) => (line ? `,${line}  ${camel},${line}]` : `, ${camel}]`))),
  );
  console.log(`added to ${file}`);
};

function fail(message) {
  console.error(`new: ${message}`);
  process.exitCode = 1;
  throw new Error(message);
}

const makers = {
  rule() {
    write(
      `src/rules/${name}.ts`,
      `import { exposuresOfKind } from '../exposures/index.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: '${name}',
  description: 'Disallow …',
  recommended: false,
  // Text without which the rule has nothing to say.
  hint: /…/,
  schema: [],
  defaultOptions: [],
  messages: {
    // What is exposed, to whom, and what to do.
    exposed: 'This …: {{reason}}. Do … instead.',
  },
  // Give the engine a kind of exposure of its own, with its one owner, in exposures/exposure.ts.
  check: (file) =>
    exposuresOfKind(file, 'storage-write').map(({ node, reason }) => ({ messageId: 'exposed', range: node.range, data: { reason } })),
});
`,
    );
    write(
      `tests/rules/${name}.cases.ts`,
      `import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: '${name}',
  valid: [
    { name: 'a look-alike', code: "export const theme = 'dark';" },
  ],
  invalid: [
    { name: 'the plain case', code: '…', errors: [{ messageId: 'exposed', line: 1, column: 1 }] },
  ],
} satisfies RuleCases;
`,
    );
    write(
      `docs/rules/${name}.md`,
      `## Rule details

What is exposed, and to whom.

### Incorrect

\`\`\`js client/a.js
\`\`\`

### Correct

\`\`\`js client/a.js
\`\`\`

## When not to use it

## Further reading

- [CWE-922](https://cwe.mitre.org/data/definitions/922.html): Insecure Storage of Sensitive Information
`,
    );
    register('src/rules/index.ts', { isDefault: true }, /\n {2}\[\n[\s\S]*?\n {2}\]/);
    console.log('Next: npm run docs writes the generated parts of the page and the README.');
  },
  storage: () =>
    api(
      'storage',
      'StorageApi',
      'storages',
      `import { keyedStorage, read, remove, write } from './storage-api.ts';

/** What it is, and the page that the facts come from. */
export const ${camel} = keyedStorage({
  id: '${name}',
  medium: 'browser-storage',
  hint: /${name}/,
  objects: { '${name}#': '${name}' },
  methods: { get: read(), set: write(), remove: remove() },
});
`,
      `${camel}.set('token', value)`,
    ),
  client: () =>
    api(
      'http',
      'HttpApi',
      'httpClients',
      `import { argumentAt, callsOf } from '../../syntax/functions.ts';
import { originOf } from '../../flow/origin.ts';
import type { HttpApi } from './http-api.ts';

/** What it is, and the page that the facts come from. */
export const ${camel}: HttpApi = {
  id: '${name}',
  hint: /${name}/,
  label: '${name}',
  *requests(file) {
    for (const call of callsOf(file)) {
      if (originOf(file, call.callee) !== '${name}#') continue;
      const url = argumentAt(call, 0);
      const options = argumentAt(call, 1);
      yield { api: ${camel}, node: call, ...(url && { url }), ...(options && { options }) };
    }
  },
};
`,
    ),
  server: () =>
    api(
      'server',
      'ServerApi',
      'servers',
      `import type { ServerApi } from './server-api.ts';

/** What it is, and the page that the facts come from. */
export const ${camel}: ServerApi = {
  id: '${name}',
  hint: /${name}/,
  // responses, cookies, cors, secrets: those that it has.
};
`,
    ),
  jwt: () =>
    api(
      'jwt',
      'JwtApi',
      'jwtLibraries',
      `import { argumentAt, callsOf } from '../../syntax/functions.ts';
import { originOf } from '../../flow/origin.ts';
import type { JwtApi } from './jwt-api.ts';

/** What it is, and the page that the facts come from. */
export const ${camel}: JwtApi = {
  id: '${name}',
  hint: /${name}/,
  signCall: '${name}.sign',
  *signings(file) {
    for (const call of callsOf(file)) {
      if (originOf(file, call.callee) !== '${name}#sign') continue;
      const [payload, secret] = [0, 1].map((i) => argumentAt(call, i));
      yield { api: ${camel}, node: call, ...(payload && { payload }), ...(secret && { secret }) };
    }
  },
  *verifications() {},
};
`,
    ),
};

function api(folder, type, list, text) {
  write(`src/apis/${folder}/${name}.ts`, text);
  write(
    `tests/apis/${folder}/${name}.test.ts`,
    `import { expect, it } from 'vitest';
import { findingsIn } from '../../support/findings.ts';

it.each([
  ['direct', ''],
  ['renamed import', ''],
  ['namespace import', ''],
  ['destructured', ''],
  ['optional chaining', ''],
  ['through a wrapper', ''],
])('%s', (_name, code) => {
  expect(findingsIn(code)).toEqual([]);
});
`,
  );
  register(`src/apis/${folder}/index.ts`, {}, new RegExp(`export const ${list}[^=]*= \\[[\\s\\S]*?\\]`));
}

if (!Object.hasOwn(makers, kind ?? '') || !/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/.test(name ?? '')) {
  console.error(`Usage: npm run new KIND name-in-kebab-case\nKinds: ${Object.keys(makers).join(', ')}`);
  process.exitCode = 2;
} else makers[kind]();
