import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { packageManagerOf } from './package-manager.ts';
import { readJson } from './packages.ts';

/** A problem that a tool of the project reports. */
export interface ToolProblem {
  /** Relative to the project. */
  readonly file?: string;
  readonly line?: number;
  /** Says the same of the same problem, before and after. */
  readonly text: string;
  /** What else the tool said. */
  readonly details?: string;
}

/** What a tool says of a package: its problems, or that it cannot be run. */
export type ToolResult = readonly ToolProblem[] | 'not run';

/** A tool that a project checks itself with. */
export interface OwnTool {
  /** For people: `TypeScript`. */
  readonly label: string;
  /** Whether a package uses it. @param directory Absolute. */
  isUsed(directory: string): boolean;
  /**
   * Runs it on a package, which executes code of the project.
   *
   * @param files Absolute paths of the files that matter, where the tool takes files.
   */
  run(root: string, directory: string, files: readonly string[]): ToolResult;
}

/** How long one run may take, in milliseconds. */
const LONGEST = 15 * 60 * 1000;

interface Ran {
  readonly status: number | null;
  readonly output: string;
}

function ran(command: string, args: readonly string[], cwd: string): Ran {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    timeout: LONGEST,
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Test runners that watch files in a terminal run once in CI.
    env: { ...process.env, CI: 'true', FORCE_COLOR: '0', NO_COLOR: '1' },
    shell: process.platform === 'win32' && command !== process.execPath,
  });
  return { status, output: `${stdout}\n${stderr}` };
}

/** The program of an installed package, as its package.json names it. */
function programOf(directory: string, name: string, program: string): string | undefined {
  try {
    const manifest = createRequire(path.join(directory, 'package.json')).resolve(`${name}/package.json`);
    const { bin } = readJson(manifest) ?? {};
    const file = typeof bin === 'string' ? bin : (bin as Readonly<Record<string, string>> | undefined)?.[program];
    return file === undefined ? undefined : path.join(path.dirname(manifest), file);
  } catch {
    return undefined;
  }
}

/** `src/app.ts(3,7): error TS2304: Cannot find name 'x'.` */
const DIAGNOSTIC = /^(.+?)\((\d+),\d+\): error (TS\d+: .*)$/gm;

const typescript: OwnTool = {
  label: 'TypeScript',
  isUsed: (directory) => existsSync(path.join(directory, 'tsconfig.json')) && programOf(directory, 'typescript', 'tsc') !== undefined,
  run(root, directory) {
    const found = projectsOf(directory).map((project) =>
      ran(process.execPath, [programOf(directory, 'typescript', 'tsc')!, '--noEmit', '--pretty', 'false', '-p', project], directory),
    );
    if (found.some(({ status }) => status === null)) return 'not run';
    return found.flatMap(({ output }) =>
      [...output.matchAll(DIAGNOSTIC)].map(([, file, line, text]) => ({
        file: path.relative(root, path.resolve(directory, file!)),
        line: Number(line),
        text: text!,
      })),
    );
  },
};

/** A tsconfig that only refers to others, as Vite's does, checks nothing by itself. */
function projectsOf(directory: string): string[] {
  const { files, references } = readJson(path.join(directory, 'tsconfig.json')) ?? {};
  const isOnlyReferring = Array.isArray(files) && files.length === 0 && Array.isArray(references);
  return isOnlyReferring ? (references as { readonly path: string }[]).map((one) => one.path) : ['.'];
}

const ESLINT_CONFIG = /^(?:eslint\.config\.[cm]?[jt]s|\.eslintrc(?:\..+)?)$/;

interface LintedFile {
  readonly filePath: string;
  readonly messages: readonly {
    readonly ruleId: string | null;
    readonly line?: number;
    readonly message: string;
    readonly severity: number;
  }[];
}

const eslint: OwnTool = {
  label: 'ESLint',
  isUsed: (directory) => configured(directory, ESLINT_CONFIG) && programOf(directory, 'eslint', 'eslint') !== undefined,
  run(root, directory, files) {
    const own = files.filter((file) => /\.(?:[cm]?[jt]sx?|vue|svelte)$/.test(file) && existsSync(file));
    if (own.length === 0) return [];
    const args = [programOf(directory, 'eslint', 'eslint')!, '--format', 'json', '--no-warn-ignored', ...own];
    const { output } = ran(process.execPath, args, directory);
    const json = /^\[\{.*\}\]$/m.exec(output)?.[0];
    if (json === undefined) return 'not run';
    return (JSON.parse(json) as LintedFile[]).flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId, line, message, severity }) => ({
        file: path.relative(root, filePath),
        ...(line !== undefined && { line }),
        text: `${severity === 2 ? 'error' : 'warning'}: ${message}${ruleId === null ? '' : ` (${ruleId})`}`,
      })),
    );
  },
};

/**
 * Lets ESLint write down what our rules find, and no others, in eslint-suppressions.json.
 *
 * @returns Why it did not, where it did not.
 */
export function suppressWithEslint(directory: string, rules: readonly string[]): string | undefined {
  const program = programOf(directory, 'eslint', 'eslint');
  if (program === undefined) return 'ESLint is not installed here.';
  const asked = rules.flatMap((name) => ['--suppress-rule', `httponly/${name}`]);
  const { status, output } = ran(process.execPath, [program, '.', ...asked], directory);
  // 1: other rules find something, which is not ours to judge.
  return status === 0 || status === 1 ? undefined : `ESLint said: ${output.trim().split('\n').slice(0, 3).join(' ')}`;
}

/** Whether a folder, or one above it up to the end of the repository, has a file of such a name, or `eslintConfig` in its package.json. */
function configured(directory: string, name: RegExp): boolean {
  for (let at = directory; ; at = path.dirname(at)) {
    if (readdirSync(at).some((one) => name.test(one)) || readJson(path.join(at, 'package.json'))?.['eslintConfig'] !== undefined)
      return true;
    if (path.dirname(at) === at || existsSync(path.join(at, '.git'))) return false;
  }
}

/** The script that npm writes where there are no tests. */
const NO_TESTS = /no test specified/;

/** How many lines of what a failing test run said are shown. */
const LAST_LINES = 15;

const tests: OwnTool = {
  label: 'Tests',
  isUsed: (directory) => {
    const script = testScriptOf(directory);
    return script !== undefined && !NO_TESTS.test(script);
  },
  run(_root, directory) {
    const { status, output } = ran(packageManagerOf(directory), ['run', 'test'], directory);
    if (status === null) return 'not run';
    return status === 0 ? [] : [{ text: 'the tests fail', details: output.trimEnd().split('\n').slice(-LAST_LINES).join('\n') }];
  },
};

function testScriptOf(directory: string): string | undefined {
  const script = (readJson(path.join(directory, 'package.json'))?.['scripts'] as Readonly<Record<string, unknown>> | undefined)?.['test'];
  return typeof script === 'string' ? script : undefined;
}

/** What `--check` runs. */
export const ownTools: readonly OwnTool[] = [typescript, eslint, tests];
