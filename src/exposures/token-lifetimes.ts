import type { Lifetime, TokenLifetime, TokenSigning } from '../apis/jwt/index.ts';
import { lifetimeOf } from '../apis/jwt/index.ts';
import { settingPlaces } from '../apis/settings/setting-places.ts';
import { readCookieName } from '../credentials/names.ts';
import type { TokenRole } from '../credentials/roles.ts';
import { roleByName } from '../credentials/roles.ts';
import { hint, mentions } from '../syntax/hints.ts';
import { secondsOf } from '../syntax/durations.ts';
import { productionBranch } from '../flow/environment.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import { calledFunction, callsTo } from '../flow/calls.ts';
import { bindingOf, variableOf } from '../syntax/bindings.ts';
import { argumentAt, calleeName, parameterOf, returnsOf } from '../syntax/functions.ts';
import type { CallNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, contains } from '../syntax/nodes.ts';
import { shapeOf } from '../flow/objects.ts';
import { movesOf, quantitiesOf } from '../flow/quantities.ts';
import { runtimeAt } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';
import { staticText, textParts } from '../flow/static-text.ts';
import { isCredential } from './credential.ts';
import { passedOn } from './envelopes.ts';
import { evidenceFor } from './evidence.ts';
import type { CookieExposure } from './exposure.ts';
import { JWT_HINT, tokenSettingsOf } from './jwt-calls.ts';
import type { LifetimeExposure } from './jwt-exposures.ts';
import { cookieExposures } from './server-cookies.ts';
import { roleOf } from './token-roles.ts';
import { signingsOf } from './token-sources.ts';

/** Text without which nothing in a file says, or fails to say, how long a token lives. */
export const LIFETIME_HINT = [/jwt|jose\b|cookie|session/i, /jwt|jose\b|max-?age|expires/i];

const LIVES = hint(/max-?age|expires/i);

/** Tokens and the cookies that hold them, with how long each lives: as far as the code says, or for ever. */
export const lifetimeExposures = perFile((file): readonly LifetimeExposure[] => {
  const found = new Map<Node, LifetimeExposure>();
  const all = [...(mentions(file, JWT_HINT) ? issued(file) : []), ...(mentions(file, LIVES) ? cookies(file) : [])];
  for (const one of all) if (one.role !== 'other' && !found.has(one.node)) found.set(one.node, one);
  return [...found.values()];
});

function* issued(file: SourceFile): Generator<LifetimeExposure> {
  for (const { node, call, ...rest } of [...signingsOf(file).values()]
    .map((one) => ({ ...one, call: one.call ?? one.api.signCall }))
    .concat(tokenSettingsOf(file))) {
    if (runtimeAt(file, node) === 'browser') continue;
    if (rest.lifetime === 'unknown') {
      yield* ofCallers(file, { ...rest, node, call });
      continue;
    }
    const seconds = rest.lifetime === 'none' ? Infinity : longest(rest.lifetime);
    if (seconds === undefined) continue;
    yield {
      kind: 'token-lifetime',
      file,
      node: reported(file, node, rest.lifetime),
      seconds,
      role: roleOf(file, { node, ...rest }),
      holder: 'token',
      call,
    };
  }
}

/** `const issue = (payload) => jwt.sign(payload, key)`: what the file's own calls of such a helper say of what they issue. */
function* ofCallers(file: SourceFile, signing: Signing): Generator<LifetimeExposure> {
  const { node, call, payload, options, secret } = signing;
  const claims = payload && parameterOf(file, payload);
  const settings = options && parameterOf(file, options);
  const fn = (settings ?? claims)?.fn;
  if (!fn || (options && !settings && !shapeOf({ file, node: options }))) return;
  for (const caller of callsTo(file, fn)) {
    const lifetime = lifetimeOf(handedTo(file, caller, settings, options), handedTo(file, caller, claims, payload));
    const seconds = lifetime === 'none' ? Infinity : lifetime === 'unknown' ? undefined : longest(lifetime);
    if (seconds === undefined) continue;
    const role = roleOf(file, { node: caller, ...(secret && { secret }), lifetime });
    const said = reported(file, lifetime === 'none' ? node : caller, lifetime);
    yield { kind: 'token-lifetime', file, node: said, seconds, role, holder: 'token', call };
  }
}

/** What a call hands over for a parameter; where the helper has the expression itself, that. */
function handedTo(
  file: SourceFile,
  call: CallNode,
  parameter: { readonly index: number } | undefined,
  own: Node | undefined,
): Place | undefined {
  const node = parameter ? argumentAt(call, parameter.index) : own;
  return node && { file, node };
}

type Signing = Pick<TokenSigning, 'node' | 'payload' | 'options' | 'secret'> & { readonly call: string };

/** The option that says it, or the call that moves the date, where it is in this file; else the last name of what is called. */
function reported(file: SourceFile, call: CallNode, lifetime: Lifetime): Node {
  if (typeof lifetime !== 'string' && lifetime.value.file === file) {
    const said = lifetime.said ?? movesOf(file, lifetime.value.node).at(-1);
    if (said) return said;
  }
  return call.callee.type === 'MemberExpression' ? call.callee.property : call.callee;
}

/** The longest of the lives that a token may have, in seconds; undefined where none can be known. */
function longest(lifetime: TokenLifetime): number | undefined {
  const all = lifetime.form === 'span' ? spans(lifetime.value, lifetime.unit) : moments(lifetime.value);
  // Nothing, or less: that is how tokens and cookies are taken back.
  return all.length === 0 || Math.max(...all) <= 0 ? undefined : Math.max(...all);
}

/** Time spans, in seconds: texts as `ms` reads them, numbers in the library's unit. */
function spans(place: Place, unit: number, steps = 6): number[] {
  const { file, node } = resolveValue(place);
  if (steps <= 0) return [];
  const alternatives = alternativesOf(file, node);
  if (alternatives) return alternatives.flatMap((one) => spans(one, unit, steps - 1));
  const text = isText(node) ? staticText(file, node) : undefined;
  if (text !== undefined) return [secondsOf(text) ?? []].flat();
  const joined = node.type === 'BinaryExpression' && node.operator === '+' ? staticText(file, node) : undefined;
  const seconds = joined === undefined || /^\d*$/.test(joined) ? undefined : secondsOf(joined);
  if (seconds !== undefined) return [seconds];
  return quantitiesOf(place).flatMap(({ now, rest }) => (now === 0 ? [rest * unit] : []));
}

function isText(node: Node): boolean {
  return node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value !== 'number');
}

/** The expressions of which a value is one: branches, what a name is given, what a call returns of it. Undefined for anything else. */
function alternativesOf(file: SourceFile, node: Node): readonly Place[] | undefined {
  const here = (nodes: readonly Node[]): Place[] => nodes.map((one) => ({ file, node: one }));
  switch (node.type) {
    case 'ConditionalExpression': {
      const inProduction = productionBranch(file, node);
      return here(inProduction ? [inProduction] : [node.consequent, node.alternate]);
    }
    case 'LogicalExpression':
      return here(node.operator === '&&' ? [node.right] : [node.left, node.right]);
    case 'Identifier':
      return here(givenTo(file, node));
    case 'CallExpression': {
      const returned = handedBack({ file, node });
      return returned.length > 0 ? returned : undefined;
    }
    default:
      return undefined;
  }
}

/** What a name may hold besides: the default of a parameter or of a destructured setting, and what a parameter's callers give. */
function givenTo(file: SourceFile, node: TSESTree.Identifier): Node[] {
  const variable = variableOf(file, node);
  const binding = variable && bindingOf(variable);
  const fallback = binding && 'fallback' in binding ? [binding.fallback] : [];
  const callers = binding?.kind === 'parameter' && binding.path.length === 0 ? callsTo(file, binding.fn) : [];
  const index = binding?.kind === 'parameter' ? binding.index : 0;
  return [...fallback, ...callers.flatMap((call) => argumentAt(call, index) ?? [])];
}

/** Getters of settings, by their names: `config.get('jwt.expiresIn', '30d')`, `env('JWT_TTL', '30d')`. */
const GETTERS = /^(?:get|env|getEnv|getOrDefault|str|string|int|number|optional|setting|getSetting|getConfig|config)$/;

/** What a call returns of what it is given: a setting's default, and the arguments that a function of the app's returns. */
function handedBack({ file, node }: { readonly file: SourceFile; readonly node: TSESTree.CallExpression }): Place[] {
  const called = calledFunction(file, node);
  if (called) {
    const passed = passedOn(called.file, called.node);
    // What other calls of the same function are given is theirs.
    return passed.length > 0
      ? passed.flatMap((index) => argumentAt(node, index) ?? []).map((one) => ({ file, node: one }))
      : returnsOf(called.node).map((one) => ({ file: called.file, node: one }));
  }
  const [name, fallback] = [argumentAt(node, 0), argumentAt(node, 1)];
  const isAsked = name !== undefined && GETTERS.test(calleeName(node) ?? '') && staticText(file, name) !== undefined;
  if (isAsked && fallback) return [{ file, node: fallback }];
  return settingPlaces(file, node);
}

/** Milliseconds of the year 2100: whoever writes a later moment means never. */
const NEVER = 4_102_444_800;

/** How far away a moment is, in seconds: a text is a time span, a Date counts milliseconds, a number is meant in seconds. */
function moments(place: Place): number[] {
  const { file, node } = resolveValue(place);
  const text =
    node.type === 'Literal' && typeof node.value === 'string'
      ? node.value
      : node.type === 'TemplateLiteral'
        ? staticText(file, node)
        : undefined;
  const span = text === undefined ? undefined : secondsOf(text);
  if (span !== undefined) return [span];
  const isDate = givesDate(node);
  return quantitiesOf(place).flatMap(({ now, rest }) => {
    if (now === 0) return rest > NEVER ? [Infinity] : [];
    if (Math.abs(now - 1) < 1e-9) return [rest];
    // Milliseconds where seconds are asked for: that moment is fifty thousand years away.
    return now === 1000 ? [isDate ? rest / 1000 : Infinity] : [];
  });
}

function givesDate(node: Node): boolean {
  if (node.type === 'NewExpression') return true;
  const { callee } = node.type === 'CallExpression' ? node : {};
  const name =
    callee?.type === 'MemberExpression' && callee.property.type === 'Identifier'
      ? callee.property.name
      : callee?.type === 'Identifier'
        ? callee.name
        : '';
  return /^(?:toDate|toJSDate|add(?:Seconds|Minutes|Hours|Days|Weeks|Months|Years))$/.test(name);
}

function* cookies(file: SourceFile): Generator<LifetimeExposure> {
  for (const exposure of cookieExposures(file)) {
    const { cookie, name } = exposure;
    const said = cookie.header ? ofHeader(file, cookie.header) : ofAttributes(exposure);
    // A cookie around a token that was signed here lives no longer than what it holds.
    const evidence = said && cookie.value ? evidenceFor(file, cookie.value) : undefined;
    if (!said || (isCredential(evidence) && evidence.source === 'signing')) continue;
    yield {
      kind: 'token-lifetime',
      file,
      node: placed(exposure, said.node),
      seconds: said.seconds,
      role: roleOfCookie(exposure),
      holder: 'cookie',
      call: name === '' ? 'the cookie' : `'${name}'`,
    };
  }
}

function roleOfCookie({ cookie, name, file }: CookieExposure): TokenRole {
  if (cookie.isSession) return 'session';
  const { kind } = readCookieName(name, file.settings.names);
  return kind === 'refresh token'
    ? 'refresh'
    : kind === 'session token'
      ? 'session'
      : roleByName(name) === 'one-time'
        ? 'one-time'
        : 'access';
}

function ofAttributes({ cookie }: CookieExposure): { seconds: number; node: Node } | undefined {
  const shape = cookie.attributes && shapeOf(cookie.attributes);
  const age = shape?.entries.get(cookie.attributeNames?.maxAge ?? 'maxAge');
  const unit = cookie.ageUnit ?? cookie.api.ageUnit;
  const [entry, seconds] = age
    ? [age, unit === undefined ? undefined : longest({ value: { file: age.file, node: age.value }, form: 'span', unit })]
    : [shape?.entries.get('expires'), undefined];
  if (!entry) return undefined;
  const life = age ? seconds : longest({ value: { file: entry.file, node: entry.value }, form: 'moment', unit: 1 });
  return life === undefined ? undefined : { seconds: life, node: entry.file === cookie.attributes?.file ? entry.node : cookie.node };
}

function ofHeader(file: SourceFile, header: Node): { seconds: number; node: Node } | undefined {
  const text = textParts(file, header)
    .map((part) => (typeof part === 'string' ? part : '\0'))
    .join('');
  const [, seconds] = /;\s*max-age\s*=\s*(\d+)\s*(?:;|$)/i.exec(text) ?? [];
  return seconds === undefined ? undefined : { seconds: Number(seconds), node: header };
}

/**
 * Where it is said, unless the cookie's missing attributes are reported around it: then at the cookie's name, at the key of a
 * session's cookie options, or at what is called, so that no report covers another.
 */
function placed({ file, node, cookie }: CookieExposure, said: Node): Node {
  if (!contains(node, said)) return said;
  const name = cookie.name?.file === file ? bare(cookie.name.node) : undefined;
  if (name && !contains(node, name)) return name;
  if (node.parent?.type === 'Property' && node.parent.value === node) return node.parent.key;
  const callee = cookie.node.type === 'CallExpression' ? cookie.node.callee : undefined;
  return callee && !contains(node, callee) ? callee : node;
}
