import type { Node } from '../../syntax/nodes.ts';
import { bare, dressed, enclosingFunction, propertyName } from '../../syntax/nodes.ts';
import { readsOf, variableOf } from '../../syntax/bindings.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { removeFromPattern } from '../token-flow/removal.ts';
import type { Removal } from '../token-flow/removal.ts';
import type { FoundSessions } from './found.ts';
import { leadsToToken } from './found.ts';
import type { MadeSession, Put, Way } from './made-sessions.ts';
import { isBelow, valueAt } from './made-sessions.ts';
import type { SessionRead } from './session-reads.ts';

const NOT_REWRITTEN = 'this puts a token into the session in a way that was not understood. Leave it in the token of the `jwt` callback.';
const IN_DATABASE =
  'sessions are kept in a database here, so that there is no encrypted token which a server could read the other one from. ' +
  'Take it out of the session, and read it from the database on the server.';
const OWN_WAY =
  "the session's cookie is named, encrypted or decrypted in a way of its own here, so that what is generated could not read it. " +
  'Read the token on the server by hand.';

/** Takes the tokens out of what session callbacks make. */
export function rewriteCallbacks(found: FoundSessions, of: (put: Pick<Put, 'file'>) => CodemodContext, removal: Removal): void {
  for (const made of found.made) {
    const context = of(made);
    if (made.keeping.ownWay === 'database') context.todo(made.puts[0]!.node, 'session-in-database', IN_DATABASE);
    else if (made.keeping.ownWay) context.todo(made.puts[0]!.node, 'session-cookie-of-its-own', OWN_WAY);
    else {
      for (const put of made.puts) rewritePut(put, found.reads, context, removal);
      dropIdle(made, context);
      dropUnusedToken(made, context);
    }
  }
}

function rewritePut(put: Put, reads: readonly SessionRead[], context: CodemodContext, removal: Removal): void {
  const { at, from, isWhole, node, file } = put;
  const isAsked = at !== undefined && reads.some(({ path }) => isBelow(at, path));
  if (!at || (!from && isAsked)) context.todo(node, 'session-callback-not-rewritten', NOT_REWRITTEN);
  else if (isWhole) narrow(put, at, reads, context);
  else if (node.type === 'Property') removal.removeProperty(file, node);
  else context.changes.remove(node);
}

/** NextAuth's own members of `session.user`, with the claims that they are taken of: next-auth.js.org/configuration/callbacks. */
const CLAIMS: Readonly<Record<string, string>> = { name: 'name', email: 'email', image: 'picture' };

/** Of an object with a token in it only what pages read goes into the session. */
function narrow({ file, node, from }: Put, at: Way, reads: readonly SessionRead[], { changes }: CodemodContext): void {
  const below = reads.flatMap((read) => (isBelow(at, read.path) ? [{ ...read, path: read.path.slice(at.length) }] : []));
  const value = bare(valueAt(node));
  const isOfLibrary = from?.length === 0 && at.at(-1) === 'user';
  const base = /^[\w$.]+$/.test(textOf(file, value)) ? textOf(file, value) : `(${textOf(file, value)})`;
  const entries = entriesOf(below, base, isOfLibrary ? CLAIMS : {}, from?.length === 0 ? '.' : '?.');
  if (node.type === 'SpreadElement') {
    if (entries.length === 0) changes.remove(node);
    else changes.replace(node, entries.join(', '));
    return;
  }
  if (node.type !== 'AssignmentExpression' || !isOfLibrary) {
    changes.replace(value, entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`);
    return;
  }
  // What the library puts there by itself is there without a word.
  const added = entries.filter((entry) => !/^(?:name|email|image):/.test(entry));
  if (added.length === 0) changes.remove(node);
  else changes.replace(value, `{ ...${textOf(file, node.left)}, ${added.join(', ')} }`);
}

type Below = readonly (Pick<SessionRead, 'file'> & { readonly path: Way })[];

function isTokenOnly(reads: Below, name: string): boolean {
  const own = reads.filter(({ path }) => path[0] === name && path.length > 1);
  const whole = reads.find(({ path }) => path[0] === name && path.length === 1);
  return whole !== undefined && leadsToToken(whole, [name]) && own.length === 0;
}

/** `id: token.id` for each member that pages read; an object of which they read members, without the tokens in it. */
function entriesOf(reads: Below, base: string, claims: Readonly<Record<string, string>>, dot: string): string[] {
  const names = new Set(reads.flatMap(({ path }) => path.slice(0, 1)));
  return [...names].flatMap((name) => {
    if (isTokenOnly(reads, name)) return [];
    const inner = reads.flatMap((read) => (read.path[0] === name && read.path.length > 1 ? [{ ...read, path: read.path.slice(1) }] : []));
    const from = `${base}${dot}${claims[name] ?? name}`;
    if (!inner.some((one) => one.path.length === 1 && leadsToToken(one, one.path))) return [`${name}: ${from}`];
    const entries = entriesOf(inner, from, {}, '?.');
    return entries.length === 0 ? [] : [`${name}: { ${entries.join(', ')} }`];
  });
}

/** `session({ session, token })` of which the token is not asked for any more. */
function dropUnusedToken({ file, maker: { fn } }: MadeSession, { changes }: CodemodContext): void {
  const [given] = fn.params;
  const property =
    given?.type === 'ObjectPattern' ? given.properties.find((one) => one.type === 'Property' && propertyName(one) === 'token') : undefined;
  const variable = property?.type === 'Property' && property.value.type === 'Identifier' ? variableOf(file, property.value) : undefined;
  const written = [...changes.replaced.values()].some(
    (text) => variable !== undefined && new RegExp(`(?<![\\w$.])${variable.name}(?![\\w$])`).test(text),
  );
  if (property && variable && readsOf(variable).length > 0 && changes.remaining(readsOf(variable)).length === 0 && !written)
    removeFromPattern(changes, property);
}

/** A callback that gives every session back as it got it goes. */
function dropIdle({ maker: { fn } }: MadeSession, { changes }: CodemodContext): void {
  if (fn.body.type !== 'BlockStatement') return;
  const left = fn.body.body.filter((statement) => !changes.goes(statement));
  const [only] = left;
  const returned = left.length === 1 && only?.type === 'ReturnStatement' && only.argument ? only.argument : undefined;
  const [given] = fn.params;
  const isSame = returned?.type === 'Identifier' && given !== undefined && namesGiven(given).includes(returned.name);
  const property = propertyOf(fn);
  if (isSame && left.length < fn.body.body.length && property && enclosingFunction(returned) === fn) changes.remove(property);
}

function namesGiven(parameter: Node): string[] {
  if (parameter.type === 'Identifier') return [parameter.name];
  return parameter.type === 'ObjectPattern'
    ? parameter.properties.flatMap((one) =>
        one.type === 'Property' && one.key.type === 'Identifier' && one.key.name === 'session' ? [one.key.name] : [],
      )
    : [];
}

function propertyOf(fn: Node): Node | undefined {
  const { parent } = dressed(fn);
  return parent?.type === 'Property' && parent.parent.type === 'ObjectExpression' ? parent : undefined;
}
