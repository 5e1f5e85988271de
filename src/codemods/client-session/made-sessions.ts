import type { SessionMaker, TokenKeeping } from '../../apis/auth/index.ts';
import { clientSessions } from '../../apis/auth/index.ts';
import { aliased, clientSessionExposures } from '../../exposures/client-session.ts';
import type { ClientSessionExposure } from '../../exposures/index.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { readsOf, variableOf } from '../../syntax/bindings.ts';
import type { ByType } from '../../syntax/by-type.ts';
import { byType } from '../../syntax/by-type.ts';
import { calleeName } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, contains, dressed, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';

/** A way down from a session, or from the token that stays on the server. */
export type Way = readonly string[];

/** A token that a callback puts into the session. */
export interface Put {
  readonly file: SourceFile;
  readonly maker: SessionMaker;
  /** What is reported: an assignment, a property, a spread. */
  readonly node: Node;
  /** Where it is in the session. Undefined where that is not known. */
  readonly at: Way | undefined;
  /** Where it is in the token that stays on the server. Undefined where it is not taken out of that. */
  readonly from: Way | undefined;
  /** Whether it is an object with a token in it, and not the token alone. */
  readonly isWhole: boolean;
}

/** A function that makes sessions, with what it puts into them and how the token is kept. */
export interface MadeSession {
  readonly file: SourceFile;
  readonly maker: SessionMaker;
  readonly keeping: TokenKeeping;
  readonly puts: readonly Put[];
}

/**
 * Every session callback of a file that puts a token into the session.
 *
 * @param withUsers Whether the sign-in's user counts, of whom it is not seen here that a token is part of it.
 */
export function madeSessions(file: SourceFile, withUsers = false): MadeSession[] {
  if (!withUsers && !clientSessionExposures(file).some(({ form }) => form === 'callback')) return [];
  return clientSessions.flatMap((api) =>
    [...api.makers(file)].flatMap((maker) => {
      const exposures = clientSessionExposures(file).filter((one) => one.form === 'callback' && isOf(file, maker, one));
      const puts = [...exposures.map(({ node }) => node), ...(withUsers ? usersPut(file, maker) : [])].map((node) =>
        putOf(file, maker, node),
      );
      return puts.length === 0 ? [] : [{ file, maker, keeping: api.keepingOf(file, maker), puts }];
    }),
  );
}

/** Whether a place belongs to a callback: it stands in it, or in a function of the file that it calls. */
function isOf(file: SourceFile, { fn }: SessionMaker, { node }: ClientSessionExposure): boolean {
  if (contains(fn, node)) return true;
  return nodesOf(file, 'CallExpression').some(
    (call) => contains(fn, call) && contains(resolveValue({ file, node: call.callee }).node, node) && call.arguments.length > 0,
  );
}

/** `session.user = token.user`, where that is the user as the sign-in returned it. */
function usersPut(file: SourceFile, maker: SessionMaker): Node[] {
  return [...nodesOf(file, 'AssignmentExpression'), ...nodesOf(file, 'Property')].filter((node) => {
    const from = contains(maker.fn, node) ? wayOf(file, valueAt(node), maker.token) : undefined;
    return from !== undefined && isUserOf(maker, from);
  });
}

function putOf(file: SourceFile, maker: SessionMaker, node: Node): Put {
  const value = valueAt(node);
  const local = namesWithin(file, maker, node);
  const from = wayOf(file, value, local.token);
  const isWhole = from !== undefined && (node.type === 'SpreadElement' || from.length === 0 || isUserOf(maker, from));
  return { file, maker, node, at: placeOf(file, node, local.session), from, isWhole };
}

/** `token.user`, where the sign-in's user is kept as it is. */
function isUserOf({ userMembers }: SessionMaker, from: Way): boolean {
  return from.length === 1 && userMembers.has(from[0]!);
}

/** What a place puts: the right side, the property's value, what is spread. */
export function valueAt(node: Node): Node {
  if (node.type === 'AssignmentExpression') return node.right;
  if (node.type === 'Property') return node.value;
  return node.type === 'SpreadElement' ? node.argument : node;
}

/** How the function around a place calls session and token: a helper has names of its own. */
function namesWithin(file: SourceFile, maker: SessionMaker, node: Node): { readonly session: string; readonly token: string | undefined } {
  if (contains(maker.fn, node)) return { session: maker.session, token: maker.token };
  for (const call of nodesOf(file, 'CallExpression')) {
    const { node: called } = resolveValue({ file, node: call.callee });
    if (!contains(maker.fn, call) || !('params' in called) || !contains(called, node)) continue;
    const nameOf = (given: string | undefined): string | undefined => {
      const parameter = called.params[call.arguments.findIndex((one) => given !== undefined && textOf(file, one) === given)];
      return parameter?.type === 'Identifier' ? parameter.name : undefined;
    };
    const session = nameOf(maker.session);
    if (session !== undefined) return { session, token: nameOf(maker.token) };
  }
  return { session: maker.session, token: maker.token };
}

/** Whether a way leads to a place or further down from it. */
export function isBelow(at: Way, path: Way): boolean {
  return at.every((step, i) => path[i] === step);
}

/** The way from a name down to an expression: `['user', 'token']` of `(token.user as User).token`. */
function wayOf(file: SourceFile, node: Node, name: string | undefined): Way | undefined {
  const inner = bare(node);
  if (name !== undefined && textOf(file, inner) === name) return [];
  // token.accessToken ?? '', token.user || {}
  if (inner.type === 'LogicalExpression' && inner.operator !== '&&') return wayOf(file, inner.left, name);
  const alias = aliased(file, inner);
  if (alias) return wayOf(file, alias, name);
  if (inner.type !== 'MemberExpression') return undefined;
  const of = wayOf(file, inner.object, name);
  const step = memberName(inner);
  return of && step !== undefined ? [...of, step] : undefined;
}

/** Where in the session a place puts something: by the assignment, return or call that it is part of. */
function placeOf(file: SourceFile, node: Node, session: string): Way | undefined {
  if (node.type === 'AssignmentExpression') return wayOf(file, node.left, session);
  if (node.type === 'Property') {
    const name = propertyName(node);
    const of = name === undefined ? undefined : placeOfObject(file, node.parent, session);
    return of && [...of, name!];
  }
  return placeOfObject(file, node.type === 'SpreadElement' ? node.parent : node, session);
}

function placeOfObject(file: SourceFile, object: Node, session: string, steps = 8): Way | undefined {
  const at = dressed(object);
  if (!at.parent || steps <= 0) return undefined;
  return byType(PLACES, at.parent, { file, at, session, outer: (one) => placeOfObject(file, one, session, steps - 1) });
}

/** An object on its way into the session, and what asks on of what is around it. */
interface Placed {
  readonly file: SourceFile;
  readonly at: Node;
  readonly session: string;
  readonly outer: (node: Node) => Way | undefined;
}

/** Where an object goes, by what it stands in. */
const PLACES: ByType<Way | undefined, [placed: Placed]> = {
  Property: (parent, { outer }) => {
    const name = propertyName(parent);
    const of = name === undefined ? undefined : outer(parent.parent);
    return of && [...of, name!];
  },
  AssignmentExpression: (parent, { file, at, session }) => (parent.right === at ? wayOf(file, parent.left, session) : undefined),
  ReturnStatement: () => [],
  ArrowFunctionExpression: () => [],
  SpreadElement: ({ parent }, { outer }) => outer(parent),
  LogicalExpression: (parent, { outer }) => outer(parent),
  ConditionalExpression: (parent, { outer }) => outer(parent),
  CallExpression: (parent, { file, at, session }) => {
    const [target] = parent.arguments;
    return calleeName(parent) === 'assign' && target && target !== at ? wayOf(file, target, session) : undefined;
  },
  VariableDeclarator: (parent, { file, outer }) => placeOfVariable(file, parent, outer),
};

/** `const user = { …, token }; session.user = user`. */
function placeOfVariable(file: SourceFile, { id }: TSESTree.VariableDeclarator, outer: (node: Node) => Way | undefined): Way | undefined {
  const variable = id.type === 'Identifier' ? variableOf(file, id) : undefined;
  const places = (variable ? readsOf(variable) : []).flatMap((read) => (read.parent?.type === 'MemberExpression' ? [] : [outer(read)]));
  return places.length === 1 ? places[0] : undefined;
}
