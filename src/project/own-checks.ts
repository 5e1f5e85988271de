import { createRequire } from 'node:module';
import path from 'node:path';
import { manifestOf } from '../syntax/package-manifest.ts';
import { copyOf, removeCopy, writeInto } from './copied.ts';
import type { OwnTool, ToolProblem, ToolResult } from './own-tools.ts';
import { ownTools } from './own-tools.ts';
import type { PlannedFile } from './planned-file.ts';

/** What is checked. */
export interface ToCheck {
  /** Absolute. */
  readonly root: string;
  readonly files: readonly PlannedFile[];
  /** Packages that have to be installed first, by folder. */
  readonly installs: readonly { readonly directory: string; readonly packages: readonly string[] }[];
}

/** What a tool of the project says of a package, before and after. */
export interface OwnCheck {
  readonly tool: string;
  /** Relative to the project, `.` for its root. */
  readonly directory: string;
  /** Problems that were not there before. */
  readonly added: readonly ToolProblem[];
  /** How many were there before. */
  readonly before: number;
  /** Why it was not run, or not compared. */
  readonly notRun?: string;
}

/**
 * Runs the project's own TypeScript, ESLint and tests on a copy, before and after the planned change. This executes code of
 * the project, so it is done only where it was asked for.
 */
export function ownChecks(plan: ToCheck): OwnCheck[] {
  const copy = copyOf(plan.root);
  try {
    const runs = packagesOf(plan).flatMap((directory) =>
      ownTools.filter((tool) => tool.isUsed(path.join(copy, directory))).map((tool) => ({ tool, directory })),
    );
    const missing = new Map(plan.installs.map(({ directory, packages }) => [directory, notInstalled(plan.root, directory, packages)]));
    const run = (tool: OwnTool, directory: string): ToolResult =>
      tool.run(copy, path.join(copy, directory), filesIn(plan, directory, copy));
    const before = runs.map(({ tool, directory }) => run(tool, directory));
    writeInto(copy, plan.root, plan.files);
    return runs.map(({ tool, directory }, i): OwnCheck => {
      const absent = missing.get(directory) ?? [];
      if (absent.length > 0)
        return unchecked(tool, directory, `${absent.join(' and ')} ${absent.length === 1 ? 'is' : 'are'} not installed yet`);
      return compared(tool, directory, before[i]!, run(tool, directory));
    });
  } finally {
    removeCopy(copy);
  }
}

function compared(tool: OwnTool, directory: string, before: ToolResult, after: ToolResult): OwnCheck {
  if (before === 'not run' || after === 'not run') return unchecked(tool, directory, 'it could not be run');
  const known = before.map(({ file, text }) => `${file ?? ''} ${text}`);
  const added = after.filter(({ file, text }) => {
    const at = known.indexOf(`${file ?? ''} ${text}`);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
  return { tool: tool.label, directory, added, before: before.length };
}

function unchecked(tool: OwnTool, directory: string, notRun: string): OwnCheck {
  return { tool: tool.label, directory, added: [], before: 0, notRun };
}

/** The packages in which something changes, and the project's own. */
function packagesOf({ root, files }: ToCheck): string[] {
  const changed = files.map((file) => path.relative(root, manifestOf(file.path)?.directory ?? root) || '.');
  return [...new Set(['.', ...changed])].filter((one) => !one.startsWith('..')).toSorted();
}

function filesIn({ root, files }: ToCheck, directory: string, copy: string): string[] {
  return files.flatMap((file) => {
    const own = path.relative(root, manifestOf(file.path)?.directory ?? root) || '.';
    return own === directory ? [path.join(copy, path.relative(root, file.path))] : [];
  });
}

function notInstalled(root: string, directory: string, packages: readonly string[]): string[] {
  const require = createRequire(path.join(root, directory, 'package.json'));
  return packages.filter((name) =>
    (require.resolve.paths(name) ?? []).every((one) => manifestOf(path.join(one, name, 'x'))?.directory !== path.join(one, name)),
  );
}
