import type { Range } from '../../syntax/nodes.ts';
import type { Place } from '../../flow/resolve.ts';
import type { SourceFile } from '../../syntax/source-file.ts';

/** A place where a text becomes HTML. */
export interface HtmlSink {
  /** What is reported. */
  readonly range: Range;
  /** The sink as people call it: `innerHTML`. */
  readonly sink: string;
  /** What is written. Undefined where it is not to be seen: an object of props that comes from elsewhere. */
  readonly value: Place | undefined;
  /** Whether what is written is data of a script that is not run: `<script type="application/ld+json">`. */
  readonly holds?: 'data' | 'styles';
}

/** A way of writing HTML. */
export interface HtmlSinkApi {
  readonly id: string;
  /** Text without which no file can use it. */
  readonly hint: RegExp;
  sinks(file: SourceFile): Iterable<HtmlSink>;
}
