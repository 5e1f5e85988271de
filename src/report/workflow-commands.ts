import type { ScanFinding, ScanResult } from './scan-result.ts';

const COMMAND = { high: 'error', medium: 'warning', low: 'notice' } as const;

/**
 * A scan as GitHub Actions shows it beside the lines of a pull request:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function workflowCommands({ findings, skipped, failures }: ScanResult): string {
  const unread = [...skipped, ...failures].map(
    ({ path, reason }) => `::warning file=${property(path)}::${data(`not looked at: ${reason}`)}`,
  );
  return [...findings.map(commandOf), ...unread].join('\n');
}

function commandOf({ file, line, column, endLine, endColumn, rule, message, severity, page }: ScanFinding): string {
  const place = { file, line, endLine, ...(line === endLine && { col: column, endColumn }), title: `httponly/${rule}` };
  const properties = Object.entries(place).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${COMMAND[severity]} ${properties.join(',')}::${data(`${message}\n${page}`)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
