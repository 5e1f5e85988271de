import { SHARED_HOSTS } from '../apis/server/shared-hosts.ts';
import { calledFunction } from '../flow/calls.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import { staticText } from '../flow/static-text.ts';
import { argumentAt, calleeName } from '../syntax/functions.ts';
import type { Node } from '../syntax/nodes.ts';
import { enclosingFunction, isFunction } from '../syntax/nodes.ts';
import { nodesWithin } from '../syntax/source-file.ts';
import { matchesOrigin, STRANGER } from './origin-patterns.ts';

/** Where everybody is let in who has a site on a shared host: the text or pattern that does so, and the host. */
export interface HostLetIn {
  readonly place: Place;
  readonly host: string;
}

/** `origin.endsWith('.vercel.app')`, `/\.netlify\.app$/` in an origin setting, or in what decides on an origin around it. */
export function sharedHostIn(origin: Place): HostLetIn | undefined {
  const value = resolveValue(origin);
  const scope = isFunction(value.node) ? value.node : (deciderAround(value.node) ?? value.node);
  return hostWithin({ file: value.file, node: scope }) ?? hostInHelpers({ file: value.file, node: scope });
}

/** The handler that answers with an origin, where it is the caller's own that is answered with. */
function deciderAround(node: Node): Node | undefined {
  return /^(?:Identifier|MemberExpression|CallExpression)$/.test(node.type) ? enclosingFunction(node) : undefined;
}

function hostWithin({ file, node: scope }: Place): HostLetIn | undefined {
  for (const call of nodesWithin(file, 'CallExpression', scope)) {
    const given = /^(?:endsWith|includes|indexOf)$/.test(calleeName(call) ?? '') ? argumentAt(call, 0) : undefined;
    const text = given && staticText(file, given);
    const host = text === undefined ? undefined : namedSharedHost(text.replace(/^(?:https?:\/\/)?\*?\.?/, ''));
    if (given && host !== undefined) return { place: { file, node: given }, host };
  }
  for (const literal of nodesWithin(file, 'Literal', scope)) {
    const host = 'regex' in literal ? hostMatching(literal.regex.pattern, literal.regex.flags) : undefined;
    if (host !== undefined) return { place: { file, node: literal }, host };
  }
  return undefined;
}

/** `if (isAllowed(origin))`: a function of the app that decides. */
function hostInHelpers({ file, node }: Place): HostLetIn | undefined {
  for (const call of isFunction(node) ? nodesWithin(file, 'CallExpression', node) : []) {
    const called = calledFunction(file, call);
    const found = called && hostWithin(called);
    if (found) return found;
  }
  return undefined;
}

function namedSharedHost(text: string): string | undefined {
  return SHARED_HOSTS.find((host) => host === text);
}

/** The shared host of which a pattern takes a name that nobody would have listed. */
function hostMatching(pattern: string, flags: string): string | undefined {
  if (matchesOrigin(pattern, flags, STRANGER)) return undefined;
  return SHARED_HOSTS.find((host) => matchesOrigin(pattern, flags, `https://stranger-of-all.${host}`));
}
