import { argumentAt } from '../../syntax/functions.ts';
import type { Node } from '../../syntax/nodes.ts';
import { memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { staticText } from '../../flow/static-text.ts';
import type { AppFramework, Registration } from './app-framework.ts';
import { pathText, places, readUse, readVerb, VERBS } from './app-framework.ts';

const HONO = /^(?:hono(?:\/(?:tiny|quick))?#Hono|hono#|@hono\/zod-openapi#OpenAPIHono)<new>$/;

/** https://hono.dev/docs/api/routing */
export const honoApps: AppFramework = {
  id: 'hono',
  label: 'Hono',
  routersAreApps: true,
  hint: /["'](?:hono(?:\/tiny|\/quick)?|@hono\/zod-openapi)["']/,
  app: HONO,
  scope: HONO,
  chains: /^(?:use|get|post|put|patch|delete|options|all|on|route|basePath|mount|notFound|onError|openapi)$/,
  read(file, call, method): Registration | undefined {
    const below = basePath(file, call);
    const registration = readHere(file, call, method);
    return below === '' || registration === undefined || registration.kind === 'elsewhere'
      ? registration
      : { ...registration, path: registration.path && below + registration.path };
  },
};

function readHere(file: SourceFile, call: Parameters<AppFramework['read']>[1], method: string): Registration | undefined {
  if (method === 'use') {
    const use = readUse(file, call);
    return use.kind === 'use' && use.path !== undefined ? { ...use, path: use.path.replace(/\/?\*$/, '') } : use;
  }
  // app.route('/path', other)
  if (method === 'route' || method === 'mount')
    return { kind: 'use', path: pathText(file, argumentAt(call, 0)), handlers: places(file, call.arguments.slice(1)) };
  if (method === 'on') {
    const methods = argumentAt(call, 0);
    const named = methods?.type === 'ArrayExpression' ? methods.elements : [methods];
    return {
      kind: 'route',
      methods: named.flatMap((one) => (one && one.type !== 'SpreadElement' ? (staticText(file, one)?.toLowerCase() ?? []) : [])),
      path: pathText(file, argumentAt(call, 1)),
      handlers: places(file, call.arguments.slice(2)),
    };
  }
  // app.openapi(route, handler): the route is an object that says its method and path.
  if (method === 'openapi') return { kind: 'elsewhere' };
  return VERBS.has(method) ? readVerb(file, call, method) : undefined;
}

/** `new Hono().basePath('/api').get(…)`: the base at the root of the chain. */
function basePath(file: SourceFile, call: Node): string {
  let base = '';
  for (let at = call; at.type === 'CallExpression' && at.callee.type === 'MemberExpression'; at = at.callee.object) {
    if (memberName(at.callee) === 'basePath') base = (pathText(file, argumentAt(at, 0)) ?? '') + base;
  }
  return base;
}
