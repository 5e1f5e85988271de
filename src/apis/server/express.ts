import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { callsOf, methodCallsOf } from '../../syntax/functions.ts';
import type { Node } from '../../syntax/nodes.ts';
import { bare, isAssignmentTarget, isDeleteTarget, memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import { chainRoot, responseAt } from './exchange.ts';
import { headersByCall } from './header-calls.ts';
import type { ServerApi } from './server-api.ts';
import { cookieInArguments } from './cookie-store.ts';

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
    for (const { call, object, method } of methodCallsOf(file, 'cookie', 'clearCookie')) {
      if (!responseAt(file, chainRoot(object))) continue;
      const cookie = cookieInArguments(file, call, method === 'cookie' ? 'write' : 'remove');
      if (cookie) yield { api: express, ...cookie, ...(cookie.operation === 'write' && { defaults: { path: true } }) };
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
