import { either } from '../credentials/alternatives.ts';
import type { Node } from './nodes.ts';
import { perFile } from './source-file.ts';

/** What only the file of a worker says of itself. `addEventListener('fetch', …)` is a service worker's or an edge server's. */
const OF_WORKER = either([
  /\bself\.(?:onmessage|onfetch|skipWaiting|clients|registration)\b/,
  /\bself\.addEventListener\(\s*['"]message['"]/,
  /\baddEventListener\(\s*['"](?:fetch|install|activate)['"]/,
  /\bimportScripts\(/,
  /WorkerGlobalScope\b/,
  /<reference\s+lib=["']webworker["']/,
  /['"]workbox-(?:core|precaching|routing|strategies)['"]/,
]);

/**
 * Whether a file runs in a thread of its own, whose variables no script of a page can read:
 * https://developer.mozilla.org/docs/Web/API/Web_Workers_API
 */
export const isWorker = perFile(
  ({ text, ast }) => (OF_WORKER.test(text) || ast.body.some(listens)) && !/\b(?:document|window)\s*\.\s*\w/.test(text),
);

/** `onmessage = (event) => …` of no object. */
function listens(statement: Node): boolean {
  const expression = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
  return expression?.type === 'AssignmentExpression' && expression.left.type === 'Identifier' && expression.left.name === 'onmessage';
}
