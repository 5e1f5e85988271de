/** One file that a migration writes: changed, made or taken away. */
export interface PlannedFile {
  /** Absolute. */
  readonly path: string;
  /** The text as it was read, byte for byte; undefined for a file that is made. */
  readonly before: string | undefined;
  /** The text as it will be; undefined for a file that is taken away. */
  readonly after: string | undefined;
  /** The codemods that had a part in it, or what it is for. */
  readonly because: readonly string[];
}
