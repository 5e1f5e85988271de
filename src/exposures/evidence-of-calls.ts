import { whole } from '../credentials/alternatives.ts';
import { readCallName, readName } from '../credentials/names.ts';
import { resolveValue } from '../flow/resolve.ts';
import { argumentAt, calleeName, callsOf, lastName, returnsOf } from '../syntax/functions.ts';
import { calledFunction } from '../flow/calls.ts';
import type { CallNode, FunctionNode, Node } from '../syntax/nodes.ts';
import { bare, isFunction } from '../syntax/nodes.ts';
import { sourcesOf, stateSourcesOf } from '../flow/back.ts';
import { storeRead } from '../flow/library-flows.ts';
import type { Location } from '../flow/location.ts';
import { locationOf } from '../flow/location.ts';
import { keepsItsArgument, selects } from '../flow/state-by-name.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { positionOf } from '../syntax/source-file.ts';
import { staticText } from '../flow/static-text.ts';
import type { Evidence } from './credential.ts';
import { seenFrom, isCredential, NOT_A_CREDENTIAL, NOTHING_YET, strongest } from './credential.ts';
import { byName } from './named-evidence.ts';
import { isCredentialKey, isWrapper, judgeKey } from './storage-keys.ts';
import { readAt } from './storage-accesses.ts';
import { signingsOf } from './token-sources.ts';

/** Calls whose result is no credential, whatever they are given: questions, sizes, decoded payloads. */
const NO_CREDENTIAL = whole(`
  Boolean Number parseInt parseFloat isNaN Date RegExp Error Map Set WeakMap jwtDecode jwt_decode decodeJwt decodeToken
  parseJwt atob verify verifyAsync jwtVerify verifyToken decode startsWith endsWith includes indexOf search test match
  some every has hasOwnProperty isTokenExpired isExpired isValid validateToken keys entries push removeItem setItem prompt
`);

/** Functions and methods that return what they are given, changed in form only. The value is the first argument. */
const SAME_ARGUMENT =
  /^(?:String|encodeURIComponent|decodeURIComponent|encodeURI|escape|unescape|btoa|parse|encrypt|decrypt|resolve|cookieValue)$/;

/** Methods that return their object, changed in form only. */
const SAME_OBJECT = whole(`
  toString trim trimStart trimEnd replace replaceAll slice substring substr concat valueOf toLowerCase pop shift at join
  getValue asReadonly catch finally unwrap toPromise
`);

/** Evidence for the parts of a call, of which that for the call is made. */
export interface EvidenceOfParts {
  /** Of an expression. */
  of(file: SourceFile, node: Node): Evidence;
  /** Of a place that a value comes from, or of a part of it. */
  at(place: Location): Evidence;
}

/** Evidence for what a call returns. */
export function evidenceOfCall(file: SourceFile, call: CallNode, parts: EvidenceOfParts): Evidence {
  const kept = signedBy(file, call) ?? readFromStorage(file, call) ?? keptState(file, call, parts);
  const name = calleeName(call);
  if (kept !== undefined || name === undefined) return kept;
  if (call.type === 'NewExpression') return name === 'Promise' ? promised(file, call, parts) : passedThrough(file, call, parts);
  return (
    passedThrough(file, call, parts) ??
    ofCalled(file, call, name, parts) ??
    flowed(file, call, parts) ??
    byLiteralArgument(file, call, name) ??
    (NO_CREDENTIAL.test(name) ? NOT_A_CREDENTIAL : byName(file, call, `${name}()`, readCallName(name, file.settings.names)))
  );
}

/** `jwt.sign(…)`, and a helper that calls it. */
function signedBy(file: SourceFile, call: CallNode): Evidence {
  const signing = signingsOf(file).get(call);
  const signer = signing?.call ?? signing?.api.signCall;
  if (signer === undefined) return undefined;
  return {
    node: call,
    file,
    name: `${signer}(…)`,
    kind: 'access token',
    strength: 'flow',
    source: 'signing',
    reason: `it is issued by ${signer} (line ${positionOf(file, call.range[0]).line})`,
  };
}

/** What the call of a state library gives: what was put into the state. */
function keptState(file: SourceFile, call: CallNode, parts: EvidenceOfParts): Evidence {
  const kept = strongest(stateSourcesOf(file, call).map((one) => parts.at(one)));
  if (isCredential(kept)) return seenFrom(file, kept);
  return kept === NOTHING_YET ? kept : undefined;
}

/** What the called function returns, where it is a credential or surely none. */
function ofCalled(file: SourceFile, call: CallNode, name: string, parts: EvidenceOfParts): Evidence {
  const called = calledFunction(file, call);
  if (!called) return undefined;
  const evidence = strongest(returnsOf(called.node).map((one) => parts.of(called.file, one)));
  if (isCredential(evidence)) return { ...seenFrom(file, evidence), node: call, file, name: `${name}()` };
  return evidence === NOT_A_CREDENTIAL ? evidence : undefined;
}

/** What a value that the call gives comes from by the walker: promises, callbacks, effects. */
function flowed(file: SourceFile, call: CallNode, parts: EvidenceOfParts): Evidence {
  const found = strongest(sourcesOf(locationOf(file, call)).map((one) => parts.at(one)));
  return isCredential(found) ? seenFrom(file, found) : undefined;
}

/** What a storage's read gives: `localStorage.getItem('token')`, a wrapper's call that does so, a hook that keeps it. */
export function readFromStorage(file: SourceFile, call: CallNode): Evidence {
  const access = readAt(file, call);
  // Under which key a wrapper reads is said where it is called, or made.
  if (!access?.key || isWrapper(file, access)) return undefined;
  const key = judgeKey(file, access.key, access.api.medium);
  // One of several keys: it may be the theme that is read.
  if (key.isOneOfMany) return undefined;
  if (!isCredentialKey(key.reading)) return key.reading.verdict === 'holder' ? undefined : NOT_A_CREDENTIAL;
  const { line } = positionOf(file, call.range[0]);
  return {
    node: call,
    file,
    name: key.shown,
    kind: key.reading.kind,
    strength: 'flow',
    source: 'storage',
    reason: `it is read from ${access.storage} key ${key.shown} (line ${line})`,
  };
}

/** What comes out where it is what went in: conversions, promises, refs, selectors. Undefined where the call is no such thing. */
export function passedThrough(file: SourceFile, call: CallNode, parts: EvidenceOfParts): Evidence {
  const name = calleeName(call) ?? '';
  const first = argumentAt(call, 0);
  if (first && isFunction(first) && givesItsResult(name)) return credentialOrNothing(returned(file, first, parts));
  // get(token) of a store that is not to be seen.
  const store = storeRead(file, call);
  if (store) return parts.of(file, store);
  if (name === 'stringify') return first && staysOther(file, first) ? NOT_A_CREDENTIAL : undefined;
  if (first && (SAME_ARGUMENT.test(name) || keepsItsArgument(name))) return parts.of(file, first);
  if (call.callee.type === 'MemberExpression' && SAME_OBJECT.test(name)) return parts.of(file, joined(call.callee.object, name));
  return readerCalled(file, call, parts);
}

/** Calls that give what the function gives that they are called with: `.then(fn)`, selectors, `computed(fn)`. */
function givesItsResult(name: string): boolean {
  return name === 'then' || selects(name) || SAME_ARGUMENT.test(name) || keepsItsArgument(name);
}

/** `signal(…)()` and useState's lazy reader: a call of what is itself the value. */
function readerCalled(file: SourceFile, call: CallNode, parts: EvidenceOfParts): Evidence {
  if (call.arguments.length > 0 || call.callee.type !== 'Identifier') return undefined;
  const value = resolveValue({ file, node: call.callee });
  return value.node.type === 'CallExpression' ? credentialOrNothing(parts.of(value.file, value.node)) : undefined;
}

/** Numbers, flags, comparisons and things of another trade stay what they are as JSON. */
function staysOther(file: SourceFile, node: Node): boolean {
  const inner = bare(node);
  const name = lastName(inner);
  if (name !== undefined && readName(name, file.settings.names).trade !== undefined) return true;
  const { node: value } = resolveValue({ file, node });
  if (value.type === 'Literal') return typeof value.value === 'number' || typeof value.value === 'boolean';
  return (value.type === 'UnaryExpression' && value.operator === '!') || (value.type === 'BinaryExpression' && value.operator !== '+');
}

/** `[scheme, token].join(' ')` is of its elements. */
function joined(object: Node, method: string): Node {
  const inner = bare(object);
  if (method !== 'join' || inner.type !== 'ArrayExpression') return object;
  return inner.elements.findLast((one) => one && one.type !== 'SpreadElement' && one.type !== 'Literal') ?? object;
}

function returned(file: SourceFile, fn: FunctionNode, parts: EvidenceOfParts): Evidence {
  return strongest(returnsOf(fn).map((one) => parts.of(file, one)));
}

function credentialOrNothing(evidence: Evidence): Evidence {
  return isCredential(evidence) ? evidence : undefined;
}

/** `new Promise((resolve) => … resolve(token))`: what is resolved with. */
function promised(file: SourceFile, call: CallNode, parts: EvidenceOfParts): Evidence {
  const executor = argumentAt(call, 0);
  const resolve = executor && isFunction(executor) ? executor.params[0] : undefined;
  if (resolve?.type !== 'Identifier') return undefined;
  const answers = callsOf(file)
    .filter(
      (one) =>
        one.callee.type === 'Identifier' &&
        one.callee.name === resolve.name &&
        call.range[0] < one.range[0] &&
        one.range[1] < call.range[1],
    )
    .map((one) => argumentAt(one, 0));
  return credentialOrNothing(strongest(answers.filter((one) => one !== undefined).map((one) => parts.of(file, one))));
}

/** `headers.get('x-auth-token')`, `params.get('access_token')`, `_.get(response, 'data.user.jwt')`: named by their text. */
function byLiteralArgument(file: SourceFile, call: CallNode, name: string): Evidence {
  if (!/^(?:get|getAll|header|getHeader|getResponseHeader|prop|property|pluck|param|query)$/.test(name)) return undefined;
  const texts = call.arguments
    .slice(0, 2)
    .map((one) => (one.type === 'SpreadElement' || one.type === 'ObjectExpression' ? undefined : staticText(file, one)));
  const text = texts.find((one) => one !== undefined && one !== '');
  if (text === undefined) return undefined;
  const last = text.split('.').at(-1) ?? text;
  return byName(file, call, last, readName(last, file.settings.names));
}
