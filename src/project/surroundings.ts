import { existsSync } from 'node:fs';
import path from 'node:path';
import { manifestOf } from '../syntax/package-manifest.ts';
import { readJson } from './packages.ts';

/** What of a project is around some of its files. */
export interface Surroundings {
  readonly root: string;
  /** The files that are asked about. */
  readonly wanted: readonly string[];
  /** Further files of the project. */
  readonly others: readonly string[];
  /** What a file asks for of other modules. */
  readonly modulesOf: (filePath: string) => Iterable<string>;
  readonly pathOf: (from: string, source: string) => string | undefined;
}

/**
 * The files by which some files of a project are judged: they, the rest of their packages, and what those import, directly or
 * not. Of a workspace with thousands of files a small app needs no more than that.
 */
export function surroundingsOf({ root, wanted, others, modulesOf, pathOf }: Surroundings): string[] {
  const packages = new Set(wanted.map((filePath) => packageFolder(filePath, root)));
  // What belongs to no package of a workspace is not judged by all of it.
  if (isWorkspace(root)) packages.delete(root);
  const left = new Set(others);
  const found = new Set(wanted);
  for (const filePath of others) if (isBelow(filePath, packages) && packages.has(packageFolder(filePath, root))) found.add(filePath);
  // What is added on the way is visited too.
  for (const filePath of found) {
    for (const source of filePath.endsWith('.json') ? [] : modulesOf(filePath)) {
      const target = pathOf(filePath, source);
      if (target !== undefined && left.has(target)) found.add(target);
    }
  }
  return [...found].toSorted();
}

function packageFolder(filePath: string, root: string): string {
  return manifestOf(filePath)?.directory ?? root;
}

function isBelow(filePath: string, folders: ReadonlySet<string>): boolean {
  for (const folder of folders) if (filePath.startsWith(folder + path.sep)) return true;
  return false;
}

/** Whether a folder holds packages: https://docs.npmjs.com/cli/using-npm/workspaces, https://pnpm.io/pnpm-workspace_yaml. */
function isWorkspace(root: string): boolean {
  return (
    readJson(path.join(root, 'package.json'))?.['workspaces'] !== undefined ||
    ['pnpm-workspace.yaml', 'lerna.json', 'nx.json'].some((name) => existsSync(path.join(root, name)))
  );
}
