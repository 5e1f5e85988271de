/** The languages that oxc-parser tells apart. */
export type ScriptLanguage = 'js' | 'jsx' | 'ts' | 'tsx';

/** What of a component's or page's text is script: the rest blanked, so that offsets are those of the file. */
export interface Script {
  readonly text: string;
  readonly language: ScriptLanguage;
}

/** Files whose script is only a part of them. */
const MARKUP = /\.(?:vue|svelte|astro|html?|ejs)$/i;

/** Whether a path is that of a single-file component or a page, rather than of a module. */
export function isMarkup(path: string): boolean {
  return MARKUP.test(path);
}

/** Whether a path is that of a component of Vue. */
export function isVue(path: string): boolean {
  return /\.vue$/i.test(path);
}

/** A script of a page, as its element says. Offsets are those of the page. */
export interface ScriptElement {
  /** Where `<script` begins, and where its element ends. */
  readonly range: readonly [number, number];
  /** What is between its tags. */
  readonly content: readonly [number, number];
  /** Undefined for one that is written in the page. */
  readonly src?: string;
  readonly isModule: boolean;
  /** Whether it waits until the page is read: `defer`, and modules. */
  readonly isDeferred: boolean;
  readonly language: string | undefined;
}

/** A comment, or a script. */
const SCRIPT = /<!--[\s\S]*?-->|<script\b((?:[^>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/script\s*>/gi;
/** The same in components, where `<script src="…" />` is whole; in a page it goes on to the next end of a script. */
const SCRIPT_OF_COMPONENT = /<!--[\s\S]*?-->|<script\b((?:[^>"']|"[^"]*"|'[^']*')*)(?<!\/)>([\s\S]*?)<\/script\s*>/gi;

/** Pages that a server hands out as they are, or fills in. */
const PAGE = /\.(?:html?|ejs)$/i;

/** Whether a path is that of a page, whose scripts run one after the other. */
export function isPage(path: string): boolean {
  return PAGE.test(path);
}

/** The scripts of a page or component, in its order: no templates and no data. */
export function scriptElementsOf(path: string, source: string): ScriptElement[] {
  const text = withoutTags(path, source);
  return [...text.matchAll(isPage(path) ? SCRIPT : SCRIPT_OF_COMPONENT)].flatMap((match): ScriptElement[] => {
    const [element, attributes, body = ''] = match;
    const type = attributes === undefined ? undefined : (attribute(attributes, 'type') ?? '');
    if (attributes === undefined || type === undefined || !SCRIPT_TYPE.test(type)) return [];
    const found = attributeRange(attributes, 'src');
    const from = match.index + '<script'.length;
    const src = found && source.slice(from + found[0], from + found[1]);
    const isModule = /^module$/i.test(type);
    const start = match.index + element.indexOf('>', attributes.length + '<script'.length) + 1;
    return [
      {
        range: [match.index, match.index + element.length],
        content: [start, start + body.length],
        ...(src !== undefined && { src }),
        isModule,
        isDeferred: isModule || (src !== undefined && attribute(attributes, 'defer') !== undefined),
        language: attribute(attributes, 'lang')?.toLowerCase(),
      },
    ];
  });
}

/**
 * The script of a component or page: everything outside `<script>` (and Astro's front matter) becomes spaces, line ends
 * stay. External, templated and data scripts (`src`, `type="application/ld+json"`) are blanked too.
 */
export function scriptOf(path: string, source: string, withHandlers = true): Script {
  const text = withoutTags(path, source);
  const keep: Piece[] = [];
  let language: ScriptLanguage = 'js';
  if (/\.astro$/i.test(path)) {
    language = 'ts';
    const matter = /^\s*---\r?\n[\s\S]*?\r?\n---/.exec(text);
    if (matter) keep.push({ range: [matter[0].indexOf('---') + 3, matter[0].length - 3] });
  }
  for (const { src, content, language: lang } of scriptElementsOf(path, text)) {
    if (src !== undefined) continue;
    language = languageAfter(language, lang);
    keep.push({ range: content });
  }
  if (withHandlers && isPage(path)) keep.push(...handlersIn(text).map((range) => ({ range, before: HANDLER, after: '}' })));
  return { text: blankExcept(text, keep), language };
}

/** What a server fills in: `<%= user.name %>`, `<%- html %>`; what it does besides, `<% if (user) { %>`. */
const EJS_TAG = /<%([=-]?)[\s\S]*?%>/g;

/** A text that a server writes whole: `'<%= token %>'`. What it says is not known. */
const EJS_TEXT = /(["'])<%[=-](?:(?!%>)[\s\S])*%>\1/g;

/** A text whose template tags are names, where they write something, or nothing: at the same offsets. */
function withoutTags(path: string, text: string): string {
  if (!/\.ejs$/i.test(path)) return text;
  const named = text.replace(EJS_TEXT, (tag) => tag.replace(/[^\n\r]/g, '_'));
  return named.replace(EJS_TAG, (tag, writes: string) => tag.replace(/[^\n\r]/g, writes === '' ? ' ' : '_'));
}

/** What makes the code of a handler a function, which runs later: it takes the place of `onclick="`. */
const HANDLER = ';()=>{';

/** What is no tag, and tags with their attributes. */
const TAG = /<!--[\s\S]*?-->|<(script|style)\b(?:[^>"']|"[^"]*"|'[^']*')*>[\s\S]*?<\/\1\s*>|<[a-z]((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;

/** `onclick="…"`, `href="javascript:…"`. */
const HANDLERS = /\s(on[a-z]{3,}|href|action)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
const SCHEME = /^\s*javascript:/i;

/** Where the code of event handlers stands that are written as attributes. What is escaped or made by a template is not read. */
function handlersIn(text: string): (readonly [number, number])[] {
  return [...text.matchAll(TAG)].flatMap((tag) => {
    const [whole, , attributes = ''] = tag;
    const from = tag.index + whole.length - 1 - attributes.length;
    return [...attributes.matchAll(HANDLERS)].flatMap((match) => {
      const [all, name = '', double, single, bare] = match;
      const value = double ?? single ?? bare ?? '';
      if (!/^on/i.test(name) && !SCHEME.test(value)) return [];
      const code = value.replace(SCHEME, '');
      if (/&(?:#|\w+;)|\{\{|\$\{/.test(code)) return [];
      const end = from + match.index + all.length - (bare === undefined ? 1 : 0);
      return [[end - code.length, end] as const];
    });
  });
}

/** The types of `<script>` that are code, beside none. */
const SCRIPT_TYPE = /^(?:module|(?:text|application)\/(?:javascript|ecmascript|typescript|babel|jsx))?$/i;

/** The language of a file with one more script: `tsx` reads what `ts` does. */
function languageAfter(language: ScriptLanguage, lang: string | undefined): ScriptLanguage {
  if (lang === 'tsx' || lang === 'jsx') return lang;
  if (lang === 'ts' || lang === 'typescript') return language === 'tsx' ? 'tsx' : 'ts';
  return language;
}

function attribute(attributes: string, name: string): string | undefined {
  const range = attributeRange(attributes, name);
  return range && attributes.slice(...range);
}

/** Where the value of an attribute stands; an empty range for one without. */
function attributeRange(attributes: string, name: string): [number, number] | undefined {
  const match = new RegExp(`(?:^|\\s)${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+)))?(?=\\s|$|/)`, 'di').exec(attributes);
  if (!match) return undefined;
  const [whole, double, single, bare] = match.indices!;
  return double ?? single ?? bare ?? [whole![1], whole![1]];
}

/** A piece of a text that is code, and what takes the place of the characters right before and behind it. */
interface Piece {
  readonly range: readonly [number, number];
  readonly before?: string;
  readonly after?: string;
}

function blankExcept(text: string, keep: readonly Piece[]): string {
  let blanked = '';
  let at = 0;
  for (const { range, before, after = '' } of keep.toSorted((a, b) => a.range[0] - b.range[0])) {
    const [start, end] = range;
    const between = text.slice(at, start).replace(/[^\n\r]/g, ' ');
    // Two pieces on one line are two statements.
    const lead = before ?? (blanked !== '' && between !== '' && !/[\n\r]/.test(between) ? ';' : '');
    blanked += between.slice(0, between.length - lead.length) + lead + text.slice(start, end) + after;
    at = end + after.length;
  }
  return blanked + text.slice(at).replace(/[^\n\r]/g, ' ');
}
