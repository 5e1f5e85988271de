/** A piece of code. Lines and columns count from 1, as editors show them. */
export interface CodePlace {
  /** Below the folder that was scanned, with slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The line of code that it begins on. */
  readonly code: string;
}

/** A finding as people and programs get it. */
export interface ScanFinding extends CodePlace {
  readonly rule: string;
  readonly messageId: string;
  readonly message: string;
  /** What the message says of this code, by the names of its holes: `storage`, `header`, `reason`. */
  readonly data: Readonly<Record<string, string>>;
  readonly page: string;
  readonly severity: 'high' | 'medium' | 'low';
  /** Whether another file was needed to see it, so that ESLint, which sees one file, does not. */
  readonly crossed: boolean;
  /**
   * How the credential came to what is reported, from the place where it was seen to be one; empty where it is seen there itself.
   */
  readonly flow: readonly CodePlace[];
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
