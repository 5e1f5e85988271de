import { counted } from './counted.ts';
import type { ScanFinding, ScanResult } from './scan-result.ts';

/** Findings that a comment of a pull request holds: GitHub takes 65,536 characters. */
const MOST = 100;

/** A scan as a comment of a pull request. */
export function scanMarkdown({ findings, files, suppressed, skipped, failures }: ScanResult): string {
  const lines = ['## Session tokens within reach of scripts', ''];
  if (findings.length === 0) lines.push(`None found in ${String(files)} files.`);
  else {
    const inFiles = counted(new Set(findings.map(({ file }) => file)).size, 'file');
    lines.push(
      `${counted(findings.length, 'finding')} in ${inFiles}, of ${String(files)} looked at.`,
      '',
      '| place | rule | what |',
      '|---|---|---|',
      ...findings.slice(0, MOST).map(rowOf),
    );
  }
  if (findings.length > MOST) lines.push('', `And ${String(findings.length - MOST)} more.`);
  if (suppressed > 0) lines.push('', `${counted(suppressed, 'suppressed finding')} not shown.`);
  for (const { path, reason } of [...skipped, ...failures]) lines.push('', `Not looked at: ${code(path)}: ${cell(reason)}`);
  return lines.join('\n');
}

function rowOf({ file, line, rule, message, page }: ScanFinding): string {
  return `| ${code(`${file}:${String(line)}`)} | [${rule}](${page}) | ${cell(message)} |`;
}

/** Text that stays text in a cell, whatever names of the project are in it. */
function cell(text: string): string {
  return text.replace(/[\\`*_<>[\]|#~]/g, '\\$&').replace(/\s+/g, ' ');
}

/** Code may hold backticks, where it stands between more of them. */
function code(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `${fence}${space}${text.replaceAll('|', '\\|').replace(/\s/g, ' ')}${space}${fence}`;
}
