import { comesFrom } from '../../flow/comes-from.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt } from '../../syntax/functions.ts';
import type { Node } from '../../syntax/nodes.ts';
import { bare, memberName } from '../../syntax/nodes.ts';
import type { Origin } from '../../flow/origin.ts';
import { originOf } from '../../flow/origin.ts';
import type { Place, SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { StorageApi } from './storage-api.ts';

const STORAGE = 'the Cache API';

const isCache = (origin: Origin): boolean => origin === 'caches.open()' || origin === 'Cache<new>';

/**
 * `(await caches.open('auth')).put('/token', new Response(token))`, which every script of the origin may match:
 * https://w3c.github.io/ServiceWorker/#cache-interface
 */
export const cacheStorage: StorageApi = {
  id: 'cache-storage',
  medium: 'browser-storage',
  hint: /caches/,
  *accesses(file) {
    for (const node of nodesOf(file, 'CallExpression')) {
      const method = node.callee.type === 'MemberExpression' ? memberName(node.callee) : undefined;
      if (node.callee.type !== 'MemberExpression' || !/^(?:put|match|delete)$/.test(method ?? '')) continue;
      const { object } = node.callee;
      const key = argumentAt(node, 0);
      const isOfAll = method !== 'put' && originOf(file, object) === 'caches';
      if (!key || !(isOfAll || comesFrom(file, object, isCache))) continue;
      const at = { api: cacheStorage, storage: STORAGE, node, key: { node: requested(key) } };
      if (method !== 'put') yield { ...at, operation: method === 'match' ? 'read' : 'remove' };
      const body = method === 'put' ? bodyOf(file, argumentAt(node, 1)) : undefined;
      // What a fetch answered is kept as it came.
      if (body) yield { ...at, operation: 'write', value: body };
    }
  },
};

/** The address of `new Request('/token')`. */
function requested(key: Node): Node {
  const inner = bare(key);
  return (inner.type === 'NewExpression' ? argumentAt(inner, 0) : undefined) ?? key;
}

/** What is in a response that is made here: `new Response(body)`, `Response.json(data)`. */
function bodyOf(file: SourceFile, response: Node | undefined): Place | undefined {
  const made = response && resolveValue({ file, node: response });
  if (made?.node.type !== 'NewExpression' && made?.node.type !== 'CallExpression') return undefined;
  const origin = originOf(made.file, made.node.callee);
  const body = origin === 'Response' || origin === 'Response.json' ? argumentAt(made.node, 0) : undefined;
  return body && { file: made.file, node: body };
}
