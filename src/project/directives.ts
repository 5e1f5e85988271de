import type { SourceFile } from '../syntax/source-file.ts';
import { positionOf } from '../syntax/source-file.ts';

/** A comment that switches rules off or on, as ESLint reads it: https://eslint.org/docs/latest/use/configure/rules#disabling-rules */
interface Directive {
  readonly kind: 'disable' | 'enable' | 'line';
  readonly offset: number;
  /** For `line`, the line that it is about. */
  readonly line: number;
  /** Rule ids, without a plugin's prefix; all rules where there are none. */
  readonly rules: readonly string[];
}

const DIRECTIVE = /(?:\/\/|\/\*|<!--)\s*eslint-(disable|enable)(-next-line|-line)?(?![\w-])([^\n\r]*?)(?=\*\/|-->|$)/gm;

/**
 * Whether a rule is switched off by a comment where a finding starts.
 *
 * @param rule The rule's id without prefix: teams register the plugin under names of their own.
 */
export function isDisabled(file: SourceFile, rule: string, offset: number): boolean {
  const { line } = positionOf(file, offset);
  let isOff = false;
  for (const directive of directivesOf(file)) {
    const isMeant = directive.rules.length === 0 || directive.rules.includes(rule);
    if (!isMeant) continue;
    if (directive.kind === 'line') {
      if (directive.line === line) return true;
    } else if (directive.offset <= offset) isOff = directive.kind === 'disable';
  }
  return isOff;
}

function directivesOf(file: SourceFile): Directive[] {
  return [...file.text.matchAll(DIRECTIVE)].map((match) => {
    const [whole, verb, where, list = ''] = match;
    const start = positionOf(file, match.index).line;
    const end = positionOf(file, match.index + whole.length).line;
    const names = list
      .split(/\s--\s/)[0]!
      .split(',')
      .map((name) => name.trim().split('/').at(-1)!)
      .filter(Boolean);
    return {
      kind: where ? 'line' : (verb as 'disable' | 'enable'),
      offset: match.index,
      line: where === '-next-line' ? end + 1 : start,
      rules: names,
    };
  });
}
