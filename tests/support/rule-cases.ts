/** A piece of code on which a rule is silent. */
export interface ValidCase {
  /** The trap or look-alike that the case is about. */
  readonly name: string;
  readonly code: string;
  /** Decides language and, with its folders, runtime: `client/api.ts`, `server/auth.js`, `Login.vue`. */
  readonly filename?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly options?: readonly object[];
}

export interface ExpectedError {
  readonly messageId: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly data?: Readonly<Record<string, string>>;
  readonly suggestions?: readonly { readonly messageId: string; readonly output: string }[];
}

/** A piece of code in which a rule finds a defect. Lines and columns count from 1. */
export interface InvalidCase extends ValidCase {
  readonly errors: readonly ExpectedError[];
}

/** What a rule is held to: run under ESLint, under `scan`'s parser, and together with all other rules. */
export interface RuleCases {
  readonly rule: string;
  readonly valid: readonly ValidCase[];
  readonly invalid: readonly InvalidCase[];
}

/** The name of a case's file, absolute and in no package, so that only the case itself says where it runs. */
export function pathOf({ filename = 'file.tsx' }: ValidCase): string {
  return `/virtual/${filename}`;
}

/** Cases of all rules, by loading every `*.cases.ts` beside the runner. */
export function allCases(): RuleCases[] {
  const modules = import.meta.glob<{ readonly default: RuleCases }>('../rules/*.cases.ts', { eager: true });
  return Object.values(modules).map((module) => module.default);
}
