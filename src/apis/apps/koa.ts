import { argumentAt } from '../../syntax/functions.ts';
import { bare, memberName } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import type { AppFramework } from './app-framework.ts';
import { places, readUse, readVerb, textOption, VERBS } from './app-framework.ts';

/** https://koajs.com/#application, with the routers https://github.com/koajs/router and koa-router, and koa-mount. */
export const koaApps: AppFramework = {
  id: 'koa',
  label: 'Koa',
  hint: /["']koa["']/,
  app: /^koa#<new>$/,
  scope: /^(?:koa|koa-router|@koa\/router|koa-tree-router)#(?:Router)?(?:<new>|\(\))$/,
  chains: /^(?:use|get|post|put|patch|delete|del|head|options|all|prefix|param)$/,
  prefixOf: (file, creation) => textOption(file, argumentAt(creation, 0), 'prefix'),
  mounted(file, handler) {
    const call = bare(handler);
    if (call.type !== 'CallExpression') return undefined;
    // app.use(router.routes()), app.use(mount('/path', other))
    if (call.callee.type === 'MemberExpression' && /^(?:routes|middleware)$/.test(memberName(call.callee) ?? '')) return call.callee.object;
    return originOf(file, call.callee) === 'koa-mount#' ? call.arguments.at(-1) : undefined;
  },
  read(file, call, method) {
    if (method === 'use') return readUse(file, call);
    if (!VERBS.has(method)) return undefined;
    const route = readVerb(file, call, method);
    // router.post('name', '/path', handler)
    const [first, second] = call.arguments;
    const isNamed = first?.type === 'Literal' && second?.type === 'Literal' && call.arguments.length > 2;
    return isNamed && route?.kind === 'route'
      ? { ...route, path: String(second.value), handlers: places(file, call.arguments.slice(2)) }
      : route;
  },
};
