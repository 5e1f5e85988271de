import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { parseArgs } from 'node:util';
import type { Codemod } from '../codemods/define-codemod.ts';
import { codemods } from '../codemods/index.ts';
import { applyPlan } from '../project/apply.ts';
import type { SkippedFile } from '../project/discover.ts';
import { discover } from '../project/discover.ts';
import type { PlannedFile } from '../project/planned-file.ts';
import { COMMON_HELP, COMMON_OPTIONS, folderOf, oneOf, PHASES, readArguments } from './arguments.ts';
import { didYouMean } from './near-words.ts';
import { paintFor } from './paint.ts';
import { diffOf, printApplied, printPlan } from './print-plan.ts';
import { readProjectSettings } from './project-settings.ts';
import { exitCodeOf } from '../migration/outcome.ts';
import { DEFAULT_PLAN, planSessions } from '../migration/plan.ts';
import type { ExitCode, CommandContext } from './run.ts';
import { reasonNotToWrite } from './work-tree.ts';

const CODEMOD_OPTIONS = {
  ...COMMON_OPTIONS,
  'dry-run': { type: 'boolean', default: false },
  'allow-dirty': { type: 'boolean', default: false },
  'with-marks': { type: 'boolean', default: false },
  cookie: { type: 'boolean', default: false },
  phase: { type: 'string' },
  'session-cookie': { type: 'string' },
  'csrf-check': { type: 'string' },
  'require-env': { type: 'string' },
  session: { type: 'string' },
  'import-extensions': { type: 'boolean', default: false },
} as const;

export const CODEMOD_HELP = `Usage
  httponly codemod NAME [paths…] [options]   run one codemod over files, each by itself

Codemods
${Object.values(codemods)
  .map(({ definition }) => `  ${definition.name.padEnd(26)}${definition.description}`)
  .join('\n')}

Options
  --dry-run                show the changes and write nothing
  --allow-dirty            go on although git has uncommitted changes, or is not there
  --with-marks             next-auth-session alone: write although places are left, each marked in the code
  --cookie                 next-auth-session alone: the backend, in the same repository, sets the token as a cookie
  --phase NAME             all (default), server, client or cleanup
  --session-cookie PATH    where the generated modules are, for the imports of changed files:
  --csrf-check PATH          by default beside each file
  --require-env PATH
  --session PATH
  --import-extensions      imports name the extension: ./session-cookie.js
${COMMON_HELP}

next-auth-session looks at the whole app in this folder, and writes nothing where a place is left without which pages
do not work. What crosses files is beyond the other codemods: httponly migrate sees the whole app.
Exit codes: 0 complete, 1 something is left for a person, 2 errors.
`;

/** Runs one codemod over files, as jscodeshift would. */
export function codemod(args: readonly string[], context: CommandContext): ExitCode {
  const { cwd, out, error } = context;
  const { values, positionals } = readArguments(args, { command: 'codemod', options: CODEMOD_OPTIONS, allowPositionals: true });
  const [name, ...paths] = positionals;
  if (values.help || name === undefined) {
    out(CODEMOD_HELP);
    return values.help ? 0 : 2;
  }
  const transform = codemodNamed(name);
  const root = folderOf(cwd, values.cwd);
  const options = transformOptions(values, root);
  const complaint = reasonNotToWrite(root, values);
  if (complaint !== undefined) {
    error(complaint);
    return 2;
  }
  if (transform.definition.isOfWholeApp) return ofWholeApp(root, values, context);
  return shownAndWritten(root, runOver(root, paths, transform, options), values, context);
}

/** A codemod that says nothing of one file alone is planned for the whole app, as a migration is. */
function ofWholeApp(root: string, values: Values, { out, isTerminal }: CommandContext): ExitCode {
  const plan = planSessions(root, {
    ...DEFAULT_PLAN,
    withMarks: values['with-marks'],
    cookie: values.cookie,
    settings: readProjectSettings(root),
  });
  if (!plan) {
    out('Nothing to change: no session gives pages a token.');
    return 0;
  }
  const paint = paintFor(isTerminal, values['no-color']);
  out(printPlan(plan, paint));
  if (values['dry-run'] || plan.files.length === 0) return exitCodeOf(plan);
  const applied = applyPlan(plan, { isWhole: true });
  out(printApplied(plan, applied, paint));
  return applied.refused.length > 0 ? 2 : exitCodeOf(plan);
}

/** Shows what a codemod made of files, and writes it unless it is only to be shown. */
function shownAndWritten(
  root: string,
  { files, notes, skipped }: Transformed,
  values: Values,
  { out, error, isTerminal }: CommandContext,
): ExitCode {
  for (const { path: file, reason } of skipped) error(`skipped ${file}: ${reason}`);
  const paint = paintFor(isTerminal, values['no-color']);
  for (const file of files) out(`${paint.bold(path.relative(root, file.path))}\n${diffOf(root, file)}`);
  for (const note of notes) out(`left for you: ${note}`);
  const refused = values['dry-run'] ? [] : applyPlan({ root, files }).refused;
  for (const { path: file, reason } of refused) error(`not written: ${file}: ${reason}`);
  const count = files.length - refused.length;
  out(`${String(count)} ${count === 1 ? 'file' : 'files'} ${values['dry-run'] ? 'would change' : 'changed'}.`);
  if (skipped.length > 0 || refused.length > 0) return 2;
  return notes.length > 0 ? 1 : 0;
}

/** @throws {Error} When no codemod has that name. */
function codemodNamed(name: string): Codemod {
  const found = Object.hasOwn(codemods, name) ? codemods[name] : undefined;
  if (found) return found;
  const names = Object.keys(codemods);
  throw new Error(`'${name}' is not a codemod${didYouMean(name, names)} Codemods: ${names.join(', ')}.`);
}

type Values = ReturnType<typeof parseArgs<{ options: typeof CODEMOD_OPTIONS }>>['values'];
type TransformOptions = NonNullable<Parameters<Codemod>[2]>;

/** @throws {Error} For a phase that there is not. */
function transformOptions(values: Values, root: string): TransformOptions {
  const absolute = (file: string | undefined): string | undefined => (file === undefined ? undefined : path.resolve(root, file));
  return {
    phase: oneOf('phase', values.phase, PHASES),
    sessionCookie: absolute(values['session-cookie']),
    csrfCheck: absolute(values['csrf-check']),
    requireEnv: absolute(values['require-env']),
    session: absolute(values.session),
    importExtensions: values['import-extensions'],
  };
}

/** What a codemod made of files. */
interface Transformed {
  readonly files: readonly PlannedFile[];
  /** What it left to a person. */
  readonly notes: readonly string[];
  /** The files over which it failed, and why. */
  readonly skipped: readonly SkippedFile[];
}

/** Runs a codemod over each file by itself. A file over which it fails is skipped; nothing is written. */
function runOver(root: string, paths: readonly string[], transform: Codemod, options: TransformOptions): Transformed {
  const files: PlannedFile[] = [];
  const notes: string[] = [];
  const skipped: SkippedFile[] = [];
  const report = (note: string): void => {
    notes.push(path.relative(root, note));
  };
  for (const file of discover(root, paths).files) {
    try {
      const before = readFileSync(file, 'utf8');
      const after = transform({ path: file, source: before }, { report }, options);
      if (after !== undefined) files.push({ path: file, before, after, because: [transform.definition.name] });
    } catch (problem) {
      skipped.push({ path: path.relative(root, file), reason: (problem as Error).message });
    }
  }
  return { files, notes, skipped };
}
