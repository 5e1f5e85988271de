/** A finding as people and programs get it. Lines count from 1, columns from 1, as editors show them. */
export interface ScanFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly messageId: string;
  readonly message: string;
  readonly page: string;
  readonly severity: 'high' | 'medium' | 'low';
  /** Whether another file was needed to see it, so that ESLint, which sees one file, does not. */
  readonly crossed: boolean;
  /** The line of code that it begins on. */
  readonly code: string;
  /** Edits of the file that a person may choose, each right by itself; offsets are of characters. */
  readonly suggestions: readonly { readonly message: string; readonly edits: readonly ScanEdit[] }[];
}

/** What stands between two offsets is replaced. */
interface ScanEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A file that was not looked at, and why. */
export interface UnreadFile {
  readonly path: string;
  readonly reason: string;
}

export interface ScanResult {
  readonly root: string;
  /** How many files were looked at. */
  readonly files: number;
  readonly findings: readonly ScanFinding[];
  /** Findings that comments or eslint-suppressions.json switch off. */
  readonly suppressed: number;
  readonly skipped: readonly UnreadFile[];
  /** Rules that threw on a file: a defect of ours, named rather than hidden. */
  readonly failures: readonly UnreadFile[];
}
