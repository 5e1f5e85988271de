import { argumentAt, callsOf } from '../../syntax/functions.ts';
import { enclosingFunction } from '../../syntax/nodes.ts';
import type { FunctionNode, Node } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import { runtimeOf } from '../../syntax/runtime.ts';
import type { ServerApi } from './server-api.ts';

const JSON_ANSWER =
  /^(?:(?:Response|next\/server#NextResponse)\.json|@sveltejs\/kit#json|@remix-run\/(?:node|cloudflare|deno|server-runtime)#(?:json|data)|react-router#data)$/;
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
    for (const call of callsOf(file)) {
      const body = argumentAt(call, 0);
      const origin = body && originOf(file, call.callee);
      if (!body || origin === undefined || !(call.type === 'NewExpression' ? RESPONSE : JSON_ANSWER).test(origin)) continue;
      // A page makes responses too, in service workers and mocks, and a library may: there a server has to be seen.
      if (origin.startsWith('Response') && runtimeOf(file) !== 'server') continue;
      const handler = handlerAround(call);
      yield { api: webResponse, node: call, body: { file, node: body }, ...(handler && { handler }) };
    }
  },
};

/** The function with a name, or the outermost, around an answer: the route handler, whatever callbacks stand between. */
function handlerAround(node: Node): FunctionNode | undefined {
  let handler: FunctionNode | undefined;
  for (let at = enclosingFunction(node); at; at = enclosingFunction(at)) {
    handler = at;
    if (at.parent.type !== 'CallExpression') break;
  }
  return handler;
}
