import type { SourceFile } from '../syntax/source-file.ts';

/** The files of a project, as what links them to each other needs them. */
export interface ProjectFiles {
  /** Absolute. */
  readonly root: string;
  readonly paths: readonly string[];
  has(filePath: string): boolean;
  /** Whether there are files that a migration has yet to make or to change. */
  readonly hasPlanned: boolean;
  /** Whether a migration has yet to make the file. */
  isPlanned(filePath: string): boolean;
  textOf(filePath: string): string | undefined;
  /** What a file asks for of other modules, as its text says. */
  modulesOf(filePath: string): Iterable<string>;
  /** The file parsed, or undefined where it cannot be. */
  file(filePath: string): SourceFile | undefined;
  /** A file that code imports: source, or JSON with what is configured. */
  module(filePath: string): SourceFile | undefined;
}
