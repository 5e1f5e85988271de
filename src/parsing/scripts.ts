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
    const [whole, attributes = '', body = ''] = match;
    const type = attribute(attributes, 'type');
    if (
      attribute(attributes, 'src') !== undefined ||
      (type !== undefined &&
        type !== '' &&
        !/^(?:module|(?:text|application)\/(?:javascript|ecmascript|typescript|babel|jsx))$/i.test(type))
    )
      continue;
    const lang = attribute(attributes, 'lang')?.toLowerCase();
    if (lang === 'ts' || lang === 'typescript') language = language === 'tsx' ? 'tsx' : 'ts';
    if (lang === 'tsx' || lang === 'jsx') language = lang;
    const start = match.index + whole.indexOf('>', attributes.length + '<script'.length) + 1;
    keep.push([start, start + body.length]);
  }
  return { text: blankExcept(text, keep), language };
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
