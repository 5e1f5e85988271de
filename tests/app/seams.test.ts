import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Linter } from 'eslint';
import type { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as ownScan from '../../src/cli/scan.ts';
import ownPlugin from '../../src/index.ts';
import { DEFAULT_SETTINGS } from '../../src/syntax/settings.ts';
import { temporaryProject } from '../support/temporary-project.ts';

/** A thing of the outside world that there is not: its file, and the index that names it. */
interface MadeUp {
  readonly index: string;
  readonly file: string;
  readonly text: string;
}

const MADE_UP: readonly MadeUp[] = [
  {
    index: 'http/index.ts',
    file: 'http/made-up.ts',
    text: "import { describedClient, shortcuts } from './described-client.ts';\nexport const madeUp = describedClient({\n  id: 'made-up',\n  hint: /made-up-client/,\n  label: 'made-up',\n  credentials: { form: 'option', path: ['cookies'], value: 'include' },\n  header: { form: 'option', path: ['headers'] },\n  objects: ['made-up-client#'],\n  methods: shortcuts({ url: 0, options: 1 }),\n});\n",
  },
  {
    index: 'storage/index.ts',
    file: 'storage/made-up.ts',
    text: "import { keyedStorage, write } from './storage-api.ts';\nexport const madeUp = keyedStorage({\n  id: 'made-up',\n  medium: 'browser-storage',\n  hint: /made-up-storage/,\n  objects: { 'made-up-storage#': 'the drawer' },\n  methods: { lay: write() },\n});\n",
  },
  {
    index: 'server/index.ts',
    file: 'server/made-up.ts',
    text: "import { originOf } from '../../flow/origin.ts';\nimport { callsOf } from '../../syntax/functions.ts';\nimport type { ServerApi } from './server-api.ts';\nexport const madeUp: ServerApi = {\n  id: 'made-up',\n  hint: /made-up-server/,\n  *responses(file) {\n    for (const call of callsOf(file))\n      if (originOf(file, call.callee) === 'made-up-server#hand' && call.arguments[0])\n        yield { api: madeUp, node: call, body: { file, node: call.arguments[0] } };\n  },\n};\n",
  },
  {
    index: 'apps/index.ts',
    file: 'apps/made-up.ts',
    text: "import type { AppFramework } from './app-framework.ts';\nimport { readUse, readVerb, VERBS } from './app-framework.ts';\nexport const madeUp: AppFramework = {\n  id: 'made-up',\n  label: 'Made-up',\n  hint: /made-up-app/,\n  app: /^made-up-app#\\(\\)$/,\n  scope: /^made-up-app#\\(\\)$/,\n  chains: /^(?:use|post)$/,\n  read: (file, call, method) => (method === 'use' ? readUse(file, call) : VERBS.has(method) ? readVerb(file, call, method) : undefined),\n};\n",
  },
  {
    index: 'middleware/index.ts',
    file: 'middleware/made-up.ts',
    text: "import type { MiddlewareApi } from './middleware-api.ts';\nexport const madeUp: MiddlewareApi = { id: 'made-up', protects: 'rate-limit', origin: /^made-up-few#/ };\n",
  },
];

const FILES = {
  'package.json': '{ "type": "module", "dependencies": { "express": "5", "made-up-few": "1", "made-up-app": "1", "jsonwebtoken": "9" } }',
  'page.js': "import gate from 'made-up-client';\ndocument.title = 'a';\ngate.get('https://api.example.com/me');\n",
  'drawer.js': "import drawer from 'made-up-storage';\nexport const keep = (answer) => drawer.lay('accessToken', answer.accessToken);\n",
  'handler.js':
    "import jwt from 'jsonwebtoken';\nimport { hand } from 'made-up-server';\nexport const login = (user) => hand({ token: jwt.sign({ sub: user.id }, process.env.SECRET, { expiresIn: '5m' }) });\n",
  'app.js': "import madeUp from 'made-up-app';\nconst app = madeUp();\napp.post('/login', (asked) => known(asked));\napp.listen(1);\n",
  'few.js':
    "import express from 'express';\nimport few from 'made-up-few';\nconst app = express();\napp.post('/login', few(), (req, res) => res.json(known(req.body)));\napp.listen(1);\n",
};
const RULES = ['require-credentialed-request', 'no-token-in-browser-storage', 'no-token-in-response-body', 'require-auth-rate-limit'];
const SETTINGS = { apiOrigins: ['https://api.example.com'] };

interface Doors {
  readonly scan: typeof ownScan;
  readonly plugin: ESLint.Plugin;
}

/** What scan and lint say of the files, as `file rule`. */
function saidOf({ scan, plugin }: Doors): { scan: string[]; lint: string[] } {
  const root = temporaryProject({ ...FILES, 'eslint.config.js': '' });
  const found = scan
    .scan(root, { preset: 'strict', settings: { ...DEFAULT_SETTINGS, ...SETTINGS } })
    .findings.filter(({ rule }) => RULES.includes(rule))
    .map(({ file, rule }) => `${file} ${rule}`);
  const linter = new Linter({ cwd: root });
  const lint = Object.entries(FILES)
    .filter(([name]) => name.endsWith('.js'))
    .flatMap(([name, text]) =>
      linter
        .verify(
          text,
          {
            plugins: { httponly: plugin },
            settings: { httponly: SETTINGS },
            rules: Object.fromEntries(RULES.map((rule) => [`httponly/${rule}`, 2])),
          },
          path.join(root, name),
        )
        .map(({ ruleId, message }) => `${name} ${ruleId?.replace('httponly/', '') ?? message}`),
    );
  return { scan: found.toSorted(), lint: lint.toSorted() };
}

function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const one of readdirSync(from, { withFileTypes: true })) {
    if (one.isDirectory()) copyFolder(path.join(from, one.name), path.join(to, one.name));
    else copyFileSync(path.join(from, one.name), path.join(to, one.name));
  }
}

describe('a thing that is made up, as one file and one line of an index', () => {
  const repository = fileURLToPath(new URL('../../', import.meta.url));
  let folder: string;
  let madeUp: Doors;

  beforeAll(async () => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'httponly-seams-')));
    copyFolder(path.join(repository, 'src'), path.join(folder, 'src'));
    copyFileSync(path.join(repository, 'package.json'), path.join(folder, 'package.json'));
    symlinkSync(path.join(repository, 'node_modules'), path.join(folder, 'node_modules'));
    for (const { index, file, text } of MADE_UP) {
      const apis = path.join(folder, 'src', 'apis');
      writeFileSync(path.join(apis, file), text);
      const before = readFileSync(path.join(apis, index), 'utf8');
      writeFileSync(
        path.join(apis, index),
        `import { madeUp } from './made-up.ts';\n${before.replace(/(export const \w+: readonly \w+\[\] = \[)/, '$1madeUp, ')}`,
      );
    }
    madeUp = {
      scan: (await import(/* @vite-ignore */ path.join(folder, 'src/cli/scan.ts'))) as typeof ownScan,
      plugin: ((await import(/* @vite-ignore */ path.join(folder, 'src/index.ts'))) as { default: ESLint.Plugin }).default,
    };
  }, 120_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is seen by scan and by lint', () => {
    const said = [
      'app.js require-auth-rate-limit',
      'drawer.js no-token-in-browser-storage',
      'handler.js no-token-in-response-body',
      'page.js require-credentialed-request',
    ];
    expect(saidOf(madeUp)).toEqual({ scan: said, lint: said });
  });

  it('and without them none of it is', () => {
    const said = ['few.js require-auth-rate-limit'];
    expect(saidOf({ scan: ownScan, plugin: ownPlugin })).toEqual({ scan: said, lint: said });
  });
});
