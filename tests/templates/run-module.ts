import { runInNewContext } from 'node:vm';
import type { ModuleForm } from '../../src/templates/module.ts';

/** The form in which a module of a server runs without a bundler. */
export const COMMON_JS: ModuleForm = {
  language: 'js',
  modules: 'cjs',
  style: { quote: "'", semicolon: ';', indent: '  ', lineEnd: '\n' },
};

/** Runs the text of a generated CommonJS module. @returns What it exports. */
export function runModule(
  text: string,
  modules: Readonly<Record<string, unknown>>,
  globals: Readonly<Record<string, unknown>> = {},
): Record<string, (...values: unknown[]) => unknown> {
  const module = { exports: {} };
  runInNewContext(text, {
    module,
    require: (name: string) => modules[name],
    process: { env: {} },
    Buffer,
    TextDecoder,
    atob,
    Uint8Array,
    setTimeout,
    Date,
    Promise,
    ...globals,
  });
  return module.exports;
}

/** A request with headers and cookies. */
export function requestWith(
  headers: Readonly<Record<string, string>>,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return { method: 'POST', path: '/', headers: lower, cookies: {}, get: (name: string) => lower[name.toLowerCase()], ...more };
}

/** A response that remembers what was done with it. */
export interface FakeResponse {
  statusCode: number;
  body: unknown;
  readonly headers: Record<string, unknown>;
  readonly closing: (() => void)[];
  status: (code: number) => FakeResponse;
  json: (body: unknown) => FakeResponse;
  [method: string]: unknown;
}

export function fakeResponse(req: unknown = requestWith({})): FakeResponse {
  const res: FakeResponse = {
    statusCode: 200,
    body: undefined,
    headers: {},
    closing: [],
    req,
    locals: {},
    status(code) {
      res.statusCode = code;
      return res;
    },
    json(body) {
      res.body = body;
      return res;
    },
    set(name: string, value: string) {
      res.headers[name] = value;
      return res;
    },
    append(name: string, value: unknown) {
      res.headers[name] = value;
      return res;
    },
    getHeader: (name: string) => res.headers[name],
    cookie: () => res,
    clearCookie: () => res,
    on: (_event: string, listener: () => void) => res.closing.push(listener),
  };
  return res;
}
