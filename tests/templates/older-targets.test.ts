import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { backendCookiesModule } from '../../src/templates/backend-cookies.ts';
import { backendPagesModule, backendRouteModule } from '../../src/templates/backend-proxy.ts';
import { backendTokenModule } from '../../src/templates/backend-token.ts';
import type { ModuleForm } from '../../src/templates/module.ts';
import { renewedOnceModule } from '../../src/templates/renewed-once.ts';

const FORM: ModuleForm = {
  language: 'ts',
  modules: 'esm',
  style: { quote: "'", semicolon: ';', indent: '  ', lineEnd: '\n' },
};

const PROXY = {
  route: '/api/backend',
  variable: 'API',
  header: 'Authorization',
  scheme: 'Bearer ',
  tokenModule: './token',
  renews: true,
  form: FORM,
};

const TOKEN = {
  isForPages: false,
  readers: { app: true, route: true },
  token: ['backendToken'],
  secrets: ['AUTH_SECRET'],
  renewal: { source: './route', name: 'GET' },
  form: FORM,
};

/** What an older target does not have: iteration of what is no array, flags of regular expressions. */
const OF_TARGET = new Set([1501, 2494, 2548, 2549, 2569, 2802]);

it('what is generated for Next is checked without a word where tsconfig.json names no target', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'httponly-target-'));
  try {
    const texts = [
      backendRouteModule(PROXY),
      backendPagesModule(PROXY),
      backendTokenModule({ ...TOKEN, version: 4 }),
      backendTokenModule({ ...TOKEN, version: 5 }),
      renewedOnceModule(FORM),
      backendCookiesModule(FORM),
    ];
    const files = texts.map((text, i) => {
      const file = path.join(folder, `${String(i)}.ts`);
      writeFileSync(file, text);
      return file;
    });
    const settings = {
      target: 'es5',
      ignoreDeprecations: '6.0',
      lib: ['dom', 'dom.iterable', 'esnext'],
      module: 'esnext',
      moduleResolution: 'bundler',
      skipLibCheck: true,
      strict: true,
      noEmit: true,
      types: [],
    };
    const { options } = ts.convertCompilerOptionsFromJson(settings, folder);
    const program = ts.createProgram(files, options);
    const said = ts.getPreEmitDiagnostics(program).filter(({ code }) => OF_TARGET.has(code));
    expect(said.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
