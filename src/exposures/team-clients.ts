import type { TokenSlot } from '../apis/http/index.ts';
import { readName } from '../credentials/names.ts';
import { splitWords } from '../credentials/words.ts';
import { argumentAt, calleeName, callsOf } from '../syntax/functions.ts';
import type { CallNode, Node } from '../syntax/nodes.ts';
import { propertyName } from '../syntax/nodes.ts';
import { ownClientAt } from '../syntax/own-clients.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { requestsOf } from '../app/requests.ts';

/**
 * Where code hands a token to a client of the team's own: in an option of a request, which the library that it is like
 * does not have (`request('/me', { token })`), after its arguments (`request('/me', {}, token)`), by a method that is
 * called for it (`http.setToken(token)`).
 */
export function* teamTokens(file: SourceFile): Generator<TokenSlot> {
  if (file.settings.clients.length === 0) return;
  const requests = requestsOf(file);
  for (const { node, options } of requests) if (ownClientAt(file, node.callee)) yield* inRequest(file, node, options);
  const calls = new Set(requests.map(({ node }) => node));
  for (const node of callsOf(file)) {
    const value = calls.has(node) ? undefined : argumentAt(node, 0);
    if (value && isTokenSetter(file, node)) yield { node, value, slot: `\`${calleeName(node)!}\``, isForTokens: true };
  }
}

/** `request('/me', { token })`, `request('/me', {}, token)`. */
function* inRequest(file: SourceFile, request: CallNode, options: Node | undefined): Generator<TokenSlot> {
  const client = `\`${calleeName(request) ?? 'the client'}\``;
  for (const property of options?.type === 'ObjectExpression' ? options.properties : []) {
    const name = property.type === 'Property' ? propertyName(property) : undefined;
    if (property.type === 'Property' && name !== undefined && isToken(file, name))
      yield { node: property, value: property.value, slot: `an option of ${client}`, isForTokens: true };
  }
  const last = request.arguments.findIndex((one) => one === options);
  for (const value of last < 0 ? [] : request.arguments.slice(last + 1))
    if (value.type !== 'SpreadElement') yield { node: value, value, slot: `an argument of ${client}`, isForTokens: false };
}

/** `http.setToken(token)`. */
function isTokenSetter(file: SourceFile, call: CallNode): boolean {
  const name = calleeName(call) ?? '';
  return SETTER.test(name) && isToken(file, splitWords(name).slice(1).join('_')) && ownClientAt(file, call.callee) !== undefined;
}

const SETTER = /^(?:set|use|add|with|attach|apply|update)(?=[A-Z])/;

function isToken(file: SourceFile, name: string): boolean {
  const { verdict } = readName(name, file.settings.names);
  return verdict === 'credential' || verdict === 'likely';
}
