import { argumentAt } from '../../syntax/functions.ts';
import { callsAmong } from '../../syntax/known-calls.ts';
import { originOf } from '../../syntax/origin.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { NavigationApi } from './navigation-api.ts';

/** The index of the address among the arguments, by origin. */
const CALLS: Readonly<Record<string, number>> = { 'location.assign': 0, 'location.replace': 0, 'document.location.assign': 0, 'document.location.replace': 0, open: 0, 'history.pushState': 2, 'history.replaceState': 2 };
const METHODS = ['assign', 'replace', 'open', 'pushState', 'replaceState'];
const ASSIGNED = /^(?:document\.)?location(?:\.(?:href|hash|search|pathname))?$/;

/** The address bar and what else the browser itself offers: https://html.spec.whatwg.org/multipage/nav-history-apis.html */
export const locationApi: NavigationApi = {
  id: 'location',
  hint: /\b(?:location|history|open)\b/,
  *navigations(file) {
    for (const { node, origin } of callsAmong(file, METHODS)) {
      const at = Object.hasOwn(CALLS, origin) ? CALLS[origin] : undefined;
      const to = at === undefined ? undefined : argumentAt(node, at);
      if (to) yield { node, to, kind: 'page' };
    }
    for (const node of nodesOf(file, 'AssignmentExpression')) {
      if (node.operator === '=' && ASSIGNED.test(originOf(file, node.left) ?? '')) yield { node, to: node.right, kind: 'page' };
    }
  },
};
