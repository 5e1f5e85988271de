import type { Colors } from 'picocolors/types.d.ts';
import { counted } from '../report/counted.ts';
import type { CodePlace, ScanFinding, ScanResult } from '../report/scan-result.ts';
import { codeFrame } from './code-frame.ts';

/** How wide a message runs where nothing says how wide the terminal is, and how wide it is at least and at most. */
const WIDTH = { usual: 100, least: 60, most: 120 };

/** Rules whose findings `httponly migrate` rewrites. */
const MIGRATED: ReadonlySet<string> = new Set(['no-token-in-browser-storage', 'no-client-bearer-token', 'no-token-in-response-body']);

interface ScanStyle {
  /** Whether findings alone are printed: neither pages of rules, nor what was skipped, nor what to do next. */
  readonly isQuiet?: boolean;
  /** Characters that a line of the terminal takes. */
  readonly width?: number | undefined;
}

/** A scan for people: each finding with its place, its code and its reason, the rules' pages at the end. */
export function printScan(result: ScanResult, colors: Colors, { isQuiet = false, width = WIDTH.usual }: ScanStyle = {}): string {
  const { findings, files, skipped, failures, suppressed } = result;
  const columns = Math.min(WIDTH.most, Math.max(WIDTH.least, width));
  const told = new Map<string, ScanFinding>();
  const lines: string[] = [];
  for (const finding of findings) {
    lines.push('', ...printFinding(finding, told.get(finding.message), columns, colors));
    if (!told.has(finding.message)) told.set(finding.message, finding);
  }
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  if (rules.length > 0 && !isQuiet) {
    lines.push('', 'What each rule is about, and what to do:');
    for (const rule of rules)
      lines.push(
        `  ${rule} ${colors.dim(`(${findings.filter((one) => one.rule === rule).length})`)}`,
        `    ${colors.cyan(findings.find((one) => one.rule === rule)!.page)}`,
      );
    lines.push('', ...whatNext(findings));
  }
  for (const { path, reason } of isQuiet ? [] : skipped) lines.push('', colors.yellow(`skipped ${path}: ${reason}`));
  for (const { path, reason } of failures) lines.push('', colors.red(`failed on ${path}: ${reason}`));
  lines.push('', summary({ findings, files, skipped, suppressed }, colors), '');
  return lines.join('\n');
}

/** Its place as editors and terminals open it, its code, where the value comes from, and the message, which is told once. */
function printFinding(finding: ScanFinding, before: ScanFinding | undefined, width: number, colors: Colors): string[] {
  const { rule, message, crossed, flow } = finding;
  const across = crossed ? colors.dim(' (seen across files)') : '';
  const said = before ? [colors.dim(`As at ${placed(before)}.`)] : wrap(message, width - 4);
  const [source] = flow;
  return [
    `${colors.underline(placed(finding))}  ${colors.red(rule)}${across}`,
    ...codeFrame(finding, width, colors),
    ...(source ? [`       ${colors.dim('from')} ${placed(source)}`, ...codeFrame(source, width, colors).slice(0, 1)] : []),
    ...said.map((text) => `    ${text}`),
  ];
}

function placed({ file, line, column }: CodePlace): string {
  return `${file}:${line}:${column}`;
}

/** What can be done about what was found, besides reading the pages. */
function whatNext(findings: readonly ScanFinding[]): string[] {
  const isMigrated = findings.some(({ rule }) => MIGRATED.has(rule));
  return [
    'What next:',
    ...(isMigrated
      ? ['  npx eslint-plugin-httponly migrate', '    shows what it takes to move this app to HttpOnly cookies, and asks before it writes']
      : []),
    '  npx eslint --suppress-all',
    '    leaves what is there for later, where ESLint has these rules: new findings are shown, here too',
  ];
}

function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1)!;
    if (last !== '' && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

function summary(
  { findings, files, skipped, suppressed }: Pick<ScanResult, 'findings' | 'files' | 'skipped' | 'suppressed'>,
  colors: Colors,
): string {
  if (files === 0) return colors.red('Nothing was looked at: there is no file here that could be.');
  const left = skipped.length > 0 ? `, ${counted(skipped.length, 'file')} skipped` : '';
  const quiet = suppressed > 0 ? `, ${counted(suppressed, 'suppressed finding')} not shown` : '';
  if (findings.length === 0)
    return colors.green(`No credentials within reach of scripts: ${counted(files, 'file')} looked at${left}${quiet}.`);
  const crossed = findings.filter((one) => one.crossed).length;
  const across = crossed > 0 ? `, ${crossed} of them seen only across files` : '';
  return colors.bold(
    colors.red(
      `${counted(findings.length, 'finding')} in ${counted(new Set(findings.map((one) => one.file)).size, 'file')}${across}; ` +
        `${counted(files, 'file')} looked at${left}${quiet}.`,
    ),
  );
}
