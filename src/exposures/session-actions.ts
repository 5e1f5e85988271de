import type { OwnFunction } from '../apis/middleware/index.ts';
import { tokenReadsOf } from '../apis/server/express-app.ts';
import type { ResponseBody } from '../apis/server/index.ts';
import { bodyReadsOf } from '../apis/server/request-body.ts';
import type { Route } from '../app/route.ts';
import { ownFunctions } from '../app/handlers.ts';
import { isRefreshTokenName, readCookieName } from '../credentials/names.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import { calleeName, callsOf } from '../syntax/functions.ts';
import { calledFunction } from '../flow/calls.ts';
import type { CallNode, Node } from '../syntax/nodes.ts';
import { bare, contains, memberName } from '../syntax/nodes.ts';
import { shapeOf } from '../flow/objects.ts';
import { originOf } from '../flow/origin.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile } from '../syntax/source-file.ts';
import { staticText } from '../flow/static-text.ts';
import { bodyExposures } from './response-bodies.ts';
import { serversIn } from './server-apis.ts';
import { cookieExposures } from './server-cookies.ts';
import { either, whole } from '../credentials/alternatives.ts';

/** What the functions that run for a route do to sessions. */
export interface SessionActions {
  /** Whether it issues a session's credential, and in what. Unknown: what answers cannot be seen. */
  readonly issues: 'body' | 'cookie' | 'session' | 'no' | 'unknown';
  /** Whether it tries a password, or has a library try it. */
  readonly checksPassword: boolean;
  /** Whether it takes a refresh token out of the request. */
  readonly takesRefreshToken: boolean;
  /** Whether it ends a session: takes its cookie away, destroys it, forgets its refresh token. */
  readonly ends: boolean;
  /** Whether who asks has to be signed in, by a middleware of the route's own. */
  readonly isGuarded: boolean;
}

/** How many calls deep a handler is read: controller, service, a service's helper. */
const DEPTH = 4;

const actionsByRoute = new WeakMap<Node, SessionActions>();

/** What is done to sessions at a route. */
export function sessionActionsOf(route: Route): SessionActions {
  let actions = actionsByRoute.get(route.node);
  if (!actions) actionsByRoute.set(route.node, (actions = readActions(route)));
  return actions;
}

function readActions({ handlers }: Route): SessionActions {
  const answering = handlers.slice(-1).flatMap((place) => ownFunctions(place, DEPTH));
  const before = handlers.slice(0, -1).flatMap((place) => ownFunctions(place, 2));
  const all = [...before, ...answering];
  const direct = handlers.slice(0, -1).flatMap((place) => ownFunctions(place, 1));
  return {
    issues: issuedBy([...direct, ...answering], answering.length > 0 && !answering.some(respondsOutOfSight)),
    checksPassword: all.some((fn) => callsIn(fn).some((call) => triesPassword(fn.file, call))) || handlers.some(hasLibraryTry),
    takesRefreshToken: answering.some(takesRefreshToken),
    ends: answering.some(endsSession),
    isGuarded: before.some((fn) => tokenReadsOf(fn.file).some(({ node }) => contains(fn.node, node))),
  };
}

function issuedBy(functions: readonly OwnFunction[], isSeen: boolean): SessionActions['issues'] {
  const inFunctions = (file: SourceFile, node: Node): boolean => functions.some((fn) => fn.file === file && contains(fn.node, node));
  const files = [...new Set(functions.map(({ file }) => file))];
  if (files.some((file) => bodyExposures(file).some(({ handler, node }) => inFunctions(file, handler ?? node)))) return 'body';
  if (files.some((file) => cookieExposures(file).some(({ cookie }) => !cookie.isSession && inFunctions(file, cookie.node))))
    return 'cookie';
  if (functions.some(beginsStoredSession)) return 'session';
  return isSeen ? 'no' : 'unknown';
}

/** `res.json(await signIn(req.body))`, where it cannot be seen what that gives. */
function respondsOutOfSight(fn: OwnFunction): boolean {
  return responsesOf(fn).some(({ body }) => isOutOfSight(body) || entriesOf(body).some(isOutOfSight));
}

function entriesOf(body: Place): Place[] {
  return [...(shapeOf(body)?.entries.values() ?? [])].map(({ file, value }) => ({ file, node: value }));
}

function isOutOfSight(place: Place): boolean {
  const { file, node } = resolveValue(place);
  return node.type === 'CallExpression' && !calledFunction(file, node);
}

function callsIn({ file, node }: OwnFunction): CallNode[] {
  return callsOf(file).filter((call) => contains(node, call));
}

const COMPARES = whole([
  /bcrypt(?:js|-nodejs)?#(?:default\.)?compare(?:Sync)?/,
  /argon2#verify/,
  /@node-rs\/(?:bcrypt|argon2)#verify(?:Sync)?/,
]);
/** What an app's own models call it: `user.matchPassword(password)`. */
const COMPARES_BY_NAME = either(
  [
    /^(?:compare|verify|check|match|iscorrect|correct)_?(?:user|hashed|the)?_?pass(?:word|wd)?$/,
    /^is_?pass(?:word|wd)?_?(?:correct|match(?:ing|ed)?|right)$/,
    /^pass(?:word|wd)_?(?:compare|matches|verify)$/,
  ],
  'i',
);

function triesPassword(file: SourceFile, call: CallNode): boolean {
  const origin = originOf(file, call.callee) ?? '';
  return (
    COMPARES_BY_NAME.test(calleeName(call) ?? '') ||
    COMPARES.test(origin) ||
    (origin === 'passport#authenticate' && named(file, call) === 'local')
  );
}

/** `passport.authenticate('local')` in front of what answers; its other strategies guard. */
function hasLibraryTry({ file, node }: Place): boolean {
  return node.type === 'CallExpression' && originOf(file, node.callee) === 'passport#authenticate' && named(file, node) === 'local';
}

function named(file: SourceFile, call: CallNode): string | undefined {
  const [first] = call.arguments;
  return first && staticText(file, first);
}

/** `req.session.userId = user.id`, `req.login(user, …)`. */
function beginsStoredSession(fn: OwnFunction): boolean {
  return (
    callsIn(fn).some(
      (call) => call.callee.type === 'MemberExpression' && isRequest(call.callee.object) && /^log_?in$/i.test(calleeName(call) ?? ''),
    ) ||
    nodesOf(fn.file, 'AssignmentExpression').some(
      ({ left, range }) =>
        left.type === 'MemberExpression' &&
        isSession(left.object) &&
        /user|account|uid|^id$|member|logged|auth/i.test(memberName(left) ?? '') &&
        within(fn, range),
    )
  );
}

function within({ node }: OwnFunction, [start, end]: readonly [number, number]): boolean {
  return node.range[0] <= start && end <= node.range[1];
}

function isRequest(node: Node): boolean {
  return node.type === 'Identifier' && /^_?(?:req|request|ctx)$/.test(node.name);
}

/** `req.session`, `ctx.session`. */
function isSession(node: Node): boolean {
  const inner = bare(node);
  return inner.type === 'MemberExpression' && memberName(inner) === 'session' && isRequest(inner.object);
}

/** The names under which a file reads cookies as members: `refreshToken` of `req.cookies.refreshToken`. */
const cookieMembersOf = perFile((file) =>
  /cookies/.test(file.text)
    ? nodesOf(file, 'MemberExpression').filter(({ object }) => {
        const jar = bare(object);
        return jar.type === 'MemberExpression' && /^(?:cookies|signedCookies)$/.test(memberName(jar) ?? '');
      })
    : [],
);

function takesRefreshToken(fn: OwnFunction): boolean {
  return (
    bodyReadsOf(fn.file).some(({ name, node }) => isRefreshTokenName(name) && contains(fn.node, node)) ||
    cookieMembersOf(fn.file).some((member) => /refresh|^jid$/i.test(memberName(member) ?? '') && contains(fn.node, member))
  );
}

function endsSession(fn: OwnFunction): boolean {
  return (
    callsIn(fn).some(
      (call) =>
        call.callee.type === 'MemberExpression' &&
        ((isSession(call.callee.object) && calleeName(call) === 'destroy') ||
          (isRequest(call.callee.object) && /^log_?out$/i.test(calleeName(call) ?? ''))),
    ) || removesCookie(fn)
  );
}

function removesCookie(fn: OwnFunction): boolean {
  return serversIn(fn.file).some(
    (api) =>
      api.cookies &&
      [...api.cookies(fn.file)].some(({ operation, node, name }) => {
        const text = operation === 'remove' && contains(fn.node, node) && name ? staticText(name.file, name.node) : undefined;
        return text !== undefined && readCookieName(text, fn.file.settings.names).verdict !== 'other';
      }),
  );
}

/** What a function answers with. */
export function responsesOf(fn: OwnFunction): ResponseBody[] {
  return serversIn(fn.file).flatMap((api) =>
    api.responses ? [...api.responses(fn.file)].filter(({ node }) => contains(fn.node, node)) : [],
  );
}
