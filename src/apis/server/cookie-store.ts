import { argumentAt } from '../../syntax/functions.ts';
import type { CallNode, Node } from '../../syntax/nodes.ts';
import { memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { staticText } from '../../flow/static-text.ts';
import type { CookieRead, ServerCookie } from './server-api.ts';

/** A cookie that a call writes or deletes, before it is known what its framework does by itself. */
type CookieOfCall = Pick<ServerCookie, 'operation' | 'node' | 'name' | 'value' | 'attributes'>;

/**
 * The cookie that a call has in its arguments: name, value and attributes, or name and attributes where it deletes one.
 *
 * @param first The index of the name.
 */
export function cookieInArguments(
  file: SourceFile,
  call: CallNode,
  operation: ServerCookie['operation'],
  first = 0,
): CookieOfCall | undefined {
  const [name, second, third] = [0, 1, 2].map((i) => argumentAt(call, first + i));
  if (!name) return undefined;
  const attributes = operation === 'write' ? third : second;
  const common = { node: call, name: { file, node: name }, ...(attributes && { attributes: { file, node: attributes } }) };
  if (operation === 'remove') return { operation, ...common };
  return second && { operation, ...common, value: second };
}

/** A call of a store of cookies that writes or deletes one: `set(name, value, attributes)`, `delete(name, attributes)`. */
export function cookieStoreCall(file: SourceFile, call: CallNode, isStore: (node: Node) => boolean): CookieOfCall | undefined {
  const { callee } = call;
  const method = callee.type === 'MemberExpression' ? memberName(callee) : undefined;
  if (callee.type !== 'MemberExpression' || (method !== 'set' && method !== 'delete') || !isStore(callee.object)) return undefined;
  return cookieInArguments(file, call, method === 'set' ? 'write' : 'remove');
}

/** A call of such a store that reads one: `get(name)`. */
export function cookieReadOf(file: SourceFile, call: CallNode, isStore: (node: Node) => boolean): CookieRead | undefined {
  const { callee } = call;
  const key = callee.type === 'MemberExpression' && memberName(callee) === 'get' ? argumentAt(call, 0) : undefined;
  const name = key && callee.type === 'MemberExpression' && isStore(callee.object) ? staticText(file, key) : undefined;
  return name === undefined ? undefined : { node: call, name };
}
