import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt, calleeName, callsOf, returnsOf } from '../../syntax/functions.ts';
import type { LocatedCall } from '../../flow/calls.ts';
import { calledFunction } from '../../flow/calls.ts';
import { resolveValue } from '../../flow/resolve.ts';
import type { CallNode, FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, contains, isFunction, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { ServerResponse } from './exchange.ts';
import { responseAt } from './exchange.ts';
import { express } from './express.ts';
import { contextAt, hono } from './hono.ts';
import type { ServerApi } from './server-api.ts';
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
  isOfOwnFunctions: true,
  hint: /\bres(?:ponse)?\b|\bhono\b/,
  *responses(file) {
    for (const call of callsOf(file)) {
      if (call.type !== 'CallExpression' || call.arguments.length === 0) continue;
      const given = responsesGiven(file, call);
      const response = given.find((one) => one !== undefined);
      if (!response) continue;
      for (const body of enveloped(call)) yield { api: answerHelpers, node: call, body: { file, node: body }, ...response };
      for (const body of answeredWith(file, call, given)) yield { api: answerHelpers, node: call, body: { file, node: body }, ...response };
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

/** The response that a call is handed, at its place among the arguments: by itself, or in an object. */
function responsesGiven(file: SourceFile, call: TSESTree.CallExpression): (ServerResponse | undefined)[] {
  const given = call.arguments.map((one) =>
    one.type === 'Identifier' ? answerableAt(file, one) : one.type === 'ObjectExpression' ? responseWithin(file, one) : undefined,
  );
  if (given.some((one) => one !== undefined)) return given;
  // const reply = respond(res); reply({ token })
  const maker = makerOf(file, call);
  return maker ? [...given, ...maker.arguments.map((one) => (one.type === 'Identifier' ? answerableAt(file, one) : undefined))] : given;
}

/** Whether a name is what a handler answers with: a response, or the context of Hono, whose methods answer. */
function answerableAt(file: SourceFile, name: TSESTree.Identifier): ServerResponse | undefined {
  const response = responseAt(file, name);
  const handler = response ? undefined : contextAt(file, name);
  return handler ? { handler } : response;
}

function responseWithin(file: SourceFile, object: TSESTree.ObjectExpression): ServerResponse | undefined {
  for (const one of object.properties) {
    const response = one.type === 'Property' && one.value.type === 'Identifier' ? responseAt(file, one.value) : undefined;
    if (response) return response;
  }
  return undefined;
}

/** The call that gave what a call calls: `respond(res)` of `respond(res)({ token })`. */
function makerOf(file: SourceFile, { callee }: TSESTree.CallExpression): TSESTree.CallExpression | undefined {
  const { file: home, node } = resolveValue({ file, node: callee });
  return home === file && node.type === 'CallExpression' ? node : undefined;
}

/** What a helper's call answers with: of its arguments, or of the properties of one. */
function answeredWith(file: SourceFile, call: TSESTree.CallExpression, given: readonly unknown[]): Node[] {
  const called = calledFunction(file, call) ?? functionOf(file, makerOf(file, call));
  // In the same file the helper's own answer leads back to its calls.
  if (called) return called.file === file ? [] : sentParameters(called.file, called.node).flatMap((one) => partGiven(call, one) ?? []);
  const name = calleeName(call) ?? '';
  return call.arguments.length > 1 && ANSWERS.test(name) && !NO_ANSWER.test(name)
    ? call.arguments.filter((one, i): one is TSESTree.Expression => given[i] === undefined && one.type !== 'SpreadElement')
    : [];
}

/** The function that a call returns where it is written in what is called. */
function functionOf(file: SourceFile, maker: TSESTree.CallExpression | undefined): LocatedCall<FunctionNode> | undefined {
  const called = maker && calledFunction(file, maker);
  const [only, ...more] = called ? returnsOf(called.node) : [];
  return called && isFunction(only) && more.length === 0 ? { file: called.file, node: only } : undefined;
}

/** A parameter that a function answers with, or what it takes out of one: `data` of `({ res, data }) => …`. */
interface SentParameter {
  readonly index: number;
  readonly name?: string;
}

function partGiven(call: CallNode, { index, name }: SentParameter): Node | undefined {
  const given = argumentAt(call, index);
  if (name === undefined || !given) return given;
  if (given.type !== 'ObjectExpression') return undefined;
  const part = given.properties.find((one) => one.type === 'Property' && propertyName(one) === name);
  return part?.type === 'Property' ? part.value : undefined;
}

/** The parameters that a function answers with, whole or as parts of what it sends, itself or by another helper. */
function sentParameters(file: SourceFile, fn: FunctionNode, steps = 3): SentParameter[] {
  const bodies = [...express.responses!(file), ...hono.responses!(file)]
    .filter(({ handler, node }) => handler === fn || contains(fn, node))
    .map(({ body }) => body.node);
  const handed =
    steps > 0
      ? callsOf(file)
          .filter((call) => contains(fn, call))
          .flatMap((call) => handedOn(file, call, steps))
      : [];
  const found = nodesOf(file, 'Identifier')
    .filter((one) => [...bodies, ...handed].some((body) => contains(body, one)))
    .flatMap((one) => parameterNamed(file, one, fn) ?? []);
  return found.filter((one, i) => found.findIndex(({ index, name }) => index === one.index && name === one.name) === i);
}

/** What a helper hands on to another that answers. */
function handedOn(file: SourceFile, call: CallNode, steps: number): Node[] {
  const called = calledFunction(file, call);
  return called ? sentParameters(called.file, called.node, steps - 1).flatMap((one) => partGiven(call, one) ?? []) : [];
}

function parameterNamed(file: SourceFile, node: TSESTree.Identifier, fn: FunctionNode): SentParameter | undefined {
  const variable = variableOf(file, node);
  const binding = variable && bindingOf(variable);
  if (binding?.kind !== 'parameter' || binding.fn !== fn || binding.path.length > 1) return undefined;
  const [name] = binding.path;
  if (binding.path.length === 0) return { index: binding.index };
  return name === undefined ? undefined : { index: binding.index, name };
}
