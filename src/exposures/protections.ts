import type { MiddlewareApi, OwnFunction, Policy, Protection } from '../apis/middleware/index.ts';
import { middlewares } from '../apis/middleware/index.ts';
import { ownFunctions } from '../app/handlers.ts';
import { isOfPackage } from '../app/own-modules.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import { calleeName, callsOf } from '../syntax/functions.ts';
import type { Node } from '../syntax/nodes.ts';
import { bare, contains, isClass, memberName } from '../syntax/nodes.ts';
import { originOf } from '../flow/origin.ts';
import { first } from './first.ts';
import { resolveThroughModules } from '../flow/value-uses.ts';

/** Whether a handler protects: it does, it does not, or it cannot be seen from here. */
export type Verdict = 'yes' | 'no' | 'unknown';

/** What a middleware is called by those who wrote it, where what it does cannot be seen: that is believed. */
const NAMES: Readonly<Record<Protection, RegExp>> = {
  csrf: /csrf|xsrf|same-?origin|cross-?(?:site|origin-?protection)|check-?origin|verify-?origin|fetch-?metadata/i,
  headers: /helmet|secur\w*-?headers?|content-?security|\bcsp\b|^csp|security/i,
  'rate-limit': /rate-?limit|limiter|throttl|slow-?down|brute|too-?many/i,
};

/** Whether a handler, as it stands in a registration, protects from something. */
export function protectionBy(place: Place, protection: Protection): Verdict {
  return apiOf(place, protection) ? 'yes' : byParts(place, protection);
}

/** What a handler does to the Content-Security-Policy; undefined where it does nothing to it. */
export function policyBy(place: Place): Policy | undefined {
  const api = apiOf(place, 'headers');
  if (api) return policyOf(api, place);
  const functions = ownFunctions(place);
  const found = first(elementsOf(place) ?? [], policyBy) ?? first(functions, policyOfCalls);
  if (found) return found;
  const byHand = middlewares.find((one) => one.protects === 'headers' && one.isWrittenIn?.(functions));
  if (byHand) return byHand.policy?.(functions.find((one) => byHand.isWrittenIn?.([one])) ?? functions[0]!);
  return isCalled(place.node, 'headers') ? { state: 'set', at: place } : undefined;
}

function policyOf(api: MiddlewareApi, place: Place): Policy {
  return api.policy?.(place) ?? { state: 'set', at: place };
}

/** What a function does by calling a library. */
function policyOfCalls({ file, node: fn }: OwnFunction): Policy | undefined {
  return first(callsOf(file), (node) => {
    const call = { file, node };
    const api = contains(fn, node) ? apiOf(call, 'headers') : undefined;
    return api?.origin && policyOf(api, call);
  });
}

/** The library that a handler is from, where it takes effect. */
function apiOf(place: Place, protection: Protection): MiddlewareApi | undefined {
  const origin = originOf(place.file, place.node);
  return origin === undefined
    ? undefined
    : middlewares.find((api) => api.protects === protection && api.origin?.test(origin) && (api.applies?.(place) ?? true));
}

function byParts(place: Place, protection: Protection): Verdict {
  // config: { rateLimit: { max: 5 } } stands for a handler of its own.
  if (place.node.type === 'Property')
    return protection === 'rate-limit' && resolveValue({ file: place.file, node: place.node.value }).node.type !== 'Literal' ? 'yes' : 'no';
  if (
    isCalled(place.node, protection) &&
    !middlewares.some((api) => api.protects === protection && api.origin?.test(originOf(place.file, place.node) ?? ''))
  )
    return 'yes';
  const elements = elementsOf(place);
  if (elements) return worst(elements.map((one) => protectionBy(one, protection)));
  const functions = ownFunctions(place);
  if (functions.length > 0) return doneIn(functions, protection) ? 'yes' : 'no';
  const origin = originOf(place.file, place.node);
  if (origin === undefined) return isClass(resolveThroughModules(place).node) ? 'no' : 'unknown';
  return isOfPackage(place.file, origin) ? 'no' : 'unknown';
}

function worst(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes('yes') ? 'yes' : verdicts.includes('unknown') ? 'unknown' : 'no';
}

/** The handlers of a list, in place or spread. */
function elementsOf({ file, node }: Place): Place[] | undefined {
  const { file: home, node: list } = resolveValue({ file, node: node.type === 'SpreadElement' ? node.argument : node });
  return list.type === 'ArrayExpression' ? list.elements.flatMap((one) => (one ? [{ file: home, node: one }] : [])) : undefined;
}

/** Whether functions of the app ask a library, or do it by hand. */
export function doneIn(functions: readonly OwnFunction[], protection: Protection): boolean {
  return (
    functions.some(({ file, node }) =>
      callsOf(file).some(
        (call) =>
          contains(node, call) && (apiOf({ file, node: call }, protection)?.origin !== undefined || isCalled(call.callee, protection)),
      ),
    ) || middlewares.some((api) => api.protects === protection && api.isWrittenIn?.(functions))
  );
}

/** Whether the name of a handler, or of what makes it, says that it protects. */
function isCalled(node: Node, protection: Protection): boolean {
  const inner = bare(node.type === 'SpreadElement' ? node.argument : node);
  const names =
    inner.type === 'Identifier'
      ? [inner.name]
      : inner.type === 'MemberExpression'
        ? [memberName(inner), inner.object.type === 'Identifier' ? inner.object.name : undefined]
        : inner.type === 'CallExpression' || inner.type === 'NewExpression'
          ? [
              calleeName(inner),
              inner.callee.type === 'MemberExpression' && inner.callee.object.type === 'Identifier' ? inner.callee.object.name : undefined,
            ]
          : [];
  return names.some((name) => name !== undefined && NAMES[protection].test(name));
}
