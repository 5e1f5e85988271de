import { undoMigration } from '../project/apply.ts';
import { COMMON_HELP, COMMON_OPTIONS, folderOf, readArguments } from './arguments.ts';
import type { ExitCode, CommandContext } from './run.ts';

const UNDO_OPTIONS = { ...COMMON_OPTIONS, 'dry-run': { type: 'boolean', default: false } } as const;

const UNDO_HELP = `Usage
  httponly undo [options]   take back the last migration of this folder

Files that were changed after the migration are left alone, and named.

Options
  --dry-run            say what would be put back, and write nothing
${COMMON_HELP}

Exit codes: 0 taken back, 1 something was left alone, 2 errors.
`;

/** Takes the last migration of a folder back. */
export function undo(args: readonly string[], { cwd, out }: CommandContext): ExitCode {
  const { values } = readArguments(args, { command: 'undo', options: UNDO_OPTIONS, allowPositionals: false });
  if (values.help) {
    out(UNDO_HELP);
    return 0;
  }
  const isDry = values['dry-run'];
  const { written, removed, refused } = undoMigration(folderOf(cwd, values.cwd), { isDry });
  for (const file of isDry ? [...written, ...removed] : []) out(`  ${file}`);
  const verb = isDry ? ['Would put back', 'would take away'] : ['Put back', 'taken away'];
  out(
    `${verb[0]!}: ${String(written.length)} ${written.length === 1 ? 'file' : 'files'}` +
      `${removed.length > 0 ? `, ${verb[1]!}: ${String(removed.length)}` : ''}.`,
  );
  for (const { path: file, reason } of refused) out(`${isDry ? 'Would leave' : 'Left'} alone: ${file}: ${reason}.`);
  return refused.length > 0 ? 1 : 0;
}
