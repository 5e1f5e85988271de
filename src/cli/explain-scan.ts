import path from 'node:path';
import type { Colors } from 'picocolors/types.d.ts';
import type { ExplainedLine } from './explain.ts';
import { explainValues } from './explain.ts';
import type { ScanOptions } from './scan.ts';
import { scan } from './scan.ts';

/**
 * What a scan knows of a line: its values, how they were followed, and what is reported there.
 *
 * @throws {Error} When the file is none of the project's, or has no such line.
 */
export function explainScan(root: string, line: ExplainedLine, options: ScanOptions, colors: Colors): string {
  const values = explainValues(root, line, options.settings, colors);
  const relative = path.relative(root, line.file);
  const findings = scan(root, { ...options, paths: [line.file] }).findings.filter((one) => one.file === relative && one.line === line.line);
  const reported = findings.map(({ rule, message }) => `  ${colors.red(rule)}  ${message}`);
  return [
    ...values,
    '',
    ...(reported.length > 0
      ? [colors.bold('Reported'), ...reported]
      : [`No rule of ${options.preset ?? 'recommended'} reports this line.`]),
    '',
  ].join('\n');
}
