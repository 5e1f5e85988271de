/** A library that makes HTML safe, or makes HTML of a text so that no tag of the text's own is left in it. */
export interface SanitizerApi {
  readonly id: string;
  /** What is called, by origin: `dompurify#sanitize`. */
  readonly calls: RegExp;
  /** Methods that nothing else has, whatever they are called on: a highlighter that another file made. */
  readonly methods?: RegExp;
  /** What a file says that has switched the safety off. */
  readonly unless?: RegExp;
}
