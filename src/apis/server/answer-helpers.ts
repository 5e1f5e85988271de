import { argumentAt, calleeName, callsOf, parameterOf } from '../../syntax/functions.ts';
import { calledFunction } from '../../flow/calls.ts';
import type { CallNode, FunctionNode, Node } from '../../syntax/nodes.ts';
import { bare, contains } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import { responseAt } from './exchange.ts';
import { express } from './express.ts';
import type { ResponseBody, ServerApi } from './server-api.ts';
import { either } from '../../credentials/alternatives.ts';

/** Names of helpers that answer with what they are given; a helper that sets a cookie, or tells of an error, is another. */
const ANSWERS = either(
  [
    /(?:response|resp|res|json|success|reply)$/,
    /^(?:success|ok|respond|reply|response|sendJson|sendSuccess|sendResponse|sendData|standardRes|apiResponse)/,
    /^send(?!\w*(?:token|mail|file|sms|otp|code|message|notification|event|push|verif|reset|invit))[A-Z]/,
  ],
  'i',
);
const NO_ANSWER = /cookie|session|header|error|fail|refresh|redirect|clear|log/i;

/**
 * Helpers of an app's own that are handed the response and what to answer with: `sendResponse(res, 200, { token })`. One of
 * another file is looked into where the links are known, and judged by its name where they are not.
 */
export const answerHelpers: ServerApi = {
  id: 'answer-helper',
  hint: /\bres(?:ponse)?\b/,
  *responses(file) {
    for (const call of callsOf(file)) {
      if (call.type !== 'CallExpression' || call.arguments.length === 0) continue;
      const given = call.arguments.map((one) => (one.type === 'Identifier' ? responseAt(file, one) : undefined));
      const response = given.find((one) => one !== undefined);
      if (!response) continue;
      for (const body of enveloped(call)) yield { api: answerHelpers, node: call, body: { file, node: body }, ...response };
      for (const index of answeredWith(file, call)) {
        const body = given[index] === undefined ? argumentAt(call, index) : undefined;
        if (body) yield { api: answerHelpers, node: call, body: { file, node: body }, ...response };
      }
    }
  },
};

/** `new SuccessResponse('Welcome', { token }).send(res)`, `ApiResponse.success({ token }).send(res)`: an answer that sends itself. */
function enveloped(call: CallNode): readonly Node[] {
  const made = call.callee.type === 'MemberExpression' ? bare(call.callee.object) : undefined;
  if (made?.type !== 'NewExpression' && made?.type !== 'CallExpression') return [];
  const name = calleeName(made) ?? '';
  const isStatic =
    made.callee.type === 'MemberExpression' &&
    made.callee.object.type === 'Identifier' &&
    /^[A-Z]\w*(?:Response|Reply|Result)$/.test(made.callee.object.name);
  return (made.type === 'NewExpression' ? ANSWERS.test(name) : isStatic) && !/error|fail/i.test(name)
    ? made.arguments.filter((one) => one.type !== 'SpreadElement')
    : [];
}

/** The arguments that a helper's call answers with, by their indexes. */
function answeredWith(file: SourceFile, call: CallNode): number[] {
  const called = calledFunction(file, call);
  // In the same file the helper's own answer leads back to its calls.
  if (called) return called.file === file ? [] : sentParameters(called.file, called.node);
  const name = calleeName(call) ?? '';
  return call.arguments.length > 1 && ANSWERS.test(name) && !NO_ANSWER.test(name) ? call.arguments.map((_, i) => i) : [];
}

/** The parameters that a function answers with, whole or as parts of what it sends. */
function sentParameters(file: SourceFile, fn: FunctionNode): number[] {
  const bodies: ResponseBody[] = [...express.responses!(file)].filter(({ handler }) => handler === fn);
  const sent = nodesOf(file, 'Identifier').filter((one) => bodies.some(({ body }) => contains(body.node, one)));
  return [
    ...new Set(
      sent
        .map((one) => parameterOf(file, one))
        .filter((one) => one?.fn === fn)
        .map((one) => one!.index),
    ),
  ];
}
