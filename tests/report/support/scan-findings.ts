import type { ScanFinding, ScanResult } from '../../../src/report/scan-result.ts';

/** A finding, with what a test says of it. */
export const scanFinding = (changes: Partial<ScanFinding> = {}): ScanFinding => ({
  file: 'src/sign in.js',
  line: 3,
  column: 5,
  endLine: 3,
  endColumn: 40,
  rule: 'no-token-in-browser-storage',
  messageId: 'written',
  message: 'This puts a token into localStorage, where any script of the page can read it.',
  data: {},
  page: 'https://example.com/page.md',
  severity: 'high',
  crossed: false,
  code: "    localStorage.setItem('token', token);",
  flow: [],
  suggestions: [{ message: 'Take it out.', edits: [{ start: 30, end: 65, text: '' }] }],
  ...changes,
});

/** A scan of twelve files. */
export const scanResult = (findings: readonly ScanFinding[], changes: Partial<ScanResult> = {}): ScanResult => ({
  root: '/app',
  files: 12,
  findings,
  suppressed: 0,
  skipped: [],
  failures: [],
  ...changes,
});
