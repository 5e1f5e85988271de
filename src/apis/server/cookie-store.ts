import { argumentAt } from '../../syntax/functions.ts';
import type { CallNode, Node } from '../../syntax/nodes.ts';
import { memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { staticText } from '../../flow/static-text.ts';
import type { CookieRead, ServerCookie } from './server-api.ts';

/** A call of a store of cookies that writes or deletes one: `set(name, value, attributes)`, `delete(name, attributes)`. */
export function cookieStoreCall(
  file: SourceFile,
  call: CallNode,
  isStore: (node: Node) => boolean,
): Pick<ServerCookie, 'operation' | 'node' | 'name' | 'value' | 'attributes'> | undefined {
  const { callee } = call;
  const method = callee.type === 'MemberExpression' ? memberName(callee) : undefined;
  if (callee.type !== 'MemberExpression' || (method !== 'set' && method !== 'delete') || !isStore(callee.object)) return undefined;
  const [name, second, third] = [0, 1, 2].map((i) => argumentAt(call, i));
  if (!name) return undefined;
  const attributes = method === 'set' ? third : second;
  const common = { node: call, name: { file, node: name }, ...(attributes && { attributes: { file, node: attributes } }) };
  if (method === 'delete') return { operation: 'remove', ...common };
  return second && { operation: 'write', ...common, value: second };
}

/** A call of such a store that reads one: `get(name)`. */
export function cookieReadOf(file: SourceFile, call: CallNode, isStore: (node: Node) => boolean): CookieRead | undefined {
  const { callee } = call;
  const key = callee.type === 'MemberExpression' && memberName(callee) === 'get' ? argumentAt(call, 0) : undefined;
  const name = key && callee.type === 'MemberExpression' && isStore(callee.object) ? staticText(file, key) : undefined;
  return name === undefined ? undefined : { node: call, name };
}
