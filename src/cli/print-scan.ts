import type { Colors } from 'picocolors/types.d.ts';
import { counted } from '../report/counted.ts';
import type { ScanFinding, ScanResult } from '../report/scan-result.ts';

/** How wide a message runs before it is wrapped. */
const WIDTH = 100;

/** A scan for people: grouped by file, each finding with its reason, the rules' pages at the end. */
export function printScan(result: ScanResult, colors: Colors, { isQuiet = false } = {}): string {
  const { findings, files, skipped, failures, suppressed } = result;
  const lines: string[] = [];
  for (const [file, ofFile] of groupBy(findings)) {
    lines.push('', colors.underline(file));
    for (const finding of ofFile) lines.push(...printFinding(finding, colors));
  }
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  if (rules.length > 0 && !isQuiet) {
    lines.push('', 'What each rule is about, and what to do:');
    for (const rule of rules)
      lines.push(
        `  ${rule} ${colors.dim(`(${findings.filter((one) => one.rule === rule).length})`)}`,
        `    ${colors.cyan(findings.find((one) => one.rule === rule)!.page)}`,
      );
  }
  for (const { path, reason } of isQuiet ? [] : skipped) lines.push('', colors.yellow(`skipped ${path}: ${reason}`));
  for (const { path, reason } of failures) lines.push('', colors.red(`failed on ${path}: ${reason}`));
  lines.push('', summary({ findings, files, skipped, suppressed }, colors), '');
  return lines.join('\n');
}

function groupBy(findings: readonly ScanFinding[]): Map<string, ScanFinding[]> {
  const groups = new Map<string, ScanFinding[]>();
  for (const finding of findings) groups.set(finding.file, [...(groups.get(finding.file) ?? []), finding]);
  return groups;
}

function printFinding({ line, column, rule, message, crossed }: ScanFinding, colors: Colors): string[] {
  const place = `${line}:${column}`.padEnd(8);
  const across = crossed ? colors.dim(' (seen across files)') : '';
  return [`  ${colors.dim(place)}${colors.red(rule)}${across}`, ...wrap(message, WIDTH - 10).map((text) => `          ${text}`)];
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
