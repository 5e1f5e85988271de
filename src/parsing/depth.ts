/** Brackets in brackets, at most: code that people write has a tenth of it, and the parser's stack ends at about 2,000. */
const DEEPEST = 500;

/** Links of a chain without brackets (`a ? b : c ? …`, `else if`, `x => y => …`), at most. */
const LONGEST = 4000;

/** Words that join one part of an expression or statement to the next, for which the parser calls itself. */
const LINKS: ReadonlySet<string> = new Set('else if for while do with await yield typeof void delete new keyof extends'.split(' '));

/** Words behind which a slash begins a regular expression. */
const BEFORE_EXPRESSION = /(?:^|[^\w$])(?:return|typeof|case|in|of|delete|void|throw|new|do|else|await|yield)$/;
const REGULAR_EXPRESSION = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\//y;
const TEMPLATE_TEXT = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/y;

/** What kind of character stands where, of those that matter; the rest is 0. */
const KINDS = new Uint8Array(128);
const KIND = { word: 1, open: 2, close: 3, quote: 4, template: 5, slash: 6, link: 7, end: 8, line: 9, less: 10, greater: 11 } as const;
for (const [kind, characters] of [
  [KIND.word, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$'],
  [KIND.open, '([{'],
  [KIND.close, ')]}'],
  [KIND.quote, '"\''],
  [KIND.template, '`'],
  [KIND.slash, '/'],
  [KIND.link, '?:=!~*'],
  [KIND.end, ',;'],
  [KIND.line, '\n'],
  [KIND.less, '<'],
  [KIND.greater, '>'],
] as const)
  for (const character of characters) KINDS[character.charCodeAt(0)] = kind;

/** What is counted between two brackets. */
interface Level {
  /** Whether it is `${…}`, behind which a template's text goes on. */
  readonly isTemplate: boolean;
  /** Links of the chain at hand. */
  links: number;
  /** Open angle brackets: `A<B<C<…`. */
  angles: number;
}

/**
 * Whether a text nests deeper than a parser can follow that calls itself for each level: it would end the process. Measured
 * on the text, outside of strings, comments and regular expressions.
 */
export function isTooDeep(text: string): boolean {
  return new DepthScanner(text).isTooDeep();
}

class DepthScanner {
  private readonly text: string;
  private readonly levels: Level[] = [];
  private level: Level = { isTemplate: false, links: 0, angles: 0 };
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  isTooDeep(): boolean {
    const { text } = this;
    while (this.at < text.length) {
      const code = text.charCodeAt(this.at);
      const kind = code < 128 ? KINDS[code]! : 0;
      if (kind === KIND.word) this.word();
      else {
        this.at++;
        if (kind !== 0) this.take(kind, code);
      }
      if (this.levels.length > DEEPEST || this.level.links > LONGEST || this.level.angles > DEEPEST) return true;
    }
    return false;
  }

  /** @param kind That of the character before the place. */
  private take(kind: number, code: number): void {
    const { level } = this;
    switch (kind) {
      case KIND.open:
        this.open(false);
        break;
      case KIND.close:
        this.close();
        break;
      case KIND.quote:
        this.string(code);
        break;
      case KIND.template:
        this.template();
        break;
      case KIND.slash:
        this.slash();
        break;
      case KIND.link:
        level.links++;
        break;
      case KIND.end:
        this.end();
        break;
      case KIND.line:
        if ((level.links > 0 || level.angles > 0) && this.isEndOfStatement()) this.end();
        break;
      case KIND.less:
        level.angles++;
        break;
      default:
        level.angles = Math.max(0, level.angles - 1);
    }
  }

  /** Goes behind a word, which may be a link. */
  private word(): void {
    const { text, at: start } = this;
    let at = start + 1;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code >= 128 || KINDS[code] !== KIND.word) break;
    }
    this.at = at;
    if (at - start >= 2 && at - start <= 7 && LINKS.has(text.slice(start, at))) this.level.links++;
  }

  private open(isTemplate: boolean): void {
    this.levels.push(this.level);
    this.level = { isTemplate, links: 0, angles: 0 };
  }

  private close(): void {
    const outer = this.levels.pop();
    if (!outer) return;
    const { isTemplate } = this.level;
    this.level = outer;
    if (isTemplate) this.template();
  }

  /** Strings end with their line, so that an apostrophe in a page's text hides no more than that. */
  private string(quote: number): void {
    const { text } = this;
    for (; this.at < text.length; this.at++) {
      const code = text.charCodeAt(this.at);
      if (code === 0x5c) this.at++;
      else if (code === quote || code === 0x0a) break;
    }
    this.at++;
  }

  private template(): void {
    TEMPLATE_TEXT.lastIndex = this.at;
    TEMPLATE_TEXT.exec(this.text);
    this.at = TEMPLATE_TEXT.lastIndex;
    if (this.text.startsWith('${', this.at)) {
      this.at += 2;
      this.open(true);
    } else this.at++;
  }

  /** A comment, a regular expression, or a division. */
  private slash(): void {
    const { text } = this;
    const next = text[this.at];
    const start = this.at - 1;
    if (next === '/' || next === '*') {
      const end = next === '/' ? text.indexOf('\n', this.at) : text.indexOf('*/', this.at + 1);
      this.at = end === -1 ? text.length : next === '/' ? end : end + 2;
      return;
    }
    const before = text.slice(Math.max(0, start - 40), start).trimEnd();
    if (/[\w$)\]}]$/.test(before) && !BEFORE_EXPRESSION.test(before)) return;
    REGULAR_EXPRESSION.lastIndex = start;
    if (REGULAR_EXPRESSION.test(text)) this.at = REGULAR_EXPRESSION.lastIndex;
  }

  /** A statement's end ends its chains, but for those of `else`. */
  private end(): void {
    if (this.level.links > 0 && /^\s*else\b/.test(this.text.slice(this.at, this.at + 100))) return;
    this.level.links = 0;
    this.level.angles = 0;
  }

  /** Whether a line's end may be a statement's: nothing around it joins the lines. */
  private isEndOfStatement(): boolean {
    const before =
      this.text
        .slice(Math.max(0, this.at - 60), this.at)
        .trimEnd()
        .at(-1) ?? '';
    const after = this.text.slice(this.at, this.at + 60).trimStart()[0] ?? '';
    return /[\w$)\]}'"`]/.test(before) && /[\w$@}'"`/]/.test(after);
  }
}
