import type { Node } from '../syntax/nodes.ts';
import type { TemplateHtml } from '../syntax/source-file.ts';

/** Scripts, styles, comments and Astro's front matter, in which what looks like a template is none. */
const NOT_TEMPLATE =
  /^\s*---\r?\n[\s\S]*?\r?\n---|<(script|style)\b(?:[^>"']|"[^"]*"|'[^']*')*(?:\/>|(?<!\/)>[\s\S]*?<\/\1\s*>)|<!--[\s\S]*?-->/gi;

const VUE = /\sv-html\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const SVELTE = /\{@html\s/g;
/** https://docs.astro.build/en/reference/directives-reference/#sethtml: an expression, or a template literal. */
const ASTRO = /\sset:html\s*=\s*(?:\{|`(?:[^`\\]|\\.)*`)/g;

/**
 * The places in a component's template that are written as HTML, read as text: no template parser is needed for three forms.
 *
 * @param parse Parses an expression that begins at an offset; undefined where it is none.
 */
export function templateHtmlIn(
  filePath: string,
  text: string,
  parse: (expression: string, offset: number) => Node | undefined,
): readonly TemplateHtml[] {
  const template = templateOf(text);
  if (/\.vue$/i.test(filePath)) return vueIn(template, parse);
  if (/\.astro$/i.test(filePath)) return astroIn(template, parse);
  return /\.svelte$/i.test(filePath) ? svelteIn(template, parse) : [];
}

/** A component's text with all blanked that is no template. */
export function templateOf(text: string): string {
  return text.replace(NOT_TEMPLATE, (part) => part.replace(/[^\n\r]/g, ' '));
}

type Parse = Parameters<typeof templateHtmlIn>[2];

function vueIn(template: string, parse: Parse): TemplateHtml[] {
  return [...template.matchAll(VUE)].flatMap((match) => {
    const [whole, double, single] = match;
    const code = double ?? single ?? '';
    const end = match.index + whole.length;
    const expression = parse(code, end - 1 - code.length);
    return expression ? [{ range: [match.index + 1, end], sink: 'v-html', expression }] : [];
  });
}

function svelteIn(template: string, parse: Parse): TemplateHtml[] {
  return [...template.matchAll(SVELTE)].flatMap((match) => {
    const start = match.index + match[0].length;
    const end = closingBrace(template, start);
    const expression = parse(template.slice(start, end), start);
    return expression ? [{ range: [match.index, end + 1], sink: '{@html}', expression }] : [];
  });
}

function astroIn(template: string, parse: Parse): TemplateHtml[] {
  return [...template.matchAll(ASTRO)].flatMap((match) => {
    const [whole] = match;
    const after = match.index + whole.length;
    const isExpression = whole.endsWith('{');
    const [start, end] = isExpression ? [after, closingBrace(template, after)] : [match.index + whole.indexOf('`'), after];
    const expression = parse(template.slice(start, end), start);
    return expression ? [{ range: [match.index + 1, isExpression ? end + 1 : end], sink: 'set:html', expression }] : [];
  });
}

/** The brace that closes a tag, past those of objects and templates in it. */
function closingBrace(text: string, from: number): number {
  let open = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') open++;
    else if (text[at] === '}' && --open === 0) return at;
  }
  return text.length;
}
