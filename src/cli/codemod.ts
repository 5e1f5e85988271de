import { readFileSync } from 'node:fs';
import path from 'node:path';
import colors from 'picocolors';
import { codemods } from '../codemods/index.ts';
import { applyPlan } from '../project/apply.ts';
import { discover } from '../project/discover.ts';
import type { PlannedFile } from '../project/planned-file.ts';
import { COMMON_HELP, COMMON_OPTIONS, folderOf, oneOf, PHASES, readArguments } from './arguments.ts';
import { didYouMean } from './near-words.ts';
import { diffOf } from './print-plan.ts';
import type { ExitCode, Surroundings } from './run.ts';

const CODEMOD_OPTIONS = {
  ...COMMON_OPTIONS,
  'dry-run': { type: 'boolean', default: false },
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
  --phase NAME             all (default), server, client or cleanup
  --session-cookie PATH    where the generated modules are, for the imports of changed files:
  --csrf-check PATH          by default beside each file
  --require-env PATH
  --session PATH
  --import-extensions      imports name the extension: ./session-cookie.js
${COMMON_HELP}

What crosses files is beyond a single codemod: httponly migrate sees the whole app.
Exit codes: 0 complete, 1 something is left for a person, 2 errors.
`;

/** Runs one codemod over files, as jscodeshift would. */
export function codemod(args: readonly string[], { cwd, out, error, isTerminal }: Surroundings): ExitCode {
  const { values, positionals } = readArguments(args, { command: 'codemod', options: CODEMOD_OPTIONS, allowPositionals: true });
  const [name, ...paths] = positionals;
  if (values.help || name === undefined) {
    out(CODEMOD_HELP);
    return values.help ? 0 : 2;
  }
  const transform = Object.hasOwn(codemods, name) ? codemods[name] : undefined;
  if (!transform)
    throw new Error(`'${name}' is not a codemod${didYouMean(name, Object.keys(codemods))} Codemods: ${Object.keys(codemods).join(', ')}.`);
  const root = folderOf(cwd, values.cwd);
  const notes: string[] = [];
  const files: PlannedFile[] = [];
  const placed = (file: string | undefined): string | undefined => (file === undefined ? undefined : path.resolve(root, file));
  const options = {
    phase: oneOf('phase', values.phase, PHASES),
    sessionCookie: placed(values['session-cookie']),
    csrfCheck: placed(values['csrf-check']),
    requireEnv: placed(values['require-env']),
    session: placed(values.session),
    importExtensions: values['import-extensions'],
  };
  let failed = false;
  for (const file of discover(root, paths).files) {
    try {
      const before = readFileSync(file, 'utf8');
      const after = transform({ path: file, source: before }, { report: (note) => notes.push(path.relative(root, note)) }, options);
      if (after !== undefined) files.push({ path: file, before, after, because: [name] });
    } catch (problem) {
      failed = true;
      error(`skipped ${path.relative(root, file)}: ${(problem as Error).message}`);
    }
  }
  const paint = colors.createColors(isTerminal && !values['no-color'] && !process.env['NO_COLOR']);
  for (const file of files) out(`${paint.bold(path.relative(root, file.path))}\n${diffOf(root, file)}`);
  for (const note of notes) out(`left for you: ${note}`);
  const refused = values['dry-run'] ? [] : applyPlan({ root, files }).refused;
  for (const { path: file, reason } of refused) error(`not written: ${file}: ${reason}`);
  if (refused.length > 0) failed = true;
  const count = files.length - refused.length;
  out(`${String(count)} ${count === 1 ? 'file' : 'files'} ${values['dry-run'] ? 'would change' : 'changed'}.`);
  return failed ? 2 : notes.length > 0 ? 1 : 0;
}
