import type { SourceCode } from 'eslint';
import { concernsCredentials, isOfInterest } from '../syntax/hints.ts';

/** What a file says in code. */
export interface Code {
  /** Its text without its comments, of which a space is left, where a word of ours stands in it. */
  readonly text: string;
  /** Whether it speaks of credentials, and be it in comments. */
  readonly concernsCredentials: boolean;
}

/** By a WeakMap and nothing else, for the reason that stands in file-of.ts. */
const codes = new WeakMap<SourceCode, Code>();

/** The code of a file. Long files have most words in some comment, and would be followed from end to end for it. */
export function codeOf(sourceCode: SourceCode): Code {
  let code = codes.get(sourceCode);
  if (code === undefined) {
    const { text } = sourceCode;
    code = isOfInterest(text)
      ? { concernsCredentials: concernsCredentials(text), text: withoutComments(text, sourceCode.ast) }
      : { concernsCredentials: false, text };
    codes.set(sourceCode, code);
  }
  return code;
}

/** A module's type, by which a comment says what a value is: `@type {import(…).NextConfig}`. */
const TYPE = /\bimport\(/;

/** @param ast A tree of any language: those of others have no comments, or of another kind. */
function withoutComments(text: string, ast: Partial<SourceCode['ast']> | undefined): string {
  const parts: string[] = [];
  let end = 0;
  for (const { range, value } of Array.isArray(ast?.comments) ? ast.comments : []) {
    if (!range || range[0] < end || TYPE.test(value)) continue;
    parts.push(text.slice(end, range[0]));
    end = range[1];
  }
  return end === 0 ? text : [...parts, text.slice(end)].join(' ');
}
