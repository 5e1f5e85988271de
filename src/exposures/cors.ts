import type { CorsPolicy } from '../apis/server/index.ts';
import { either } from '../credentials/alternatives.ts';
import { bindingOf, valuesOf, variableOf } from '../syntax/bindings.ts';
import { calledFunction } from '../flow/calls.ts';
import { isOutsideProduction, productionBranch } from '../flow/environment.ts';
import { resolveValue } from '../flow/resolve.ts';
import type { Place } from '../flow/resolve.ts';
import { argumentAt, calleeName, callsOf, returnsOf } from '../syntax/functions.ts';
import type { ByType } from '../syntax/by-type.ts';
import { byType } from '../syntax/by-type.ts';
import type { FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, contains, enclosingFunction, isFunction, isNullish, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, nodesWithin, perFile, textOf } from '../syntax/source-file.ts';
import { staticText } from '../flow/static-text.ts';
import type { CorsExposure } from './exposure.ts';
import { first } from './first.ts';
import { matchesOrigin, STRANGER } from './origin-patterns.ts';
import { serversIn } from './server-apis.ts';
import { sharedHostIn } from './shared-hosts.ts';

/** CORS policies that let any origin read what a user's cookies open. */
export const corsExposures = perFile((file): readonly CorsExposure[] => {
  const found = new Map<Node, CorsExposure>();
  for (const api of serversIn(file)) {
    if (!api.cors) continue;
    for (const policy of api.cors(file)) {
      const exposure = judge(file, policy);
      // Options that two calls share are one policy.
      if (exposure && !found.has(exposure.node)) found.set(exposure.node, exposure);
    }
  }
  return [...found.values()];
});

/** Code that takes or sets a cookie, or leaves that to a library: words in a comment (`// allow cookies`) are none. */
const USES_COOKIES = either(
  [
    /\bcookies?\s*[.([]/,
    /\.cookies?\b/,
    /set-cookie/,
    /cookie-?(?:parser|session)/,
    /\/cookie['"]/,
    /[-/]session['"]/,
    /\.session\b/,
    /passport|next-auth|better-auth|lucia/,
  ],
  'i',
);

/** Whether a project uses no cookies at all; of a file by itself that is not known. */
function usesNoCookies(file: SourceFile): boolean {
  return file.facts !== undefined && !USES_COOKIES.test(file.text) && !file.facts.packageMentions(file, USES_COOKIES);
}

function judge(file: SourceFile, policy: CorsPolicy): CorsExposure | undefined {
  const found = judgeOrigin(file, policy);
  return found && { ...found, opensNothing: usesNoCookies(file) };
}

function judgeOrigin(file: SourceFile, policy: CorsPolicy): Omit<CorsExposure, 'opensNothing'> | undefined {
  if (!policy.credentials || !isOn(policy.credentials) || isOutsideProduction(file, policy.node)) return undefined;
  const allows = policy.origin ? allowed(policy.origin) : policy.defaultOrigin === 'none' ? undefined : policy.defaultOrigin;
  if (allows === undefined || (allows === 'reflected' && policy.origin && isChecked(policy.origin))) return hosted(file, policy);
  const place = policy.origin ?? policy.credentials;
  return { kind: 'cors', file, node: place.file === file ? whole(place.node) : policy.node, policy, allows };
}

/** A policy that asks, and lets in whoever has a site on a host that everybody can have one on. */
function hosted(file: SourceFile, policy: CorsPolicy): Omit<CorsExposure, 'opensNothing'> | undefined {
  const found = policy.origin && sharedHostIn(policy.origin);
  if (!found) return undefined;
  const { place, host } = found;
  return { kind: 'cors', file, node: place.file === file ? place.node : policy.node, policy, allows: 'hosted', host };
}

/** A method's function begins at its bracket: what people see is the method. */
function whole(node: Node): Node {
  return node.parent?.type === 'Property' && node.parent.method ? node.parent : node;
}

function isOn(place: Place): boolean {
  const { node } = resolveValue(place);
  return node.type === 'Literal' && (node.value === true || node.value === 'true');
}

type Allows = 'any' | 'reflected' | undefined;

/** Whether an origin setting allows every origin, and how: by a wildcard, or by sending the caller's. */
function allowed(place: Place): Allows {
  const { file, node } = resolveValue(place);
  return byType(ALLOWS, node, file);
}

const reflectedIf = (isReflected: boolean): Allows => (isReflected ? 'reflected' : undefined);

const ALLOWS: ByType<Allows, [SourceFile]> = {
  Literal: (literal) => {
    if (literal.value === '*') return 'any';
    return reflectedIf('regex' in literal ? matchesOrigin(literal.regex.pattern, literal.regex.flags, STRANGER) : literal.value === true);
  },
  NewExpression: (made, file) => {
    const [pattern, flags] = [0, 1].map((i) => argumentAt(made, i)).map((one) => one && staticText(file, one));
    return reflectedIf(pattern !== undefined && calleeName(made) === 'RegExp' && matchesOrigin(pattern, flags ?? '', STRANGER));
  },
  ArrayExpression: ({ elements }, file) =>
    first(elements, (one) => (one && one.type !== 'SpreadElement' ? allowed({ file, node: one }) : undefined)),
  LogicalExpression: ({ left, right }, file) => allowed({ file, node: left }) ?? allowed({ file, node: right }),
  ConditionalExpression: (choice, file) => {
    const inProduction = productionBranch(file, choice);
    return inProduction
      ? allowed({ file, node: inProduction })
      : (allowed({ file, node: choice.consequent }) ?? allowed({ file, node: choice.alternate }));
  },
  // req.headers.origin: what the caller says.
  MemberExpression: (member) => reflectedIf(/^(?:origin|referer)$/i.test(memberName(member) ?? '') && isHeaders(member.object)),
  Identifier: (name, file) => (isOriginOfHeaders(file, name) ? 'reflected' : amongValues(file, name)),
  CallExpression: (call, file) => (asksForOrigin(call) ? 'reflected' : (byFallback(file, call) ?? returned(file, call))),
  ArrowFunctionExpression: (fn, file) => reflectedIf(allowsAll(file, fn)),
  FunctionExpression: (fn, file) => reflectedIf(allowsAll(file, fn)),
  FunctionDeclaration: (fn, file) => reflectedIf(allowsAll(file, fn)),
};

/** `let origin = '*'; if (list) origin = list;`: one of the values that a variable is given. */
function amongValues(file: SourceFile, name: TSESTree.Identifier): Allows {
  const variable = variableOf(file, name);
  const values = variable ? valuesOf(variable) : [];
  return values.length > 1 ? first(values, (one) => (contains(one, name) ? undefined : allowed({ file, node: one }))) : undefined;
}

/** `config.get('CORS_ORIGIN', '*')`, `env('ORIGINS', '*')`: a setting by its name, and what it is where nobody sets it. */
function byFallback(file: SourceFile, call: TSESTree.CallExpression): Allows {
  const [name, fallback] = [0, 1].map((i) => argumentAt(call, i));
  const isSetting = /^(?:get|getOrDefault|env|getEnv|config)$/i.test(calleeName(call) ?? '');
  return isSetting && name?.type === 'Literal' && fallback ? allowed({ file, node: fallback }) : undefined;
}

/** What a function of the app's own gives: `if (!LIST) return '*'; return LIST.split(',');`. */
function returned(file: SourceFile, call: TSESTree.CallExpression): Allows {
  const called = calledFunction(file, call);
  return called && first(returnsOf(called.node), (one) => (contains(one, call) ? undefined : allowed({ file: called.file, node: one })));
}

/** `const { origin } = req.headers`, `({ headers: { origin } }, res) => …`. */
function isOriginOfHeaders(file: SourceFile, name: Node): boolean {
  const variable = variableOf(file, name);
  const binding = variable && bindingOf(variable);
  if ((binding?.kind !== 'value' && binding?.kind !== 'parameter') || binding.path.at(-1) !== 'origin') return false;
  return binding.path.at(-2) === 'headers' || (binding.kind === 'value' && binding.path.length === 1 && isHeaders(binding.init));
}

/** `req.get('origin')`, and h3's `getHeader(event, 'origin')`. */
function asksForOrigin(call: TSESTree.CallExpression): boolean {
  const isMethod = call.callee.type === 'MemberExpression';
  const name = argumentAt(call, isMethod ? 0 : 1);
  return name?.type === 'Literal' && /^origin$/i.test(String(name.value)) && (isMethod || /header/i.test(calleeName(call) ?? ''));
}

/** `req.headers`, or `headers` taken out of it. */
function isHeaders(node: Node): boolean {
  const object = bare(node);
  const name = object.type === 'MemberExpression' ? memberName(object) : object.type === 'Identifier' ? object.name : undefined;
  return name !== undefined && /^headers?$/.test(name);
}

/**
 * `(origin, callback) => callback(null, true)`, `(origin) => origin` and `(ctx) => ctx.get('Origin')`: yes is all that is said, and
 * no condition stands before it.
 */
function allowsAll(file: SourceFile, fn: FunctionNode): boolean {
  const decisions = decisionsOf(file, fn);
  return (
    decisions.length > 0 &&
    decisions.every(({ value }) => isYes(file, fn, value)) &&
    decisions.some(({ node }) => !isConditional(fn, node, decisions)) &&
    nodesWithin(file, 'ThrowStatement', fn).length === 0
  );
}

/** What a function says of an origin: the call or expression that says it, and the value that it says. */
interface Decision {
  readonly node: Node;
  readonly value: Node | undefined;
}

/** What it hands to its callback, else what it returns. */
function decisionsOf(file: SourceFile, fn: FunctionNode): Decision[] {
  const [, callback] = fn.params;
  const called =
    callback?.type === 'Identifier'
      ? callsOf(file).filter((call) => contains(fn, call) && call.callee.type === 'Identifier' && call.callee.name === callback.name)
      : [];
  return called.length > 0
    ? called.map((call) => ({ node: call, value: argumentAt(call, 1) }))
    : returnsOf(fn).map((value) => ({ node: value, value }));
}

/** `true`, the origin itself, or something that allows every origin. */
function isYes(file: SourceFile, fn: FunctionNode, said: Node | undefined): boolean {
  const value = said && bare(said);
  if (!value) return false;
  if (value.type === 'LogicalExpression') return value.operator !== '&&' && isYes(file, fn, value.left);
  if (value.type === 'ConditionalExpression') return isYes(file, fn, value.consequent) && isYes(file, fn, value.alternate);
  const [origin] = fn.params;
  if (origin?.type === 'Identifier' && value.type === 'Identifier') return value.name === origin.name;
  return !isFunction(value) && allowed({ file, node: value }) !== undefined;
}

/** Whether a decision is made only under a condition. Yes in both branches is yes. */
function isConditional(fn: FunctionNode, decision: Node, decisions: readonly Decision[]): boolean {
  for (let at = decision; at.parent && at.parent !== fn; at = at.parent) {
    const { parent } = at;
    if (/^(?:ConditionalExpression|SwitchCase|LogicalExpression)$/.test(parent.type) || isFunction(parent)) return true;
    if (
      parent.type === 'IfStatement' &&
      ![parent.consequent, parent.alternate].every((branch) => branch && decisions.some(({ node }) => contains(branch, node)))
    )
      return true;
  }
  return false;
}

/**
 * Whether the handler that answers with the caller's origin asks first whether it may: `if (allowed.includes(origin))`,
 * before, around or in the answer. Whether there is an origin at all is no such question.
 */
function isChecked({ file, node }: Place): boolean {
  const handler = enclosingFunction(node);
  if (
    !handler?.params.some(
      (one) => one.type === 'ObjectPattern' || (one.type === 'Identifier' && /^_?(?:req|request|ctx|context|c|event)$/.test(one.name)),
    )
  )
    return false;
  const tests = [
    ...nodesOf(file, 'IfStatement').map((one) => one.test),
    ...nodesOf(file, 'ConditionalExpression').map((one) => one.test),
    ...nodesOf(file, 'LogicalExpression')
      .filter((one) => one.operator === '&&')
      .map((one) => one.left),
  ];
  return tests.some((test) => contains(handler, test) && !contains(test, node) && decidesOnOrigin(file, test));
}

function decidesOnOrigin(file: SourceFile, test: Node): boolean {
  const { file: home, node } = resolveValue({ file, node: test.type === 'UnaryExpression' ? test.argument : test });
  if (!/origin/i.test(textOf(home, node))) return false;
  const isThere = (side: Node): boolean => isNullish(side) || (side.type === 'UnaryExpression' && side.operator === 'typeof');
  return (
    nodesWithin(home, 'CallExpression', node).some((call) => !/^(?:get|header|getHeader)$/.test(calleeName(call) ?? '')) ||
    nodesWithin(home, 'BinaryExpression', node).some((one) => /^(?:[!=]==?|in)$/.test(one.operator) && ![one.left, one.right].some(isThere))
  );
}
