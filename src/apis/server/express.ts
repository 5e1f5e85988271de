import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt, callsOf } from '../../syntax/functions.ts';
import type { Node } from '../../syntax/nodes.ts';
import { bare, isAssignmentTarget, isDeleteTarget, memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import { chainRoot, responseAt } from './exchange.ts';
import { headersByCall } from './header-calls.ts';
import type { ServerApi } from './server-api.ts';

/** The methods of `res`, and those that Sails (https://sailsjs.com/documentation/reference/response-res) and many apps add to it. */
const ANSWERS = new Set(['json', 'jsonp', 'send', 'ok', 'created', 'success', 'sendSuccess', 'respond']);

/** Express, and what shares its `res`: https://expressjs.com/en/5x/api.html#res */
export const express: ServerApi = {
  id: 'express',
  hint: /\.json|\.send|\.ok|\.created|\.success|\.respond|\.cookie|\.set|\.header|\.clearCookie/i,
  // https://expressjs.com/en/5x/api.html#res.cookie
  ageUnit: 0.001,
  *responses(file) {
    for (const call of callsOf(file)) {
      if (call.callee.type !== 'MemberExpression' || !ANSWERS.has(memberName(call.callee) ?? '')) continue;
      const response = call.arguments.length > 0 ? responseAt(file, chainRoot(call.callee.object)) : undefined;
      // res.success('Welcome', { token }) takes a message first.
      if (response)
        for (const body of call.arguments)
          if (body.type !== 'SpreadElement') yield { api: express, node: call, body: { file, node: body }, ...response };
    }
  },
  *headers(file) {
    yield* headersByCall(file, (node) => responseAt(file, chainRoot(node)));
  },
  *cookies(file) {
    for (const call of callsOf(file)) {
      if (call.callee.type !== 'MemberExpression') continue;
      const method = memberName(call.callee);
      if ((method !== 'cookie' && method !== 'clearCookie') || !responseAt(file, chainRoot(call.callee.object))) continue;
      const [name, second, third] = [0, 1, 2].map((i) => argumentAt(call, i));
      if (!name) continue;
      if (method === 'clearCookie')
        yield {
          api: express,
          operation: 'remove',
          node: call,
          name: { file, node: name },
          ...(second && { attributes: { file, node: second } }),
        };
      else if (second)
        yield {
          api: express,
          operation: 'write',
          node: call,
          name: { file, node: name },
          value: second,
          ...(third && { attributes: { file, node: third } }),
          defaults: { path: true },
        };
    }
  },
  *cookieReads(file) {
    // cookie-parser's and @fastify/cookie's: req.cookies.token, req.signedCookies['token'].
    for (const node of nodesOf(file, 'MemberExpression')) {
      const name = memberName(node);
      if (name !== undefined && isParsedCookies(file, node.object) && !isAssignmentTarget(node) && !isDeleteTarget(node))
        yield { node, name };
    }
  },
};

function isParsedCookies(file: SourceFile, node: Node): boolean {
  const cookies = bare(node);
  if (cookies.type !== 'MemberExpression' || !/^(?:cookies|signedCookies)$/.test(memberName(cookies) ?? '')) return false;
  const request = bare(cookies.object);
  const variable = request.type === 'Identifier' && /^_?(?:req|request)$/.test(request.name) ? variableOf(file, request) : undefined;
  return variable !== undefined && bindingOf(variable).kind === 'parameter';
}
