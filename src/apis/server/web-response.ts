import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt, callsOf, functionsOf, parameterOf, returnsOf } from '../../syntax/functions.ts';
import { calledFunction } from '../../flow/calls.ts';
import type { FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, contains, enclosingFunction, memberName } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import { runtimeOf } from '../../syntax/runtime.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, perFile } from '../../syntax/source-file.ts';
import { shapeOf } from '../../flow/objects.ts';
import { headersByCall, headersIn } from './header-calls.ts';
import { placedPath } from './file-routes.ts';
import type { ResponseBody, ServerApi } from './server-api.ts';
import { whole } from '../../credentials/alternatives.ts';

const JSON_ANSWER = whole([
  /(?:Response|next\/server#NextResponse)\.json/,
  /@sveltejs\/kit#json/,
  /@remix-run\/(?:node|cloudflare|deno|server-runtime)#(?:json|data)/,
  /react-router#data/,
]);
const RESPONSE = /^(?:Response|next\/server#NextResponse)$/;

/**
 * The standard's Response, https://fetch.spec.whatwg.org/#response-class, with which Next's route handlers
 * (https://nextjs.org/docs/app/api-reference/functions/next-response), SvelteKit, Remix, Bun, Deno and workers answer:
 * `Response.json(body)`, `new Response(text)`.
 */
export const webResponse: ServerApi = {
  id: 'web-response',
  hint: /Response\b|@sveltejs\/kit|@remix-run|react-router/,
  *responses(file) {
    for (const { origin, ...answer } of answersOf(file)) {
      // A page makes responses too, in service workers and mocks, and a library may: there a server has to be seen.
      if (!origin.startsWith('Response') || runtimeOf(file) === 'server') yield { api: webResponse, ...answer };
    }
  },
  *headers(file) {
    if (runtimeOf(file) !== 'server') return;
    yield* headersByCall(file, (node) => ownHeaders(file, node));
    for (const { node, handler } of answersOf(file)) {
      const init = node.type === 'CallExpression' || node.type === 'NewExpression' ? argumentAt(node, 1) : undefined;
      const headers = init && shapeOf({ file, node: init })?.entries.get('headers');
      if (headers?.file === file) yield* headersIn(file, headers.value, handler ? { handler } : {});
    }
  },
};

/** `response.headers`, where the response was made here: `const response = NextResponse.json(…)`. */
function ownHeaders(file: SourceFile, node: Node): { readonly handler?: FunctionNode } | undefined {
  const headers = bare(node);
  if (headers.type !== 'MemberExpression' || memberName(headers) !== 'headers') return undefined;
  const origin = originOf(file, headers.object) ?? '';
  if (!/^(?:Response|next\/server#NextResponse)(?:<new>|\.json\(\)|\.redirect\(\))$/.test(origin)) return undefined;
  const handler = handlerAround(headers);
  return handler ? { handler } : {};
}

interface WebAnswer extends Pick<ResponseBody, 'node' | 'body' | 'handler'> {
  readonly origin: string;
}

const answersOf = perFile((file): readonly WebAnswer[] =>
  callsOf(file).flatMap((call) => {
    const body = argumentAt(call, 0);
    const origin = body && originOf(file, call.callee);
    if (!body || origin === undefined || !(call.type === 'NewExpression' ? RESPONSE : JSON_ANSWER).test(origin)) return [];
    const handler = handlerAround(call);
    return [{ origin, node: call, body: { file, node: body }, ...(handler && { handler }) }];
  }),
);

/**
 * Functions of another module that make such an answer of what they are given: `return json({ token })`. Routes by files return
 * them; where the other module is not to be seen, the name says it.
 */
export const webAnswers: ServerApi = {
  id: 'web-answers',
  hint: /\b(?:GET|POST|PUT|PATCH|DELETE|loader|action|handler)\b/,
  *responses(file) {
    if (placedPath(file) === undefined) return;
    for (const fn of functionsOf(file)) {
      for (const returned of returnsOf(fn)) {
        const call = bare(returned);
        if (call.type !== 'CallExpression') continue;
        for (const index of answeredWith(file, call)) {
          const body = argumentAt(call, index);
          const handler = handlerAround(call);
          if (body) yield { api: webAnswers, node: call, body: { file, node: body }, ...(handler && { handler }) };
        }
      }
    }
  },
};

const ANSWERS = /^(?:json|ok|success|created|respond|reply|send|response)$|(?:Response|Json|JSON|Success|Reply)$/;

function answeredWith(file: SourceFile, call: TSESTree.CallExpression): readonly number[] {
  const called = calledFunction(file, call);
  if (called) return called.file === file ? [] : answeringParameters(called.file, called.node);
  const variable = call.callee.type === 'Identifier' ? variableOf(file, call.callee) : undefined;
  const binding = variable && bindingOf(variable);
  // Packages are known by their origins.
  const isOwn = binding?.kind === 'import' && /^(?:[./~#]|@\/)/.test(binding.source);
  return isOwn && ANSWERS.test(binding.imported) ? call.arguments.map((_, index) => index) : [];
}

/** The parameters of a function that its answers are made of. */
function answeringParameters(file: SourceFile, fn: FunctionNode): number[] {
  const bodies = answersOf(file).filter(({ handler }) => handler === fn);
  const sent = nodesOf(file, 'Identifier').filter((one) => bodies.some(({ body }) => contains(body.node, one)));
  const indexes = sent.flatMap((one) => {
    const parameter = parameterOf(file, one);
    return parameter?.fn === fn ? [parameter.index] : [];
  });
  return [...new Set(indexes)];
}

/** The function with a name, or the outermost, around an answer: the route handler, whatever callbacks stand between. */
function handlerAround(node: Node): FunctionNode | undefined {
  let handler: FunctionNode | undefined;
  for (let at = enclosingFunction(node); at; at = enclosingFunction(at)) {
    handler = at;
    if (at.parent.type !== 'CallExpression') break;
  }
  return handler;
}
