import { argumentAt, callsOf } from '../../syntax/functions.ts';
import { originOf } from '../../flow/origin.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { NavigationApi } from './navigation-api.ts';

/** The index of the address among the arguments, by origin. */
const CALLS: Readonly<Record<string, number>> = {
  'location.assign': 0,
  'location.replace': 0,
  'document.location.assign': 0,
  'document.location.replace': 0,
  open: 0,
  'history.pushState': 2,
  'history.replaceState': 2,
};
const ASSIGNED = /^(?:document\.)?location(?:\.(?:href|hash|search|pathname))?$/;

/** The address bar and what else the browser itself offers: https://html.spec.whatwg.org/multipage/nav-history-apis.html */
export const locationApi: NavigationApi = {
  id: 'location',
  hint: /\b(?:location|history|open)\b/,
  *navigations(file) {
    for (const node of callsOf(file)) {
      const origin = originOf(file, node.callee);
      const at = origin === undefined || !Object.hasOwn(CALLS, origin) ? undefined : CALLS[origin];
      const to = at === undefined ? undefined : argumentAt(node, at);
      if (to) yield { node, to, kind: 'page' };
    }
    for (const node of nodesOf(file, 'AssignmentExpression')) {
      if (node.operator === '=' && ASSIGNED.test(originOf(file, node.left) ?? '')) yield { node, to: node.right, kind: 'page' };
    }
  },
};
