import { isMadeUpOrigin } from '../apis/made-up-texts.ts';
import { loggers } from '../apis/loggers/index.ts';
import { readName } from '../credentials/names.ts';
import { isOutsideProduction } from '../flow/environment.ts';
import { originOf } from '../flow/origin.ts';
import { readsOf, variableOf } from '../syntax/bindings.ts';
import { resolveValue } from '../flow/resolve.ts';
import { argumentAt, calleeName, returnsOf } from '../syntax/functions.ts';
import { calledFunction } from '../flow/calls.ts';
import { staticText } from '../flow/static-text.ts';
import { mentioned } from '../syntax/hints.ts';
import type { ByType } from '../syntax/by-type.ts';
import { byType } from '../syntax/by-type.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import {
  bare,
  enclosingFunction,
  functionName,
  isAssignmentTarget,
  isFunction,
  isNothing,
  memberName,
  propertyName,
} from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile, textOf } from '../syntax/source-file.ts';
import type { Credential } from './credential.ts';
import { isCredential } from './credential.ts';
import { credentialAt, evidenceFor } from './evidence.ts';
import { article, byName } from './named-evidence.ts';
import type { LogExposure } from './exposure.ts';
import { first } from './first.ts';
import { credentialWithin, isLeftOut } from './holders.ts';
import { carriedByMember, carriedByWhole } from './logged-requests.ts';
import { isPlausible } from './plausible.ts';
import { isRedacted } from './redaction.ts';
import type { Withheld } from './withheld.ts';
import { isAmong, isWhole, withheldFrom, withheldWithin, writtenBehind } from './withheld.ts';

/** Text without which nothing that is logged is a credential. */
export const LOG_HINT = [/token|jwt|bearer|authorization/i, /log|console|debug|pino|winston/i];

const loggersIn = mentioned(loggers);

/** Every call of a file that writes to a log. */
export const logCallsOf = perFile(
  (file): ReadonlySet<Node> => new Set(loggersIn(file).flatMap((api) => Array.from(api.calls(file), ({ node }) => node))),
);

/** Credentials that are written to a log. */
export const logExposures = perFile((file): readonly LogExposure[] => {
  const found = new Map<Node, LogExposure>();
  for (const api of loggersIn(file)) {
    for (const { node, log, logged } of api.calls(file)) {
      if (found.has(node)) continue;
      const isConsole = log.startsWith('console.');
      const credential = first(logged, (one) => shownIn(file, one, 9) ?? (isConsole ? carriedByWhole(file, one) : undefined));
      if (credential && (isPlausible(file, credential, node) || isMadeHere(file, credential, node)) && !isOutsideProduction(file, node))
        found.set(node, { kind: 'token-in-log', file, node, log, what: article(credential.kind), reason: credential.reason });
    }
  }
  return [...found.values()];
});

/** Links that give whoever has them an account: of a mail address nothing more is confirmed by others. */
const OPENS_ACCOUNT = /magic|reset|forgot|recover|sign-?_?in|log-?_?in|one-?time|invit/i;

/** `const token = randomBytes(32).toString('hex')`, in a link that opens an account: it is known to be a token, used once or not. */
function isMadeHere(file: SourceFile, { file: home, node }: Credential, log: Node): boolean {
  const fn = enclosingFunction(log);
  const route = fn?.parent.type === 'CallExpression' ? (staticText(file, fn.parent.arguments[0]!) ?? '') : '';
  if (![textOf(file, log), (fn && functionName(fn)) ?? '', route].some((text) => OPENS_ACCOUNT.test(text))) return false;
  const { file: place, node: value } = resolveValue({ file: home, node });
  const called = value.type === 'CallExpression' ? calledFunction(place, value) : undefined;
  const made = called ? returnsOf(called.node).map((one) => ({ file: called.file, node: one })) : [{ file: place, node: value }];
  return made.some((one) => isMadeUpOrigin(originOf(one.file, one.node) ?? ''));
}

/** The credential that is readable in what is logged, or undefined. */
function shownIn(file: SourceFile, node: Node, depth: number, withheld: Withheld = []): Credential | undefined {
  const inner = bare(node);
  if (depth <= 0 || isWhole(withheld) || isRedacted(file, inner)) return undefined;
  const parts = byType(PARTS, inner);
  if (parts) return first(parts, (one) => shownIn(file, one, depth - 1, withheld));
  switch (inner.type) {
    case 'ObjectExpression':
      return inObject(file, inner, depth, withheld);
    case 'CallExpression':
      return inCall(file, inner, depth, withheld);
    case 'Identifier':
    case 'MemberExpression':
      return inName(file, inner, depth, [...withheld, ...withheldFrom(file, inner)]);
    default:
      return undefined;
  }
}

/** Each property, and what is spread in but for what is withheld or written anew behind it. */
function inObject(file: SourceFile, object: TSESTree.ObjectExpression, depth: number, withheld: Withheld): Credential | undefined {
  return first(object.properties, (property) => {
    if (property.type === 'SpreadElement')
      return shownIn(file, property.argument, depth - 1, [...withheld, ...writtenBehind(object, property)]);
    const within = withheldWithin(withheld, propertyName(property) ?? '');
    return isWhole(within) ? undefined : inProperty(file, property, depth, within);
  });
}

/** The parts of an expression whose texts are in its own. */
const PARTS: ByType<readonly Node[]> = {
  TemplateLiteral: ({ expressions }) => expressions,
  BinaryExpression: ({ operator, left, right }) => (operator === '+' ? [left, right] : []),
  ConditionalExpression: ({ consequent, alternate }) => [consequent, alternate],
  LogicalExpression: ({ operator, left, right }) => (operator === '&&' ? [right] : [left, right]),
  ArrayExpression: ({ elements }) =>
    elements.filter((one) => one !== null).map((one) => (one.type === 'SpreadElement' ? one.argument : one)),
  // An address, and the parameters that are to be in one, are logged as their text.
  NewExpression: (made) => {
    const given = /^(?:URL|URLSearchParams)$/.test(calleeName(made) ?? '') ? argumentAt(made, 0) : undefined;
    return given ? [given] : [];
  },
};

/** `token.toString()`, `JSON.stringify(session)`, a copy, or a call that returns a credential. */
function inCall(file: SourceFile, call: TSESTree.CallExpression, depth: number, withheld: Withheld): Credential | undefined {
  const name = calleeName(call) ?? '';
  if (call.callee.type === 'MemberExpression' && name === 'toString') return shownIn(file, call.callee.object, depth - 1);
  const given = argumentAt(call, 0);
  if (!given || !SAME_CONTENT.test(name)) return credentialAt(file, call);
  const found = shownIn(file, given, depth - 1, withheld);
  return found && name === 'stringify' && isLeftOut(file, argumentAt(call, 1), found.name) ? undefined : found;
}

/** Functions that return what they are given, as a text or as a copy. */
const SAME_CONTENT = /^(?:stringify|inspect|String|format|parse|structuredClone|cloneDeep)$/;

/** A variable or a member: what it stands for is looked into, where that is written in the code. */
function inName(file: SourceFile, name: Node, depth: number, withheld: Withheld): Credential | undefined {
  if (isWhole(withheld)) return undefined;
  const value = resolveValue({ file, node: name });
  if (value.node !== name) {
    if (isRedacted(value.file, value.node) || isFunction(value.node)) return undefined;
    const isWritten = WRITTEN_OUT.test(value.node.type) || (withheld.length > 0 && isCopy(value.node));
    const shown = isWritten ? shownIn(value.file, value.node, depth - 1, withheld) : undefined;
    if (shown || value.node.type === 'ObjectExpression') return shown;
  }
  const found = carriedByMember(file, name) ?? credentialAt(file, name) ?? inAddress(file, name) ?? heldIn(file, name);
  return found && isAmong(withheld, found) ? undefined : found;
}

/** `structuredClone(config)`, `JSON.parse(JSON.stringify(config))`. */
function isCopy(node: Node): boolean {
  return node.type === 'CallExpression' && SAME_CONTENT.test(calleeName(node) ?? '');
}

/** What an object holds when it is logged: `config.headers.Authorization = …` behind the log is not in it yet. */
function heldIn(file: SourceFile, name: Node): Credential | undefined {
  const held = credentialWithin(file, name);
  const isLater =
    held?.file === file &&
    isAssignmentTarget(held.node) &&
    held.node.range[0] > name.range[1] &&
    enclosingFunction(held.node) === enclosingFunction(name);
  return isLater || isWhereMissing(file, name) ? undefined : held;
}

/** `if (!token) log(answer)`: what is logged where the token is missing does not hold one. */
function isWhereMissing(file: SourceFile, name: Node): boolean {
  for (let at = name; at.parent && !isFunction(at.parent); at = at.parent) {
    const { parent } = at;
    if (parent.type !== 'IfStatement' || parent.test === at) continue;
    const test = bare(parent.test);
    const isNegated = test.type === 'UnaryExpression' && test.operator === '!';
    const asked = isNegated ? bare(test.argument) : test;
    if (isNegated === (parent.consequent === at) && isCredential(evidenceFor(file, asked))) return true;
  }
  return false;
}

/** What is looked into where a name stands for it. */
const WRITTEN_OUT = /^(?:ObjectExpression|TemplateLiteral|BinaryExpression|NewExpression)$/;

/** `url.searchParams.set('token', token)` before the address is logged, whole or as its `href`. */
function inAddress(file: SourceFile, node: Node): Credential | undefined {
  const address =
    node.type === 'MemberExpression' && /^(?:href|search|searchParams)$/.test(memberName(node) ?? '') ? bare(node.object) : node;
  const variable = address.type === 'Identifier' ? variableOf(file, address) : undefined;
  return first(variable ? readsOf(variable) : [], (use) => {
    const parameters = use.parent?.type === 'MemberExpression' && memberName(use.parent) === 'searchParams' ? use.parent : use;
    const call = parameters.parent?.type === 'MemberExpression' ? parameters.parent.parent : undefined;
    if (call?.type !== 'CallExpression' || !/^(?:set|append)$/.test(calleeName(call) ?? '')) return undefined;
    const origin = originOf(file, parameters) ?? '';
    const value = /^URLSearchParams<new>$|\.searchParams$/.test(origin) ? argumentAt(call, 1) : undefined;
    return value && credentialAt(file, value);
  });
}

function inProperty(file: SourceFile, property: TSESTree.Property, depth: number, withheld: Withheld): Credential | undefined {
  // { csrfToken: token } says what it is.
  const name = propertyName(property) ?? '';
  const reading = readName(name, file.settings.names);
  if (reading.trade !== undefined) return undefined;
  const shown = shownIn(file, property.value, depth - 1, withheld);
  if (shown || reading.verdict !== 'credential' || isRedacted(file, property.value) || evidenceFor(file, property.value) !== undefined)
    return shown;
  const named = byName(file, property, name);
  return isCredential(named) && !isNothing(property.value) ? named : undefined;
}
