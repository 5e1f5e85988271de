import { splitWords } from '../credentials/words.ts';
import { readsOf, variableOf } from '../syntax/bindings.ts';
import { argumentAt, callsOf, calleeName } from '../syntax/functions.ts';
import type { CallNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, contains, dressed, enclosingFunction, isAssignmentTarget, memberName, propertyName } from '../syntax/nodes.ts';
import { hint, mentions } from '../syntax/hints.ts';
import { shapeOf } from '../flow/objects.ts';
import { originOf } from '../flow/origin.ts';
import { runtimeAt } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile, textOf } from '../syntax/source-file.ts';
import { isChange } from './changes.ts';
import type { StoreExposure } from './jwt-exposures.ts';
import { whole } from '../credentials/alternatives.ts';

/** Text without which no file keeps sessions or revoked tokens in its memory. */
export const STORE_HINT = [
  /token|jwt|jti|express-session|rate-limit|attempts|failures|failed|lockouts|tries/i,
  /\.add|\.set|\.push|\.unshift|\] =|\]=|\] \?\?=|\] \|\|=|express-session|rate-limit/i,
];

/** Lists of tokens in the memory of one process: gone when it restarts, and unknown to the process beside it. */
export const storeExposures = perFile((file): readonly StoreExposure[] =>
  [...inVariables(file), ...inFields(file), ...middleware(file)].filter((one) => runtimeAt(file, one.node) !== 'browser'),
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

const COUNTED = /^(?:attempts?|failures|fails|failed|tries|strikes|lockouts?|locked|hits)$/;
const SIGNS_IN = /^(?:login|logins|log|logon|signin|sign|auth|authentication|password|passwords|otp|code|pin|mfa|2fa)$/;

/** `loginAttempts`, `failedLogins`; plain `attempts` where a password is checked. */
function isCountOfTries(file: SourceFile, name: string): boolean {
  const words = splitWords(name);
  return (
    words.some((word) => COUNTED.test(word)) &&
    (words.some((word) => SIGNS_IN.test(word)) || (words.length === 1 && /bcrypt|argon2|password/i.test(file.text)))
  );
}

/** What a collection is for, by its name: tokens, or how often somebody tried to sign in. */
function formOf(file: SourceFile, name: string): StoreExposure['form'] | undefined {
  return isTokenList(name) ? 'collection' : isCountOfTries(file, name) ? 'attempts' : undefined;
}

function* inVariables(file: SourceFile): Generator<StoreExposure> {
  for (const { id, init } of nodesOf(file, 'VariableDeclarator')) {
    const form = id.type === 'Identifier' && init && isCollection(init) ? formOf(file, id.name) : undefined;
    if (id.type !== 'Identifier' || !form || enclosingFunction(id)) continue;
    const variable = variableOf(file, id);
    const uses = variable ? readsOf(variable) : [];
    if (uses.some((use) => isFilled(use)) && !isBesideStore(file, uses))
      yield { kind: 'memory-store', file, node: id, form, name: id.name };
  }
}

function* inFields(file: SourceFile): Generator<StoreExposure> {
  for (const field of nodesOf(file, 'PropertyDefinition')) {
    const name = propertyName(field)?.replace(/^#/, '');
    const form = name === undefined ? undefined : (formOf(file, `${name}.${className(field)}`) ?? formOf(file, name));
    const uses = name !== undefined && form ? usesOfField(file, field) : [];
    if (name !== undefined && form && uses.some((use) => isFilled(use)) && !isBesideStore(file, uses))
      yield { kind: 'memory-store', file, node: field.key, form, name };
  }
}

/** Where a field that begins as an empty collection is used: `this.revoked.add(token)`, `Tokens.revoked.add(token)`. */
function usesOfField(file: SourceFile, field: TSESTree.PropertyDefinition): readonly Node[] {
  if (!field.value || !isCollection(field.value)) return [];
  const [name, host] = [propertyName(field), className(field)];
  return nodesOf(file, 'MemberExpression').filter(
    (member) => (member.object.type === 'ThisExpression' || textOf(file, member.object) === host) && memberName(member) === name,
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

/**
 * Whether a store that outlives the process stands beside the collection, which then is its cache, or what is left when it cannot be
 * reached: `redis.set(…)` of tokens anywhere in the file, `RevokedToken.create(…)` in a function that uses the collection.
 */
function isBesideStore(file: SourceFile, uses: readonly Node[]): boolean {
  const functions = uses.map(enclosingFunction).filter((fn) => fn !== undefined);
  return callsOf(file).some((call) => {
    if (call.callee.type !== 'MemberExpression' || !ABOUT_TOKENS.test(textOf(file, call))) return false;
    const method = memberName(call.callee) ?? '';
    if (KEY_VALUE_METHODS.test(method) && KEY_VALUE_STORE.test(textOf(file, call.callee.object))) return true;
    return (isChange(file, call) || READS_ROWS.test(method)) && isOfDatabase(call, uses) && functions.some((fn) => contains(fn, call));
  });
}

const ABOUT_TOKENS = /token|jwt|jti|revo[ck]|black_?list|deny_?list|attempt|login/i;
const KEY_VALUE_STORE = /redis|\bkv\b|memcached?|valkey/i;
const KEY_VALUE_METHODS = /^(?:get|set|set_?ex|psetex|setnx|exists|sadd|sismember|hset|hget|incr|expire|del|put)$/i;
const READS_ROWS = /^(?:find(?:One|Unique|First|Many|ById|By|OneBy|All|ByPk)?|exists|count|query|execute|select)$/;

/** Whether a call is of something else than the collection, or a list made of it: `prisma.revokedToken.create`. */
function isOfDatabase({ callee }: CallNode, uses: readonly Node[]): boolean {
  return callee.type === 'MemberExpression' && !uses.some((use) => contains(callee.object, use));
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
    else if (/^express-rate-limit#(?:rateLimit)?$/.test(origin) && isForAuth(file, call))
      yield { kind: 'memory-store', file, node: call.callee, form: 'rateLimit', name: 'express-rate-limit' };
  }
}

const AUTH = /log_?in|sign_?in|auth|password|token|refresh|otp|reset/i;

/** `const loginLimiter = rateLimit(…)`, `app.use('/login', rateLimit(…))`, `router.post('/login', limiter, …)`. */
function isForAuth(file: SourceFile, call: Node): boolean {
  const { parent } = dressed(call);
  if (parent?.type !== 'VariableDeclarator') return isOnSignIn(parent);
  if (parent.id.type !== 'Identifier') return false;
  const variable = variableOf(file, parent.id);
  return AUTH.test(parent.id.name) || (variable !== undefined && readsOf(variable).some((use) => isOnSignIn(use.parent)));
}

/** Whether a call registers what it is given on a path where people sign in. */
function isOnSignIn(call: Node | undefined): boolean {
  const first = call?.type === 'CallExpression' && /^(?:use|post|all)$/.test(calleeName(call) ?? '') ? call.arguments[0] : undefined;
  return first?.type === 'Literal' && AUTH.test(String(first.value));
}
