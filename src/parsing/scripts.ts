/** The languages that oxc-parser tells apart. */
export type ScriptLanguage = 'js' | 'jsx' | 'ts' | 'tsx';

/** What of a component's or page's text is script: the rest blanked, so that offsets are those of the file. */
export interface Script {
  readonly text: string;
  readonly language: ScriptLanguage;
}

/** Files whose script is only a part of them. */
const MARKUP = /\.(?:vue|svelte|astro|html?)$/i;

/** Whether a path is that of a single-file component or a page, rather than of a module. */
export function isMarkup(path: string): boolean {
  return MARKUP.test(path);
}

const SCRIPT = /<script\b((?:[^>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/script\s*>/gi;
/** The same in components, where `<script src="…" />` is whole; in a page it goes on to the next end of a script. */
const SCRIPT_OF_COMPONENT = /<script\b((?:[^>"']|"[^"]*"|'[^']*')*)(?<!\/)>([\s\S]*?)<\/script\s*>/gi;

/**
 * The script of a component or page: everything outside `<script>` (and Astro's front matter) becomes spaces, line ends
 * stay. External, templated and data scripts (`src`, `type="application/ld+json"`) are blanked too.
 */
export function scriptOf(path: string, text: string): Script {
  const keep: [number, number][] = [];
  let language: ScriptLanguage = 'js';
  if (/\.astro$/i.test(path)) {
    language = 'ts';
    const matter = /^\s*---\r?\n[\s\S]*?\r?\n---/.exec(text);
    if (matter) keep.push([matter[0].indexOf('---') + 3, matter[0].length - 3]);
  }
  for (const match of text.matchAll(/\.html?$/i.test(path) ? SCRIPT : SCRIPT_OF_COMPONENT)) {
    const [element, attributes = '', body = ''] = match;
    if (!isInlineScript(attributes)) continue;
    language = languageAfter(language, attribute(attributes, 'lang')?.toLowerCase());
    const start = match.index + element.indexOf('>', attributes.length + '<script'.length) + 1;
    keep.push([start, start + body.length]);
  }
  return { text: blankExcept(text, keep), language };
}

/** The types of `<script>` that are code, beside none. */
const SCRIPT_TYPE = /^(?:module|(?:text|application)\/(?:javascript|ecmascript|typescript|babel|jsx))?$/i;

/** Whether the element holds code itself: neither from another file nor data. */
function isInlineScript(attributes: string): boolean {
  return attribute(attributes, 'src') === undefined && SCRIPT_TYPE.test(attribute(attributes, 'type') ?? '');
}

/** The language of a file with one more script: `tsx` reads what `ts` does. */
function languageAfter(language: ScriptLanguage, lang: string | undefined): ScriptLanguage {
  if (lang === 'tsx' || lang === 'jsx') return lang;
  if (lang === 'ts' || lang === 'typescript') return language === 'tsx' ? 'tsx' : 'ts';
  return language;
}

function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+)))?(?=\\s|$|/)`, 'i').exec(attributes);
  return match ? (match[1] ?? match[2] ?? match[3] ?? '') : undefined;
}

function blankExcept(text: string, keep: readonly [number, number][]): string {
  let blanked = '';
  let at = 0;
  for (const [start, end] of keep.toSorted((a, b) => a[0] - b[0])) {
    blanked += text.slice(at, start).replace(/[^\n\r]/g, ' ') + text.slice(start, end);
    at = end;
  }
  return blanked + text.slice(at).replace(/[^\n\r]/g, ' ');
}
