import { argumentAt, calleeName } from '../../syntax/functions.ts';
import type { CallNode, Node } from '../../syntax/nodes.ts';
import { bare, memberName, propertyName } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import { staticText } from '../../flow/static-text.ts';
import type { MessagingApi } from './messaging-api.ts';
import { either } from '../../credentials/alternatives.ts';

/** What windows are called: `window.opener`, `iframe.contentWindow`, `popup`, `event.source`. */
const WINDOW_NAME =
  /^(?:window|parent|opener|top|frames?|i?frame|contentWindow|popup\w*|win|child|target|source|\w+(?:Window|Frame|Popup|Iframe))$/i;

/**
 * `postMessage` between windows: https://html.spec.whatwg.org/multipage/web-messaging.html#posting-messages
 *
 * Workers are threads of one's own: a token that lives in a worker is out of reach of the page's scripts, which is a
 * reason to send it there. They take no target origin, by which the two are told apart where names do not.
 */
export const postMessage: MessagingApi = {
  id: 'post-message',
  hint: /postMessage/,
  *messages(file) {
    for (const node of nodesOf(file, 'CallExpression')) {
      if (calleeName(node) !== 'postMessage') continue;
      const message = argumentAt(node, 0);
      if (!message || !isToWindow(file, node)) continue;
      const any = targetsAny(file, argumentAt(node, 1));
      yield { node, message, kind: 'window', ...(any !== undefined && { toAnyOrigin: any }) };
    }
  },
};

const THREADS = either([
  /^(?:Worker|SharedWorker|MessageChannel|MessagePort|BroadcastChannel|Client|ServiceWorker)<new>/,
  /^navigator\.serviceWorker/,
  /^ReactNativeWebView/,
  /broadcast-channel#/,
]);

function isToWindow(file: SourceFile, call: CallNode): boolean {
  const target = argumentAt(call, 1);
  if (call.callee.type !== 'MemberExpression') return target !== undefined && isOrigin(file, target);
  if (THREADS.test(originOf(file, call.callee.object) ?? '')) return false;
  if (target !== undefined && isOrigin(file, target)) return true;
  const name = nameOf(call.callee.object);
  return target !== undefined && target.type !== 'ArrayExpression' && name !== undefined && WINDOW_NAME.test(name);
}

/** A target origin: a text, or something that is called so. Workers are given a list of what to transfer. */
function isOrigin(file: SourceFile, node: Node): boolean {
  return staticText(file, node) !== undefined || /origin|location/i.test(nameOf(node) ?? '') || optionsOrigin(node) !== undefined;
}

function targetsAny(file: SourceFile, target: Node | undefined): boolean | undefined {
  const origin = target && (optionsOrigin(target) ?? target);
  const text = origin && staticText(file, origin);
  return text === undefined ? undefined : text === '*';
}

/** `{ targetOrigin: '*' }`. */
function optionsOrigin(node: Node): Node | undefined {
  if (node.type !== 'ObjectExpression') return undefined;
  const property = node.properties.find((one) => one.type === 'Property' && propertyName(one) === 'targetOrigin');
  return property?.type === 'Property' ? property.value : undefined;
}

function nameOf(node: Node): string | undefined {
  const inner = bare(node);
  if (inner.type === 'Identifier') return inner.name;
  return inner.type === 'MemberExpression' ? (memberName(inner) ?? nameOf(inner.object)) : undefined;
}
