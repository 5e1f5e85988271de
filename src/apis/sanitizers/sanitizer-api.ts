/** A library that makes HTML safe. */
export interface SanitizerApi {
  readonly id: string;
  /** What is called, by origin: `dompurify#sanitize`. */
  readonly calls: RegExp;
}
