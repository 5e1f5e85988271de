import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt, callsOf, functionsOf, methodCallsOf } from '../../syntax/functions.ts';
import type { CallNode, FunctionNode, Node } from '../../syntax/nodes.ts';
import { bare, memberName } from '../../syntax/nodes.ts';
import type { ObjectShape } from '../../flow/objects.ts';
import { shapeOf } from '../../flow/objects.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import { staticText } from '../../flow/static-text.ts';
import { cookieInArguments, cookieReadOf } from './cookie-store.ts';
import { returnedBodies } from './handler-returns.ts';
import type { CorsPolicy, ServerApi, ServerCookie } from './server-api.ts';

/**
 * Next: https://nextjs.org/docs/app/api-reference/functions/cookies and …/next-response#cookies (`set(name, value, options)` or
 * `set({ name, value, ...options })`, `Path=/` by itself), server actions, whose result the page gets, and the `headers()` of
 * next.config. Its answers are the standard's Response, and Express's `res` in pages/api.
 */
export const next: ServerApi = {
  id: 'next',
  hint: /next\/|\bcookies\b|use server|Access-Control-Allow-Credentials/i,
  ageUnit: 1,
  *responses(file) {
    for (const fn of serverActionsOf(file)) yield* returnedBodies(next, file, fn);
  },
  *cookies(file) {
    for (const { call, object, method } of methodCallsOf(file, 'set', 'delete')) {
      const name = argumentAt(call, 0);
      if (!name || !isCookieStore(file, object)) continue;
      if (method === 'delete') yield { api: next, operation: 'remove', node: call, name: { file, node: name } };
      else {
        const cookie = cookieInArguments(file, call, 'write') ?? describedCookie(file, call, name);
        if (cookie) yield { api: next, ...cookie, defaults: { path: true } };
      }
    }
  },
  *cookieReads(file) {
    for (const call of callsOf(file)) {
      const read = cookieReadOf(file, call, (store) => isCookieStore(file, store) || isRequestStore(file, store));
      if (read) yield read;
    }
  },
  *cors(file) {
    yield* configuredHeaders(file);
  },
};

/** `set({ name, value, ...attributes })`. */
function describedCookie(file: SourceFile, call: CallNode, description: Node): Omit<ServerCookie, 'api'> | undefined {
  const shape = shapeOf({ file, node: description });
  const [name, content] = [shape?.entries.get('name'), shape?.entries.get('value')];
  return (
    name && {
      operation: 'write',
      node: call,
      name: { file: name.file, node: name.value },
      ...(content?.file === file && { value: content.value }),
      attributes: { file, node: description },
    }
  );
}

const STORE = /^next\/headers#cookies\(\)$|^next\/server#NextResponse(?:<new>|\.(?:json|next|redirect|rewrite)\(\))\.cookies$/;

/** `cookies()`, awaited or not, or the cookies of a response that is being made. */
function isCookieStore(file: SourceFile, node: Node): boolean {
  if (STORE.test(originOf(file, node) ?? '')) return true;
  // (await import('next/headers')).cookies(), and a helper's parameter: (response: NextResponse) => response.cookies.set(…)
  const inner = bare(node);
  if (inner.type === 'MemberExpression' && memberName(inner) === 'cookies')
    return /^next\/server#NextResponse/.test(originOf(file, inner.object) ?? '') || isResponseParameter(file, inner.object);
  return false;
}

/** `request.cookies` of middleware and of a route handler. */
function isRequestStore(file: SourceFile, node: Node): boolean {
  const inner = bare(node);
  if (inner.type !== 'MemberExpression' || memberName(inner) !== 'cookies') return false;
  const request = bare(inner.object);
  const variable = request.type === 'Identifier' && /^_?(?:req|request)$/.test(request.name) ? variableOf(file, request) : undefined;
  return variable !== undefined && bindingOf(variable).kind === 'parameter';
}

function isResponseParameter(file: SourceFile, node: Node): boolean {
  const inner = bare(node);
  const variable = inner.type === 'Identifier' && /^(?:res|response)$/.test(inner.name) ? variableOf(file, inner) : undefined;
  return variable !== undefined && bindingOf(variable).kind === 'parameter';
}

/** Functions that a page calls and that run on the server: marked by themselves, or exported by a file that is. */
function* serverActionsOf(file: SourceFile): Generator<FunctionNode> {
  const isActionFile = hasDirective(file.ast.body);
  for (const fn of functionsOf(file)) {
    if (fn.body.type !== 'BlockStatement') continue;
    if (hasDirective(fn.body.body) || (isActionFile && fn.async && isExported(fn))) yield fn;
  }
}

function hasDirective(body: readonly Node[]): boolean {
  return body.some(
    (statement) =>
      statement.type === 'ExpressionStatement' && statement.expression.type === 'Literal' && statement.expression.value === 'use server',
  );
}

function isExported(fn: FunctionNode): boolean {
  const declaration = fn.parent.type === 'VariableDeclarator' ? fn.parent.parent.parent : fn.parent;
  return declaration.type === 'ExportNamedDeclaration' || declaration.type === 'ExportDefaultDeclaration';
}

/** `headers: [{ key: 'Access-Control-Allow-Origin', value: '*' }, …]`, as next.config and vercel.json have them. */
function* configuredHeaders(file: SourceFile): Generator<CorsPolicy> {
  for (const list of nodesOf(file, 'ArrayExpression')) {
    const headers = new Map<string, ObjectShape>();
    for (const element of list.elements) {
      if (element?.type !== 'ObjectExpression') continue;
      const shape = shapeOf({ file, node: element });
      const key = shape?.entries.get('key');
      const name = key && staticText(key.file, key.value)?.toLowerCase();
      if (shape && name !== undefined) headers.set(name, shape);
    }
    const origin = headers.get('access-control-allow-origin')?.entries.get('value');
    const credentials = headers.get('access-control-allow-credentials')?.entries.get('value');
    if (origin && credentials)
      yield {
        api: next,
        node: list,
        origin: { file: origin.file, node: origin.value },
        credentials: { file: credentials.file, node: credentials.value },
        defaultOrigin: 'none',
      };
  }
}
