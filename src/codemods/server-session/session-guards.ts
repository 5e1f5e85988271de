import type { OwnFunction } from '../../apis/middleware/index.ts';
import { tokenReadsOf } from '../../apis/server/express-app.ts';
import { lastHandlers } from '../../app/answering.ts';
import { ownFunctions } from '../../app/handlers.ts';
import type { Route } from '../../app/route.ts';
import { originOf } from '../../flow/origin.ts';
import type { Place } from '../../flow/resolve.ts';
import { contains } from '../../syntax/nodes.ts';
import { textOf } from '../../syntax/source-file.ts';
import { queryTokensOf } from './query-tokens.ts';

const OF_LIBRARIES = /^(?:passport#authenticate|express-jwt#|express-oauth2-jwt-bearer#)/;

/** Whether what runs at a route takes the session's token out of a request: the cookie stands in for it. */
export function takesSession({ file, node }: Place): boolean {
  if (node.type === 'CallExpression' && OF_LIBRARIES.test(originOf(file, node.callee) ?? '')) return true;
  return ownFunctions({ file, node }, 2).some((fn) => takesToken(fn));
}

function takesToken({ file, node }: OwnFunction): boolean {
  return [...tokenReadsOf(file), ...queryTokensOf(file)].some((read) => contains(node, read.node));
}

/** The handlers of a route's own that run before the one that answers, where one of them lets nobody through without a session. */
export function guardedBy(route: Route): readonly Place[] {
  const last = new Set(lastHandlers(route).map(({ node }) => node));
  const end = route.handlers.findIndex(({ file, node }) => ownFunctions({ file, node }, 1).some((fn) => last.has(fn.node)));
  const before = route.handlers.slice(0, Math.max(end, 0));
  return before.some(isGuard) ? before : [];
}

/** By what it does, or by its name where what it does is out of sight. */
function isGuard(place: Place): boolean {
  const isKnown = ownFunctions(place, 1).length > 0;
  return (
    takesSession(place) || (!isKnown && /auth|protect|guard|verify|jwt|(?:signed|logged)[-_]?in/i.test(textOf(place.file, place.node)))
  );
}
