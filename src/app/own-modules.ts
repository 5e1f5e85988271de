import { builtinModules } from 'node:module';
import { packageOf } from '../syntax/imports.ts';
import { manifestOf } from '../syntax/package-manifest.ts';
import type { SourceFile } from '../syntax/source-file.ts';

/** Whether an origin is a package's, whose middlewares are known by name: not a file that cannot be seen. */
export function isOfPackage(file: SourceFile, origin: string): boolean {
  const source = origin.split('#')[0]!;
  if (source === origin || /^(?:[./~#]|@\/)/.test(source)) return false;
  const name = packageOf(source);
  if (builtinModules.includes(name)) return true;
  const nearest = manifestOf(file.path);
  // In a workspace, what all packages need stands in the root's manifest.
  for (let manifest = nearest; manifest; manifest = manifestOf(manifest.directory)) if (manifest.dependencies.has(name)) return true;
  return !nearest;
}
