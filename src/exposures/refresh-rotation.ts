import type { OwnFunction } from '../apis/middleware/index.ts';
import { calleeName, callsOf } from '../syntax/functions.ts';
import type { CallNode, Node } from '../syntax/nodes.ts';
import { contains, memberName } from '../syntax/nodes.ts';
import { perFile, textOf } from '../syntax/source-file.ts';
import { staticText } from '../flow/static-text.ts';
import { whereIs } from './app-protection.ts';
import type { Route } from '../app/route.ts';
import { appsOf } from '../app/apps.ts';
import { routeName } from './auth-routes.ts';
import { isRenewal } from './session-routes.ts';
import type { RotationExposure } from './exposure.ts';
import { ownFunctions } from '../app/handlers.ts';
import { serversIn } from './server-apis.ts';
import { signingsOf } from './token-sources.ts';
import { either } from '../credentials/alternatives.ts';

/** Refresh endpoints that hand out a new access token and let the old refresh token live on: a stolen one works until it ends. */
export const rotationExposures = perFile((file): readonly RotationExposure[] =>
  appsOf(file).flatMap((app) => {
    const route = app.routes.find((one) => !one.isForDevelopment && isRenewal(one) && renewsWithoutRotation(one));
    return route ? [{ kind: 'refresh-without-rotation', file, node: app.node, route: routeName(route), where: whereIs(file, route) }] : [];
  }),
);

const ISSUES = /^(?:generate|create|sign|issue|make|build|new|gen)\w*(?:token|jwt)$|^sign(?:Async)?$/i;
const ISSUES_BOTH = either(
  [
    /(?:generate|create|issue|sign|make|build|get|refresh|set|send)\w*tokens$/,
    /token_?pair/,
    /^(?:generate|create|sign|issue|make|build|new|gen|set|send|save|store|add|attach|rotate|renew|replace|update)\w*refresh/,
  ],
  'i',
);
const STORES =
  /^(?:create|insert|save|update|set|add|replace|store|findOneAndUpdate|findByIdAndUpdate|updateOne|upsert|create\w*Token|generate\w*)$/;

function renewsWithoutRotation({ handlers }: Route): boolean {
  const functions = handlers.slice(-1).flatMap((place) => ownFunctions(place, 4));
  if (!functions.some(({ file, node }) => /refresh[_-]?token|\bjid\b/i.test(textOf(file, node)))) return false;
  if (functions.some(({ file, node }) => /rotat/i.test(textOf(file, node)))) return false;
  const calls = functions.flatMap((fn) => callsIn(fn));
  return calls.some(({ call }) => ISSUES.test(calleeName(call) ?? '')) && !issuesRefreshToken(functions, calls);
}

interface Call {
  readonly fn: OwnFunction;
  readonly call: CallNode;
}

function callsIn(fn: OwnFunction): Call[] {
  return callsOf(fn.file)
    .filter((call) => contains(fn.node, call))
    .map((call) => ({ fn, call }));
}

/** Whether a new refresh token is made, kept or sent: by a call's name, by its secret, by a second signing, in a cookie. */
function issuesRefreshToken(functions: readonly OwnFunction[], calls: readonly Call[]): boolean {
  if (calls.some(({ call }) => ISSUES_BOTH.test(calleeName(call) ?? '') || isStoredInModel(call))) return true;
  const files = [...new Set(functions.map(({ file }) => file))];
  const isIn = (node: Node, file: OwnFunction['file']): boolean => functions.some((fn) => fn.file === file && contains(fn.node, node));
  const signings = files.flatMap((file) =>
    [...signingsOf(file).values()].filter((one) => isIn(one.node, file)).map((one) => ({ file, ...one })),
  );
  if (
    new Set(signings.map(({ node }) => node)).size > 1 ||
    signings.some(({ file, secret, node }) =>
      /refresh/i.test((secret ? textOf(file, secret) : '') + textOf(file, node.callee) + textOf(file, node).replace(/^[^,]*/, '')),
    )
  )
    return true;
  return files.some((file) =>
    serversIn(file).some(
      (api) =>
        api.cookies &&
        [...api.cookies(file)].some(
          (one) =>
            one.operation === 'write' &&
            isIn(one.node, file) &&
            one.name !== undefined &&
            /refresh|^jid$/i.test(staticText(one.name.file, one.name.node) ?? textOf(one.name.file, one.name.node)),
        ),
    ),
  );
}

/** `RefreshToken.create(…)`: what is kept for the next time is a new one. */
function isStoredInModel(call: CallNode): boolean {
  if (call.callee.type !== 'MemberExpression' || !STORES.test(memberName(call.callee) ?? '')) return false;
  const { object } = call.callee;
  const name = object.type === 'Identifier' ? object.name : object.type === 'MemberExpression' ? memberName(object) : undefined;
  return name !== undefined && /refresh|sessions?$/i.test(name);
}
