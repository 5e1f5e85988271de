import { writeFileSync } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';
import { version } from '../../package.json' with { type: 'json' };
import type { PresetName } from '../configs.ts';
import { presets } from '../configs.ts';
import { changedFiles } from '../project/git.ts';
import { scanMarkdown } from '../report/markdown.ts';
import { sarif } from '../report/sarif.ts';
import type { ScanResult } from '../report/scan-result.ts';
import { workflowCommands } from '../report/workflow-commands.ts';
import { rules } from '../rules/index.ts';
import { COMMON_HELP, COMMON_OPTIONS, folderOf, oneOf, readArguments } from './arguments.ts';
import { explainedLine } from './explain.ts';
import { explainScan } from './explain-scan.ts';
import { didYouMean } from './near-words.ts';
import { paintFor } from './paint.ts';
import { printScan } from './print-scan.ts';
import { readProjectSettings } from './project-settings.ts';
import type { ExitCode, CommandContext } from './run.ts';
import type { ScanOptions } from './scan.ts';
import { scan } from './scan.ts';

const FORMATS = ['pretty', 'json', 'sarif', 'markdown', 'github'] as const;

const SCAN_OPTIONS = {
  ...COMMON_OPTIONS,
  preset: { type: 'string', default: 'recommended' },
  rule: { type: 'string', multiple: true },
  ignore: { type: 'string', multiple: true },
  changed: { type: 'boolean', default: false },
  since: { type: 'string' },
  format: { type: 'string' },
  json: { type: 'boolean', default: false },
  output: { type: 'string' },
  report: { type: 'string' },
  quiet: { type: 'boolean', default: false },
  'max-findings': { type: 'string' },
  'no-exit-code': { type: 'boolean', default: false },
  explain: { type: 'string' },
} as const;

const SCAN_HELP = `Usage
  httponly scan [paths…] [options]   say where credentials are within reach of scripts; changes nothing

What is looked at
  --preset NAME        the rules to ask: ${Object.keys(presets).join(', ')} (recommended)
  --rule NAME          this rule, and no others; may be given again
  --ignore GLOB        say nothing of these files; may be given again
  --changed            only files that differ from the last commit
  --since REF          only files that differ from where this branch left REF, as origin/main

What comes out
  --format NAME        ${FORMATS.join(', ')} (pretty); --json is --format json
  --output FILE        into a file, and a line about it to the terminal
  --report FILE        a page besides, for people: what is found, how credentials go through the app, what migrate would do
  --quiet              findings alone: neither pages of rules nor what was skipped
  --max-findings N     exit with 0 up to so many findings
  --no-exit-code       exit with 0 whatever is found
  --explain FILE:LINE  say of each value on a line what it is taken for, and how it was followed there
${COMMON_HELP}

Exit codes: 0 nothing found, 1 findings, 2 errors.
`;

type Values = ReturnType<typeof readScanArguments>['values'];

function readScanArguments(args: readonly string[]) {
  return readArguments(args, { command: 'scan', options: SCAN_OPTIONS, allowPositionals: true });
}

/** Looks at a project and says what is found. */
export async function scanCommand(args: readonly string[], { cwd, out, isTerminal, width }: CommandContext): Promise<ExitCode> {
  const { values, positionals } = readScanArguments(args);
  if (values.help) {
    out(SCAN_HELP);
    return 0;
  }
  const most = mostFindings(values);
  const format = oneOf('format', values.format, FORMATS) ?? (values.json ? 'json' : 'pretty');
  const root = folderOf(cwd, values.cwd);
  const options = { ...whatIsAsked(values), settings: readProjectSettings(root) };
  const paint = paintFor(isTerminal && values.output === undefined, values['no-color']);
  if (values.explain !== undefined) {
    out(explainScan(root, explainedLine(root, values.explain), options, paint));
    return 0;
  }
  const isWanted = wantedFiles(root, values);
  const result = scan(root, { ...options, paths: positionals, ...(isWanted && { isWanted }) });
  const text = format === 'pretty' ? printScan(result, paint, { isQuiet: values.quiet, width }) : formatted(result, format);
  if (values.output === undefined) out(text);
  else {
    writeFileSync(path.resolve(root, values.output), `${text}\n`);
    out(`${String(result.findings.length)} findings written to ${values.output}.`);
  }
  if (values.report !== undefined) {
    const { reportOf } = await import('./scan-report.ts');
    writeFileSync(path.resolve(root, values.report), reportOf(result, options.settings));
    out(`Report written to ${values.report}.`);
  }
  // To have looked at nothing is no all-clear; that nothing changed is.
  if (result.failures.length > 0 || (result.files === 0 && !values.changed && values.since === undefined)) return 2;
  return result.findings.length > most ? 1 : 0;
}

function formatted(result: ScanResult, format: Exclude<(typeof FORMATS)[number], 'pretty'>): string {
  if (format === 'json') return JSON.stringify({ version, ...result }, undefined, 2);
  if (format === 'sarif') return JSON.stringify(sarif(result), undefined, 2);
  return format === 'markdown' ? scanMarkdown(result) : workflowCommands(result);
}

/** @throws {Error} For a preset or a rule that there is not. */
function whatIsAsked({ preset, rule }: Values): Pick<ScanOptions, 'preset' | 'rules'> {
  if (!Object.hasOwn(presets, preset))
    throw new Error(
      `--preset ${preset}: there is no such preset${didYouMean(preset, Object.keys(presets))} Presets: ${Object.keys(presets).join(', ')}.`,
    );
  const names = rule?.map((name) => name.replace(/^httponly\//, ''));
  const unknown = names?.find((name) => !Object.hasOwn(rules, name));
  if (unknown !== undefined) throw new Error(`--rule ${unknown}: there is no such rule${didYouMean(unknown, Object.keys(rules))}`);
  return { preset: preset as PresetName, ...(names && { rules: names }) };
}

/** @throws {Error} For what is no number. */
function mostFindings(values: Values): number {
  if (values['no-exit-code']) return Infinity;
  const written = values['max-findings'] ?? '0';
  if (!/^\d+$/.test(written)) throw new Error(`--max-findings ${written}: it takes a number, as 12.`);
  return Number(written);
}

/** @throws {Error} Where git cannot say what changed. */
function wantedFiles(root: string, { ignore, changed, since }: Values): ((relative: string) => boolean) | undefined {
  const isIgnored = ignore && picomatch([...ignore], { dot: true });
  if (!changed && since === undefined) return isIgnored && ((relative) => !isIgnored(relative));
  const files = changedFiles(root, since);
  if (!files)
    throw new Error(
      since === undefined ? '--changed: this folder is in no git repository with a commit.' : `--since ${since}: git knows no such commit.`,
    );
  const wanted = new Set(files);
  return (relative) => wanted.has(relative) && !isIgnored?.(relative);
}
