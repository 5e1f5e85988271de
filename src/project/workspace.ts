import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { readJson } from './packages.ts';

/** A workspace that a folder is a part of. */
export interface Workspace {
  /** Absolute. */
  readonly directory: string;
  /** The folders of its packages outside of that folder, relative to the workspace, sorted. */
  readonly others: readonly string[];
}

/** The workspace of npm, pnpm, Yarn, Bun or Lerna that has a folder among its packages, up to the end of the repository. */
export function workspaceAround(folder: string): Workspace | undefined {
  for (let at = folder; !existsSync(path.join(at, '.git')) && path.dirname(at) !== at;) {
    at = path.dirname(at);
    const packages = packagesOf(at);
    const isMember = packages.some((one) => isWithin(folder, one) || isWithin(one, folder));
    if (!isMember) continue;
    const others = packages.filter((one) => !isWithin(one, folder) && !isWithin(folder, one));
    return { directory: at, others: others.map((one) => path.relative(at, one).split(path.sep).join('/')).toSorted() };
  }
  return undefined;
}

/** Whether a path is a folder or below it. */
function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(outer + path.sep);
}

/** The folders of the packages that a workspace's root names. */
function packagesOf(root: string): string[] {
  const patterns = patternsOf(root).map((one) => `${one.replace(/^\.\/|\/$/g, '')}/package.json`);
  if (patterns.length === 0) return [];
  const ignore = ['**/node_modules/**', ...patterns.filter((one) => one.startsWith('!')).map((one) => one.slice(1))];
  return globSync(
    patterns.filter((one) => !one.startsWith('!')),
    { cwd: root, ignore, followSymbolicLinks: false, absolute: true },
  ).map((file) => path.dirname(path.resolve(file)));
}

/**
 * Where the packages are: https://docs.npmjs.com/cli/using-npm/workspaces, https://pnpm.io/pnpm-workspace_yaml,
 * https://lerna.js.org/docs/api-reference/configuration
 */
function patternsOf(root: string): string[] {
  const { workspaces } = readJson(path.join(root, 'package.json')) ?? {};
  const ofLerna = readJson(path.join(root, 'lerna.json'))?.['packages'];
  const lists = [workspaces, (workspaces as { packages?: unknown } | undefined)?.packages, ofLerna];
  const named = lists.find((one): one is unknown[] => Array.isArray(one)) ?? [];
  return [...named.filter((one) => typeof one === 'string'), ...patternsOfPnpm(root)];
}

/** The list `packages` of a pnpm-workspace.yaml, whose items are texts. */
function patternsOfPnpm(root: string): string[] {
  const file = path.join(root, 'pnpm-workspace.yaml');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => /^packages:/.test(line)) + 1;
  const end = lines.findIndex((line, i) => i >= start && /^[^\s#-]/.test(line));
  const listed = start === 0 ? [] : lines.slice(start, end < 0 ? undefined : end);
  return listed.flatMap((line) => {
    const [, single, double, plain] = /^[\t ]*-[\t ]+(?:'([^']*)'|"([^"]*)"|([^\s#]+))/.exec(line) ?? [];
    return single ?? double ?? plain ?? [];
  });
}
