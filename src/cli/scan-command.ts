import { version } from '../../package.json' with { type: 'json' };
import type { PresetName } from '../configs.ts';
import { presets } from '../configs.ts';
import { COMMON_HELP, COMMON_OPTIONS, folderOf, readArguments } from './arguments.ts';
import { explainedLine } from './explain.ts';
import { explainScan } from './explain-scan.ts';
import { didYouMean } from './near-words.ts';
import { paintFor } from './paint.ts';
import { printScan } from './print-scan.ts';
import { readProjectSettings } from './project-settings.ts';
import type { ExitCode, CommandContext } from './run.ts';
import { scan } from './scan.ts';

const SCAN_OPTIONS = {
  ...COMMON_OPTIONS,
  preset: { type: 'string', default: 'recommended' },
  json: { type: 'boolean', default: false },
  explain: { type: 'string' },
} as const;

const SCAN_HELP = `Usage
  httponly scan [paths…] [options]   say where credentials are within reach of scripts; writes nothing

Options
  --preset NAME        the rules to ask: ${Object.keys(presets).join(', ')} (recommended)
  --json               findings as JSON, for programs
  --explain FILE:LINE  say of each value on a line what it is taken for, and how it was followed there
${COMMON_HELP}

Exit codes: 0 nothing found, 1 findings, 2 errors.
`;

/** Looks at a project and says what is found. */
export function scanCommand(args: readonly string[], { cwd, out, isTerminal }: CommandContext): ExitCode {
  const { values, positionals } = readArguments(args, { command: 'scan', options: SCAN_OPTIONS, allowPositionals: true });
  if (values.help) {
    out(SCAN_HELP);
    return 0;
  }
  if (!Object.hasOwn(presets, values.preset))
    throw new Error(
      `--preset ${values.preset}: there is no such preset${didYouMean(values.preset, Object.keys(presets))} ` +
        `Presets: ${Object.keys(presets).join(', ')}.`,
    );
  const root = folderOf(cwd, values.cwd);
  const options = { preset: values.preset as PresetName, settings: readProjectSettings(root) };
  if (values.explain !== undefined) {
    const line = explainedLine(root, values.explain);
    out(explainScan(root, line, options, paintFor(isTerminal, values['no-color'])));
    return 0;
  }
  const result = scan(root, { ...options, paths: positionals });
  out(values.json ? JSON.stringify({ version, ...result }, undefined, 2) : printScan(result, paintFor(isTerminal, values['no-color'])));
  // To have looked at nothing is no all-clear.
  if (result.failures.length > 0 || result.files === 0) return 2;
  return result.findings.length > 0 ? 1 : 0;
}
