import { appsOf } from '../apis/server/express-app.ts';
import type { Route } from '../apis/server/routes.ts';
import { routesOf } from '../apis/server/routes.ts';
import { resolveValue } from '../flow/resolve.ts';
import { calledFunction } from '../flow/calls.ts';
import type { Node } from '../syntax/nodes.ts';
import { bare } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf } from '../syntax/source-file.ts';

/** A route with the whole of its path, as far as the routers above it are known. */
export interface MountedRoute {
  readonly file: SourceFile;
  readonly route: Route;
  /** With the prefixes of the routers that it hangs on: `/api/auth/login`. */
  readonly path: string;
}

/** Every route of a server, under the paths at which its routers are mounted. */
export function mountedRoutes(files: readonly SourceFile[]): MountedRoute[] {
  const prefixes = prefixesOf(files);
  return files.flatMap((file) =>
    routesOf(file).flatMap((route) =>
      route.path === undefined || route.method === 'use' ? [] : [{ file, route, path: join(prefixes.get(file) ?? '', route.path) }],
    ),
  );
}

/** The path at which each file's router is mounted; apps are at the root. */
function prefixesOf(files: readonly SourceFile[]): ReadonlyMap<SourceFile, string> {
  const prefixes = new Map<SourceFile, string>();
  for (const file of files) if (appsOf(file).length > 0) prefixes.set(file, '');
  // A router may hang on a router that is found later.
  for (let round = 0; round < 4; round++) {
    for (const file of files) {
      const prefix = prefixes.get(file);
      if (prefix === undefined) continue;
      for (const route of routesOf(file)) {
        if (route.method !== 'use') continue;
        for (const handler of route.handlers) {
          const mounted = routerFile(file, handler);
          if (mounted && mounted !== file && !prefixes.has(mounted)) prefixes.set(mounted, join(prefix, route.path ?? ''));
        }
      }
    }
  }
  return prefixes;
}

/** The file that holds the router that is mounted: `authRoutes`, `authRoutes(db)`, `require('./routes/auth')`. */
function routerFile(file: SourceFile, node: Node): SourceFile | undefined {
  const inner = bare(node);
  const value = resolveValue({ file, node: inner });
  if (value.file !== file) return value.file;
  if (inner.type === 'CallExpression') {
    const called = calledFunction(file, inner);
    if (called && called.file !== file) return called.file;
    const [source] = inner.arguments;
    if (
      inner.callee.type === 'Identifier' &&
      inner.callee.name === 'require' &&
      source?.type === 'Literal' &&
      typeof source.value === 'string'
    )
      return file.links?.exported(file, source.value, 'default')?.file ?? file.links?.exported(file, source.value, '*')?.file;
  }
  if (inner.type !== 'Identifier') return undefined;
  for (const declarator of nodesOf(file, 'VariableDeclarator')) {
    if (declarator.id.type === 'Identifier' && declarator.id.name === inner.name && declarator.init) {
      const init = bare(declarator.init);
      if (init.type === 'CallExpression') return routerFile(file, init);
    }
  }
  return undefined;
}

function join(prefix: string, path: string): string {
  return `${prefix}/${path}`.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
}
