import { splitWords } from '../credentials/words.ts';
import { calleeName, lastName } from '../syntax/functions.ts';
import type { Node } from '../syntax/nodes.ts';
import { bare, memberName } from '../syntax/nodes.ts';

const SERVICE_KEY_WORDS = new Set(['key', 'keys', 'apikey', 'secret', 'pat', 'password', 'pass', 'env', 'anon', 'config']);

/** `apiKey`, `this.secretKey`, `getApiKey()`: a key that is configured or typed in, not a session. */
export function isServiceKey(node: Node): boolean {
  const inner = bare(node);
  // key.value, keyRef.current: the key itself.
  if (inner.type === 'MemberExpression' && /^(?:value|current)$/.test(memberName(inner) ?? '')) return isServiceKey(inner.object);
  const name = inner.type === 'CallExpression' ? calleeName(inner) : lastName(inner);
  return name === undefined ? inner.type !== 'MemberExpression' : splitWords(name).some((word) => SERVICE_KEY_WORDS.has(word));
}
