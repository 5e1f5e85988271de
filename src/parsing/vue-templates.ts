import type { TemplateCode } from '../syntax/source-file.ts';
import type { Node, Range } from '../syntax/nodes.ts';
import { templateOf } from './templates.ts';

/** Directives and their short forms, with their values: `v-if="…"`, `:disabled="…"`, `@click="…"`, `#item="…"`. */
const DIRECTIVE = /(?<=\s)((?:v-[a-z]|[#:@])[^\s"'/=>]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;
/** https://vuejs.org/guide/essentials/template-syntax.html#text-interpolation */
const SHOWN = /\{\{([\s\S]*?)\}\}/g;

const EVENT = /^(?:@|v-on\b)/;
const SLOT = /^(?:#|v-slot\b|slot-scope$)/;
const LOOP = /^([\s\S]*?)\s(?:in|of)\s/;
/** Characters of an attribute's value that are written as HTML writes them: offsets are others then. */
const ENTITY = /&#?\w+;/;

/** How code of a template is parsed, at its offset in the file: an expression, or the statements of a handler. */
export interface ParseTemplate {
  readonly expression: (code: string, offset: number) => Node | undefined;
  readonly statements: (code: string, offset: number) => Node | undefined;
}

/** The code in the template of one of Vue's components: read as text, since directives and `{{ }}` are all that there is of it. */
export function vueTemplateCode(text: string, parse: ParseTemplate): TemplateCode[] {
  const template = templateOf(text);
  const shown = [...template.matchAll(SHOWN)].map((match) => {
    const code = match[1]!;
    return made('{{', code, match.index + 2, parse);
  });
  const directives = [...template.matchAll(DIRECTIVE)].flatMap((match) => {
    const [whole, directive = '', double, single] = match;
    const code = double ?? single;
    if (code === undefined) return shorthand(directive, match.index);
    return made(directive, code, match.index + whole.length - 1 - code.length, parse);
  });
  return [...shown, ...directives];
}

/** `:token` is short for `:token="token"`. */
function shorthand(directive: string, at: number): TemplateCode[] {
  if (!/^(?::|v-bind:)[a-z]/.test(directive)) return [];
  const text = directive.replace(/^.*:/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return [{ directive, text, range: [at, at + directive.length], declares: [], expression: undefined }];
}

function made(directive: string, text: string, offset: number, parse: ParseTemplate): TemplateCode {
  const range: Range = [offset, offset + text.length];
  const one = { directive, text, range, declares: [] };
  if (ENTITY.test(text) || text.trim() === '') return { ...one, expression: undefined };
  if (SLOT.test(directive)) return { ...one, declares: namesIn(text), expression: undefined };
  if (directive === 'v-for') {
    const [head = '', names = ''] = LOOP.exec(text) ?? [];
    return { ...one, declares: namesIn(names), expression: parse.expression(text.slice(head.length), offset + head.length) };
  }
  const expression = parse.expression(text, offset) ?? (EVENT.test(directive) ? parse.statements(text, offset) : undefined);
  return { ...one, expression };
}

function namesIn(pattern: string): string[] {
  return [...pattern.matchAll(/[\w$]+/g)].map(([name]) => name);
}
