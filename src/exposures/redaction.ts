import { splitWords } from '../credentials/words.ts';
import { argumentAt, calleeName } from '../syntax/functions.ts';
import type { Node } from '../syntax/nodes.ts';
import { bare } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { staticText } from '../flow/static-text.ts';

/** Functions that make a value safe to show, by what people call them. */
const REDACTOR = new Set([
  'mask',
  'redact',
  'obfuscate',
  'censor',
  'hash',
  'sha1',
  'sha256',
  'sha512',
  'md5',
  'digest',
  'truncate',
  'shorten',
  'abbreviate',
  'anonymize',
  'anonymise',
  'scrub',
  'fingerprint',
  'sanitize',
  'sanitise',
  'omit',
  'hide',
  'strip',
  'safe',
  'preview',
  'redacted',
  'masked',
  'hashed',
]);

/** The longest piece of a token that is no more than a hint at it. */
const EXCERPT = 8;

/**
 * Whether an expression shows no more than a trace of what it is made of: `mask(token)`, `token.slice(0, 6)`,
 * `token.replace(/./g, '*')`.
 */
export function isRedacted(file: SourceFile, node: Node): boolean {
  const call = bare(node);
  if (call.type !== 'CallExpression') return false;
  const name = calleeName(call) ?? '';
  if (splitWords(name).some((word) => REDACTOR.has(word))) return true;
  if (call.callee.type !== 'MemberExpression') return false;
  const [first, second] = [argumentAt(call, 0), argumentAt(call, 1)];
  if (/^(?:slice|substring|substr)$/.test(name)) return isShort(first, second);
  const by = second && /^replace(?:All)?$/.test(name) ? staticText(file, second) : undefined;
  return by !== undefined && /^(?:[*•x.…#$\d\s[\]()<>-]+|\[?redacted\]?)$/i.test(by);
}

/** `slice(0, 6)` and `slice(-4)`. */
function isShort(first: Node | undefined, second: Node | undefined): boolean {
  if (first?.type === 'UnaryExpression' && first.operator === '-' && first.argument.type === 'Literal')
    return Number(first.argument.value) <= EXCERPT;
  return first?.type === 'Literal' && second?.type === 'Literal' && Number(second.value) <= EXCERPT + Number(first.value);
}
