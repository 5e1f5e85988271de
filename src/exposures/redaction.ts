import { splitWords } from '../credentials/words.ts';
import { argumentAt, calleeName } from '../syntax/functions.ts';
import type { Node } from '../syntax/nodes.ts';
import { hint, mentions } from '../syntax/hints.ts';
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
 * The longest beginning of a JWT that is: the shortest header, `{"alg":"HS256"}`, is as long in base64, and is the same for all of an
 * app's tokens. What follows is the payload, and the signature.
 */
const JWT_HEADER = 20;

/** What a file says where its tokens are JWTs. An identity token is one by OpenID Connect. */
const SPEAKS_OF_JWT = hint(/jwt|jsonwebtoken|id_?token/i);

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
  if (/^(?:slice|substring|substr)$/.test(name)) return isShort(file, first, second);
  const by = second && /^replace(?:All)?$/.test(name) ? staticText(file, second) : undefined;
  return by !== undefined && /^(?:[*•x.…#$\d\s[\]()<>-]+|\[?redacted\]?)$/i.test(by);
}

/** `slice(0, 6)`, `slice(3, 9)` and `slice(-4)`. */
function isShort(file: SourceFile, first: Node | undefined, second: Node | undefined): boolean {
  if (first?.type === 'UnaryExpression' && first.operator === '-' && first.argument.type === 'Literal')
    return Number(first.argument.value) <= EXCERPT;
  if (first?.type !== 'Literal' || second?.type !== 'Literal') return false;
  const start = Number(first.value);
  return Number(second.value) <= start + (start === 0 && mentions(file, SPEAKS_OF_JWT) ? JWT_HEADER : EXCERPT);
}
