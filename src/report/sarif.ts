import { createHash } from 'node:crypto';
import { homepage, version } from '../../package.json' with { type: 'json' };
import { rules } from '../rules/index.ts';
import { pageOf } from '../lint/create-rule.ts';
import type { CodePlace, ScanFinding, ScanResult, UnreadFile } from './scan-result.ts';

/** What GitHub sorts findings by: https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support */
const SECURITY_SEVERITY = { high: '8.1', medium: '5.4', low: '3.1' } as const;
const LEVEL = { high: 'error', medium: 'warning', low: 'note' } as const;

/** A scan in the format that code scanning reads: SARIF 2.1.0, with paths below the folder that was scanned. */
export function sarif({ findings, skipped, failures }: ScanResult): object {
  const named = [...new Set(findings.map(({ rule }) => rule))].toSorted();
  const seen = new Map<string, number>();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'eslint-plugin-httponly', semanticVersion: version, informationUri: homepage, rules: named.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { description: { text: 'The folder that was scanned.' } } },
        results: findings.map((finding) => resultOf(finding, named.indexOf(finding.rule), occurrence(seen, finding))),
        invocations: [
          {
            executionSuccessful: failures.length === 0,
            toolExecutionNotifications: [...skipped, ...failures].map(notificationOf),
          },
        ],
      },
    ],
  };
}

function ruleOf(name: string): object {
  const { description, severity, cwe } = rules[name]!.definition;
  return {
    id: name,
    shortDescription: { text: `${description}.` },
    helpUri: pageOf(name),
    help: { text: `${description}. ${pageOf(name)}`, markdown: `${description}. [What it is about, and what to do](${pageOf(name)}).` },
    defaultConfiguration: { level: LEVEL[severity] },
    properties: {
      'security-severity': SECURITY_SEVERITY[severity],
      precision: 'high',
      tags: ['security', ...cwe.map((number) => `external/cwe/cwe-${String(number).padStart(3, '0')}`)],
    },
  };
}

/** How many findings of the same rule on the same code of the same file came before. */
function occurrence(seen: Map<string, number>, { rule, file, code }: ScanFinding): number {
  const key = JSON.stringify([rule, file, code.trim()]);
  const before = seen.get(key) ?? 0;
  seen.set(key, before + 1);
  return before;
}

function resultOf(finding: ScanFinding, ruleIndex: number, before: number): object {
  const { rule, file, message, severity, code, flow, suggestions } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVEL[severity],
    message: { text: message },
    locations: [locationOf(finding)],
    ...(flow.length > 0 && {
      codeFlows: [{ threadFlows: [{ locations: [...flow, finding].map((place) => ({ location: locationOf(place) })) }] }],
    }),
    // By the code and not by its line: what is written above does not make an old finding a new one.
    partialFingerprints: { 'ruleAndCode/v1': fingerprint(rule, file, code.trim(), before) },
    ...(suggestions.length > 0 && {
      fixes: suggestions.map((one) => ({
        description: { text: one.message },
        artifactChanges: [
          {
            artifactLocation: artifactOf(file),
            replacements: one.edits.map(({ start, end, text }) => ({
              deletedRegion: { charOffset: start, charLength: end - start },
              insertedContent: { text },
            })),
          },
        ],
      })),
    }),
  };
}

function locationOf({ file, line, column, endLine, endColumn, code }: CodePlace): object {
  const region = { startLine: line, startColumn: column, endLine, endColumn, snippet: { text: code } };
  return { physicalLocation: { artifactLocation: artifactOf(file), region } };
}

function artifactOf(file: string): object {
  return { uri: uriOf(file), uriBaseId: 'ROOT' };
}

function fingerprint(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

function notificationOf({ path, reason }: UnreadFile): object {
  return {
    level: 'warning',
    message: { text: reason },
    locations: [{ physicalLocation: { artifactLocation: artifactOf(path) } }],
  };
}

/** A path as an address has it: https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html#_Toc34317427 */
function uriOf(file: string): string {
  return file.split(/[\\/]/).map(encodeURIComponent).join('/');
}
