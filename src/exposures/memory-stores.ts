import { splitWords } from '../credentials/words.ts';
import { readsOf, variableOf } from '../syntax/bindings.ts';
import { argumentAt, callsOf, calleeName } from '../syntax/functions.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { bare, dressed, enclosingFunction, isAssignmentTarget, memberName, propertyName } from '../syntax/nodes.ts';
import { hint, mentions } from '../syntax/hints.ts';
import { shapeOf } from '../flow/objects.ts';
import { originOf } from '../flow/origin.ts';
import { runtimeAt } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile, textOf } from '../syntax/source-file.ts';
import type { StoreExposure } from './jwt-exposures.ts';
import { whole } from '../credentials/alternatives.ts';

/** Text without which no file keeps sessions or revoked tokens in its memory. */
export const STORE_HINT = [
  /token|jwt|jti|express-session|rate-limit/i,
  /\.add|\.set|\.push|\.unshift|\] =|\]=|\] \?\?=|\] \|\|=|express-session|rate-limit/i,
];

/** Lists of tokens in the memory of one process: gone when it restarts, and unknown to the process beside it. */
export const storeExposures = perFile((file): readonly StoreExposure[] =>
  [...collections(file), ...middleware(file)].filter((one) => runtimeAt(file, one.node) !== 'browser'),
);

/** Words that say what happens to the tokens in the list. */
const KEPT = whole(`
  blacklist blacklisted black denylist denied deny blocklist blocked revoked revocation revocations invalidated
  invalid refresh issued valid whitelist allowlist active used store
`);
const TOKENS = /^(?:token|tokens|jwt|jwts|jti|jtis)$/;
/** Words of lists that are another thing: answers of somebody else's API that may be asked for again, tokens of a language. */
const OTHER = /^(?:cache|cached|push|device|fcm|csrf|xsrf|design|lexer|parser|tokenizer|stop|special|cancel|abort|expo|types|kinds)$/;

function isTokenList(name: string): boolean {
  if (!/token|jwt|jti/i.test(name)) return false;
  const words = splitWords(name);
  return words.some((word) => TOKENS.test(word)) && words.some((word) => KEPT.test(word)) && !words.some((word) => OTHER.test(word));
}

function* collections(file: SourceFile): Generator<StoreExposure> {
  for (const { id, init } of nodesOf(file, 'VariableDeclarator')) {
    if (id.type !== 'Identifier' || !init || !isTokenList(id.name) || !isCollection(init) || enclosingFunction(id)) continue;
    const variable = variableOf(file, id);
    if (variable && readsOf(variable).some((use) => isFilled(use)))
      yield { kind: 'memory-store', file, node: id, form: 'collection', name: id.name };
  }
  for (const field of nodesOf(file, 'PropertyDefinition')) {
    const name = propertyName(field)?.replace(/^#/, '');
    if (name !== undefined && isTokenList(`${name}.${className(field)}`) && isFieldFilled(file, field))
      yield { kind: 'memory-store', file, node: field.key, form: 'collection', name };
  }
}

/** Whether a field begins as an empty collection that is filled: `this.revoked.add(token)`, `Tokens.revoked.add(token)`. */
function isFieldFilled(file: SourceFile, field: TSESTree.PropertyDefinition): boolean {
  if (!field.value || !isCollection(field.value)) return false;
  const [name, host] = [propertyName(field), className(field)];
  return nodesOf(file, 'MemberExpression').some(
    (member) =>
      (member.object.type === 'ThisExpression' || textOf(file, member.object) === host) && memberName(member) === name && isFilled(member),
  );
}

function className(field: TSESTree.PropertyDefinition): string {
  return field.parent.parent.id?.name ?? '';
}

/** `new Map()`, `new Set<string>()`, `[]`, `{}`: made empty, to be filled. */
function isCollection(node: Node): boolean {
  const inner = bare(node);
  if (inner.type === 'NewExpression') return inner.callee.type === 'Identifier' && /^(?:Map|Set)$/.test(inner.callee.name);
  return (
    (inner.type === 'ArrayExpression' && inner.elements.length === 0) ||
    (inner.type === 'ObjectExpression' && inner.properties.length === 0)
  );
}

/** `.add(token)`, `.set(jti, …)`, `.push(token)`, `list[token] = …`. */
function isFilled(use: Node): boolean {
  const member = dressed(use).parent;
  if (member?.type !== 'MemberExpression' || member.object !== dressed(use)) return false;
  const { parent } = member;
  if (parent.type === 'CallExpression' && parent.callee === member) return /^(?:add|set|push|unshift)$/.test(memberName(member) ?? '');
  return isAssignmentTarget(member) && member.computed;
}

/** The packages whose memory is meant, which many more files do not have than have tokens. */
const MIDDLEWARE = hint(/express-session|express-rate-limit/);

function* middleware(file: SourceFile): Generator<StoreExposure> {
  if (!mentions(file, MIDDLEWARE)) return;
  for (const call of callsOf(file)) {
    const origin = originOf(file, call.callee) ?? '';
    const options = argumentAt(call, 0);
    const shape = options && shapeOf({ file, node: options });
    if (!shape || shape.open || shape.entries.has('store')) continue;
    // Where the session's cookie has no options of its own, what is called is where these are reported as missing.
    if (origin === 'express-session#' && (shape.entries.has('cookie') || shape.entries.has('name')))
      yield { kind: 'memory-store', file, node: call.callee, form: 'session', name: 'express-session' };
    else if (/^express-rate-limit#(?:rateLimit)?$/.test(origin) && isForAuth(call))
      yield { kind: 'memory-store', file, node: call.callee, form: 'rateLimit', name: 'express-rate-limit' };
  }
}

/** `const loginLimiter = rateLimit(…)`, `app.use('/login', rateLimit(…))`. */
function isForAuth(call: Node): boolean {
  const { parent } = dressed(call);
  const AUTH = /log_?in|sign_?in|auth|password|token|refresh|otp|reset/i;
  if (parent?.type === 'VariableDeclarator') return parent.id.type === 'Identifier' && AUTH.test(parent.id.name);
  const first = parent?.type === 'CallExpression' && /^(?:use|post|all)$/.test(calleeName(parent) ?? '') ? parent.arguments[0] : undefined;
  return first?.type === 'Literal' && AUTH.test(String(first.value));
}
