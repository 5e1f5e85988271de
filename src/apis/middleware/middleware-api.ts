import type { Place } from '../../flow/resolve.ts';
import type { FunctionNode } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';

/** What a middleware keeps off. */
export type Protection = 'csrf' | 'headers' | 'rate-limit';

/**
 * What becomes of the Content-Security-Policy: one that stops inline scripts, one that lets them run, none because it is
 * switched off, or none because this middleware is about other headers.
 */
export type PolicyState = 'set' | 'unsafe-inline' | 'off' | 'none';

/** A policy, and where the code says so. */
export interface Policy {
  readonly state: PolicyState;
  readonly at: Place;
}

/** A function of the app, and its file. */
export interface OwnFunction {
  readonly file: SourceFile;
  readonly node: FunctionNode;
}

/** A middleware that protects an app, or a way to write one by hand. */
export interface MiddlewareApi {
  readonly id: string;
  readonly protects: Protection;
  /** Origins of the middleware itself, and of the calls by which hand-written ones ask the library. */
  readonly origin?: RegExp;
  /** Whether it takes effect where it is registered. Absent: it does. */
  applies?(middleware: Place): boolean;
  /** Whether functions that are written in the app, one of which calls the others, do it themselves. */
  isWrittenIn?(functions: readonly OwnFunction[]): boolean;
  /** For headers, what the middleware's options say of the Content-Security-Policy. */
  policy?(middleware: Place): Policy;
}
