import { chosenByHand, isForEverybody } from '../codemods/credentialed-cors.ts';
import { serversIn } from '../exposures/server-apis.ts';
import { resolveValue } from '../flow/resolve.ts';
import { staticText } from '../flow/static-text.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { contains, isFunction } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, nodesWithin, textOf } from '../syntax/source-file.ts';
import type { PortableExpression } from './expressions.ts';
import { portable } from './expressions.ts';
import { hostOf, isThisMachine } from '../hosts.ts';

/** Origins that a setting names. */
export interface AllowedOrigins extends PortableExpression {
  /** What has to hold for the setting to count, where everybody was let in without it. */
  readonly whenSet?: string;
  /** Where they are written out as a list, which another module would repeat word for word. */
  readonly list?: { readonly file: string; readonly start: number };
}

/** Whom the app's CORS lets in: a setting that another module can repeat, or what its code chooses. */
export interface SurveyedCors {
  readonly allowed: AllowedOrigins | undefined;
  readonly corsDecides: boolean;
}

/** Reads the CORS settings of a server. @param target The path of the module that would repeat them. */
export function corsOf(files: readonly SourceFile[], target: string): SurveyedCors {
  const allowed = allowedOrigins(files, target);
  return { allowed, corsDecides: allowed === undefined && files.some(choosesOrigins) };
}

/** The hosts from which CORS lets pages in, as far as the code names them. This machine, where pages are developed, is none. */
export function pageHosts(files: readonly SourceFile[]): string[] {
  const hosts = pageOrigins(files).flatMap((one) => hostOf(one) ?? []);
  return [...new Set(hosts.filter((one) => !isThisMachine(one)))];
}

/** The origins on this machine from which CORS lets pages in. */
export function localPageOrigins(files: readonly SourceFile[]): string[] {
  return pageOrigins(files).filter((one) => isThisMachine(hostOf(one) ?? ''));
}

/** The origins that CORS names. */
function pageOrigins(files: readonly SourceFile[]): string[] {
  const origins = files.flatMap((file) => serversIn(file).flatMap((api) => [...(api.cors?.(file) ?? [])].map(({ origin }) => origin)));
  return origins.flatMap((origin) => {
    if (!origin) return [];
    const { file, node } = resolveValue(origin);
    return [...nodesWithin(file, 'Literal', node), node].flatMap((one) => {
      const text = staticText(file, one) ?? '';
      return /^https?:\/\//.test(text) ? [text] : [];
    });
  });
}

/** Tests of an origin that no list of texts says. */
const PATTERNS = /\.(?:endsWith|startsWith|test|match|some|find)\(|RegExp/;

/** Whether CORS lets in some origins by a function or a pattern. */
function choosesOrigins(file: SourceFile): boolean {
  if (chosenByHand(file).length > 0) return true;
  return serversIn(file).some((api) =>
    [...(api.cors?.(file) ?? [])].some(({ origin }) => origin !== undefined && isChoosing(origin.file, origin.node)),
  );
}

function isChoosing(file: SourceFile, node: Node): boolean {
  const { file: home, node: value } = resolveValue({ file, node });
  if (isForEverybody(home, value)) return false;
  if (value.type === 'ArrayExpression') return value.elements.some((one) => one !== null && isPattern(home, one));
  return isFunction(value) || isPattern(home, value);
}

function isPattern(file: SourceFile, node: Node): boolean {
  const { node: value } = resolveValue({ file, node });
  return (value.type === 'Literal' && 'regex' in value) || (value.type === 'NewExpression' && /^RegExp$/.test(textOf(file, value.callee)));
}

/** The origins that CORS lets in already, as far as they are a setting that another module can repeat. */
function allowedOrigins(files: readonly SourceFile[], target: string): AllowedOrigins | undefined {
  for (const file of files) {
    for (const api of serversIn(file)) {
      if (!api.cors) continue;
      for (const { origin } of api.cors(file)) {
        const found = origin && exactOrigins(origin.file, origin.node, target);
        if (found) return found;
      }
    }
  }
  return undefined;
}

function exactOrigins(file: SourceFile, node: Node, target: string): AllowedOrigins | undefined {
  const { file: home, node: value } = resolveValue({ file, node });
  if (value.type === 'ConditionalExpression' || value.type === 'LogicalExpression') {
    const unlessOpen = settingUnlessOpen(home, value, target);
    if (unlessOpen || value.type === 'ConditionalExpression') return unlessOpen;
  }
  if (isFunction(value)) return listIn(home, value, target);
  if (value.type === 'ArrayExpression' && value.elements.some((one) => one !== null && isPattern(home, one))) return undefined;
  const text = textOf(home, value);
  const isExact =
    (value.type === 'Literal' && typeof value.value === 'string' && value.value !== '*') ||
    value.type === 'ArrayExpression' ||
    /\benv\b/.test(text);
  // What may be everybody is no list of ours.
  return isExact && !/['"`]\*['"`]|\btrue\b|\/[gimsuy]*$/.test(text) && !text.includes('RegExp')
    ? withList(portable(file, node, target, true), home, value)
    : undefined;
}

/** Notes where a list is written that is to stand in another module too: one is enough. */
function withList(allowed: PortableExpression | undefined, file: SourceFile, value: Node): AllowedOrigins | undefined {
  // `[env.ORIGIN, 'https://app.example.com'].filter(Boolean)`.
  const filtered = value.type === 'CallExpression' && value.callee.type === 'MemberExpression' ? value.callee.object : value;
  return allowed && filtered.type === 'ArrayExpression' && allowed.text === textOf(file, value)
    ? { ...allowed, list: { file: file.path, start: value.range[0] } }
    : allowed;
}

/** `list.length ? list : true`, `env.ORIGIN || '*'`: whom it names, where it names somebody; everybody is closed out. */
function settingUnlessOpen(
  file: SourceFile,
  value: TSESTree.ConditionalExpression | TSESTree.LogicalExpression,
  target: string,
): AllowedOrigins | undefined {
  const [first, second] = value.type === 'ConditionalExpression' ? [value.consequent, value.alternate] : [value.left, value.right];
  const [named, ...more] = [first, second].filter((one) => !isForEverybody(file, one));
  const setting = named && more.length === 0 ? exactOrigins(file, named, target) : undefined;
  const test = portable(file, value.type === 'ConditionalExpression' ? value.test : value.left, target, true);
  // Without the test, `env.ORIGINS.split(',')` stops a server that has no such variable.
  if (!setting || !test) return undefined;
  const { text, imports } = setting;
  return { text, imports: [...imports, ...test.imports], whenSet: named === first ? test.text : `!(${test.text})` };
}

/** The list that a function looks an origin up in. */
function listIn(file: SourceFile, fn: Node, target: string): AllowedOrigins | undefined {
  // Whoever is let in by a pattern beside the list is in no list.
  if (PATTERNS.test(textOf(file, fn))) return undefined;
  const lookup = nodesOf(file, 'CallExpression').find(
    ({ callee }) =>
      contains(fn, callee) &&
      callee.type === 'MemberExpression' &&
      /^(?:includes|indexOf)$/.test(textOf(file, callee.property)) &&
      resolveValue({ file, node: callee.object }).node.type === 'ArrayExpression',
  );
  if (lookup?.callee.type !== 'MemberExpression') return undefined;
  const { file: home, node } = resolveValue({ file, node: lookup.callee.object });
  return withList(portable(file, lookup.callee.object, target, true), home, node);
}
