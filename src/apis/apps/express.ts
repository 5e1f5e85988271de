import { argumentAt } from '../../syntax/functions.ts';
import { memberName } from '../../syntax/nodes.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import type { AppFramework, Registration } from './app-framework.ts';
import { places, readUse, readVerb, routeChain, VERBS } from './app-framework.ts';

/** https://expressjs.com/en/5x/api.html#app, also with `express-promise-router` and `express-ws` around it. */
export const expressApps: AppFramework = {
  id: 'express',
  label: 'Express',
  isRewritten: true,
  hint: /["']express["']/,
  app: /^express#\(\)$/,
  scope: /^express#(?:\(\)|Router(?:\(\)|<new>)|<new>)$|^express-promise-router#(?:\(\)|<new>)$/,
  chains: /^(?:use|route|get|post|put|patch|delete|head|options|all|set|enable|disable|engine|param)$/,
  read(file, call, method): Registration | undefined {
    if (isOnRoute(call))
      return VERBS.has(method)
        ? { kind: 'route', methods: [method], path: routeChain(file, call), handlers: places(file, call.arguments) }
        : undefined;
    if (method === 'use') return readUse(file, call);
    return VERBS.has(method) && argumentAt(call, 0)?.type !== 'ObjectExpression' ? readVerb(file, call, method) : undefined;
  },
};

/** Whether a call is on what `route()` gives, whose verbs take handlers alone. */
function isOnRoute(call: TSESTree.CallExpression): boolean {
  if (call.callee.type !== 'MemberExpression') return false;
  for (let at: Node = call.callee.object; at.type === 'CallExpression' && at.callee.type === 'MemberExpression'; at = at.callee.object)
    if (memberName(at.callee) === 'route') return true;
  return false;
}
