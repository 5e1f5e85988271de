import type { SourceFile } from '../syntax/source-file.ts';
import { appRoutesOf } from './apps.ts';
import type { Route } from './route.ts';
import { routesOf } from './routes.ts';

/**
 * Every route that the files of a server register: those of its apps under their whole paths, then those of which it is not
 * seen what they hang on, under the paths that stand there.
 */
export function serverRoutesOf(files: readonly SourceFile[]): Route[] {
  const found = new Map(files.flatMap((file) => appRoutesOf(file).map((route) => [route.node, route] as const)));
  const wanted = new Set(files);
  for (const route of files.flatMap((file) => routesOf(file)))
    if (!found.has(route.node) && !route.methods.includes('use') && route.ownPath !== undefined) found.set(route.node, route);
  return [...found.values()].filter(({ file }) => wanted.has(file));
}
