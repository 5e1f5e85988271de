import { staticText } from '../../flow/static-text.ts';
import { shapeOf } from '../../flow/objects.ts';
import { argumentAt, callsOf } from '../../syntax/functions.ts';
import type { FunctionNode, Node } from '../../syntax/nodes.ts';
import { memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { ResponseHeader } from './server-api.ts';

const SETS = /^(?:set|header|setHeader|append|appendHeader)$/;

/**
 * The headers that calls on a response set: `res.setHeader(name, value)`, `res.set({ name: value })`.
 *
 * @param answerOf Whether an expression is a response, with the handler that it belongs to.
 */
export function* headersByCall(
  file: SourceFile,
  answerOf: (node: Node) => { readonly handler?: FunctionNode } | undefined,
): Generator<ResponseHeader> {
  for (const call of callsOf(file)) {
    if (call.callee.type !== 'MemberExpression' || !SETS.test(memberName(call.callee) ?? '')) continue;
    const [first, value] = [argumentAt(call, 0), argumentAt(call, 1)];
    const answer = first && answerOf(call.callee.object);
    if (!first || !answer) continue;
    const name = value && staticText(file, first);
    if (value && name !== undefined) yield { node: first, name, value, ...answer };
    if (!value) yield* headersIn(file, first, answer);
  }
}

/** The headers of an object: `{ 'x-auth-token': token }`. */
export function* headersIn(file: SourceFile, node: Node, answer: { readonly handler?: FunctionNode }): Generator<ResponseHeader> {
  for (const entry of shapeOf({ file, node })?.entries.values() ?? [])
    if (entry.file === file && entry.node.type === 'Property')
      yield { node: entry.node.key, name: entry.name, value: entry.value, ...answer };
}
