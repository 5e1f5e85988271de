import type { SourceFile } from '../syntax/source-file.ts';
import { perFile, positionOf } from '../syntax/source-file.ts';

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

/** The directives of a file as they are asked for: findings may be thousands, and so may directives. */
interface Directives {
  /** Those about one line, by that line. */
  readonly byLine: ReadonlyMap<number, readonly Directive[]>;
  /** Those about all that follows, in source order. */
  readonly blocks: readonly Directive[];
  /** What the blocks say of a rule, made when it is asked for. */
  readonly byRule: Map<string, readonly Directive[]>;
}

/**
 * Whether a rule is switched off by a comment where a finding starts.
 *
 * @param rule The rule's id without prefix: teams register the plugin under names of their own.
 */
export function isDisabled(file: SourceFile, rule: string, offset: number): boolean {
  const { byLine, blocks, byRule } = directivesOf(file);
  if (byLine.size > 0 && byLine.get(positionOf(file, offset).line)?.some((one) => isAbout(one, rule))) return true;
  if (blocks.length === 0) return false;
  let own = byRule.get(rule);
  if (!own) byRule.set(rule, (own = blocks.filter((one) => isAbout(one, rule))));
  return lastBefore(own, offset)?.kind === 'disable';
}

function isAbout({ rules }: Directive, rule: string): boolean {
  return rules.length === 0 || rules.includes(rule);
}

/** The last of some directives in source order that stands before an offset. */
function lastBefore(directives: readonly Directive[], offset: number): Directive | undefined {
  let low = 0;
  let high = directives.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (directives[middle]!.offset <= offset) low = middle + 1;
    else high = middle;
  }
  return directives[low - 1];
}

const directivesOf = perFile((file): Directives => {
  const byLine = new Map<number, Directive[]>();
  const blocks: Directive[] = [];
  for (const directive of directivesIn(file)) {
    if (directive.kind !== 'line') blocks.push(directive);
    else if (!byLine.get(directive.line)?.push(directive)) byLine.set(directive.line, [directive]);
  }
  return { byLine, blocks, byRule: new Map() };
});

function directivesIn(file: SourceFile): Directive[] {
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
