import { readFileSync } from 'node:fs';
import Draft04 from 'ajv-draft-04';
import { describe, expect, it } from 'vitest';
import { scanMarkdown } from '../../src/report/markdown.ts';
import { sarif } from '../../src/report/sarif.ts';
import type { ScanFinding, ScanResult } from '../../src/report/scan-result.ts';
import { workflowCommands } from '../../src/report/workflow-commands.ts';
import { rules } from '../../src/rules/index.ts';
import { scanFinding as finding, scanResult as result } from './support/scan-findings.ts';

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly Rule[] } };
      readonly results: readonly Result[];
      readonly invocations: readonly { readonly executionSuccessful: boolean; readonly toolExecutionNotifications: readonly object[] }[];
    },
  ];
}
interface Rule {
  readonly id: string;
  readonly properties: { readonly 'security-severity': string; readonly tags: readonly string[] };
}
interface Result {
  readonly ruleIndex: number;
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly locations: readonly Place[];
  readonly codeFlows?: readonly { readonly threadFlows: readonly { readonly locations: readonly { readonly location: Place }[] }[] }[];
}
interface Place {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: { readonly startLine: number } };
}

const logOf = (from: ScanResult): Log => JSON.parse(JSON.stringify(sarif(from))) as Log;

describe('SARIF', () => {
  const schema = JSON.parse(readFileSync(new URL('sarif-schema-2.1.0.json', import.meta.url), 'utf8')) as object;
  const validate = new Draft04({ strict: false, validateFormats: false }).compile(schema);

  it.each([
    ['nothing', result([])],
    ['a finding of every rule', result(Object.keys(rules).map((rule) => finding({ rule })))],
    ['a credential that came from another file', result([finding({ flow: [finding({ file: 'src/login.js', line: 9, endLine: 9 })] })])],
    [
      'what was not looked at',
      result([], { skipped: [{ path: 'a b.js', reason: 'too large' }], failures: [{ path: 'c.js', reason: 'x failed' }] }),
    ],
  ])('follows the schema: %s', (_name, from) => {
    expect(validate(logOf(from)), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  });

  it('says of a rule how bad it is and which weakness', () => {
    const [run] = logOf(result([finding(), finding({ rule: 'require-trust-proxy', severity: 'low' })])).runs;
    expect(run.tool.driver.rules.map(({ id, properties }) => [id, properties['security-severity'], properties.tags])).toEqual([
      ['no-token-in-browser-storage', '8.1', ['security', 'external/cwe/cwe-922']],
      ['require-trust-proxy', '3.1', ['security', 'external/cwe/cwe-614']],
    ]);
    expect(run.results.map(({ ruleIndex }) => ruleIndex)).toEqual([0, 1]);
  });

  it('says how the credential came to where it is reported, that place last', () => {
    const flow = [finding({ file: 'src/login.js', line: 9, endLine: 9 }), finding({ file: 'src/session.js', line: 2, endLine: 2 })];
    const [{ results }] = logOf(result([finding({ flow }), finding()])).runs;
    const linesOf = ({ codeFlows = [] }: Result): number[][] =>
      codeFlows.flatMap(({ threadFlows }) =>
        threadFlows.map(({ locations }) => locations.map(({ location }) => location.physicalLocation.region.startLine)),
      );
    expect(results.map(linesOf)).toEqual([[[9, 2, 3]], []]);
  });

  it('names files as addresses below the folder, on Windows too', () => {
    const uriOf = (file: string): string =>
      logOf(result([finding({ file })])).runs[0].results[0]!.locations[0]!.physicalLocation.artifactLocation.uri;
    expect(uriOf('src/sign in.js')).toBe('src/sign%20in.js');
    expect(uriOf('src\\[id]\\a.js')).toBe('src/%5Bid%5D/a.js');
  });

  it('knows a finding again when its line has moved, and tells two of the same code apart', () => {
    const printsOf = (...findings: ScanFinding[]): string[] =>
      logOf(result(findings)).runs[0].results.map(({ partialFingerprints }) => Object.values(partialFingerprints)[0]!);
    const [first] = printsOf(finding());
    expect(printsOf(finding({ line: 90, endLine: 90, code: `  ${finding().code}` }))).toEqual([first]);
    expect(new Set(printsOf(finding(), finding({ line: 9 }), finding({ file: 'b.js' }), finding({ rule: 'no-token-in-log' }))).size).toBe(
      4,
    );
  });

  it('says where a rule failed', () => {
    expect(logOf(result([], { failures: [{ path: 'c.js', reason: 'x failed' }] })).runs[0].invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ message: { text: 'x failed' } }],
    });
  });
});

describe('annotations of GitHub Actions', () => {
  it('stand at their lines, whatever is in a name or a message', () => {
    expect(workflowCommands(result([finding({ file: 'a,b:c.js', message: '100 %\nof it', severity: 'medium' })]))).toBe(
      '::warning file=a%2Cb%3Ac.js,line=3,endLine=3,col=5,endColumn=40,title=httponly/no-token-in-browser-storage' +
        '::100 %25%0Aof it%0Ahttps://example.com/page.md',
    );
  });

  it('have no columns where they go over lines, and name what was not looked at', () => {
    const text = workflowCommands(result([finding({ endLine: 5 })], { skipped: [{ path: 'b.js', reason: 'too large' }] }));
    expect(text).toContain('::error file=src/sign in.js,line=3,endLine=5,title=');
    expect(text).toContain('::warning file=b.js::not looked at: too large');
  });
});

describe('a comment in Markdown', () => {
  it('says that nothing was found, and of how many files', () => {
    expect(scanMarkdown(result([]))).toContain('None found in 12 files.');
  });

  it('keeps what the project says as text', () => {
    const text = scanMarkdown(result([finding({ file: 'a`|b.js', message: 'key `x|y` <b>*' })]));
    expect(text).toContain(
      '| `` a`\\|b.js:3 `` | [no-token-in-browser-storage](https://example.com/page.md) | key \\`x\\|y\\` \\<b\\>\\* |',
    );
  });

  it('is no longer than GitHub takes', () => {
    const text = scanMarkdown(result(Array.from({ length: 5000 }, () => finding({ message: 'x'.repeat(400) }))));
    expect(text.length).toBeLessThan(65_536);
    expect(text).toContain('And 4900 more.');
  });
});
