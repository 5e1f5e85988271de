import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, dressed, isFunction } from '../../syntax/nodes.ts';
import { clientSessions } from '../../apis/auth/index.ts';
import { readsOf, variableOf } from '../../syntax/bindings.ts';
import { runtimeAt } from '../../syntax/runtime.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import type { ClientSessionFacts } from '../facts.ts';
import { CallIndex } from '../token-flow/calls.ts';
import { HolderDecisions } from '../token-flow/decisions.ts';
import { carriedBy, dropHeader } from '../token-flow/dropped-headers.ts';
import { Holders } from '../token-flow/holders.ts';
import { Removal, removeFromPattern } from '../token-flow/removal.ts';
import { sweepUnused } from '../token-flow/sweep.ts';
import type { Backend } from './addresses.ts';
import type { Carriers } from './carriers.ts';
import { carriersOf, givenBy } from './carriers.ts';
import type { FoundSessions, TokenRead } from './found.ts';
import { findSessions, promisesToken } from './found.ts';
import type { MadeSession, Way } from './made-sessions.ts';
import { sendCookies } from './credentials.ts';
import { passCookies } from './passed-cookies.ts';
import { rewriteCallbacks } from './rewrite-callbacks.ts';
import { isQuestion, ServerReads } from './rewrite-server.ts';
import { requiredTokens, rewriteTypes } from './rewrite-types.ts';
import { routeRequests } from './routes.ts';
import { SessionPresence } from './session-presence.ts';
import { tokensGivenBack, unfollowedReads } from './unfollowed.ts';
import type { StoredCopies } from './stored-copies.ts';
import { dropCopies, handedProps, storedCopies } from './stored-copies.ts';

/** What was found out of an app's sessions, as far as what is generated has to know it. */
export interface SessionOutcome {
  readonly made: readonly MadeSession[];
  /** The backend that pages asked with the token. */
  readonly backend: Backend | undefined;
  /** The header that carried it, and what stood before the token there. */
  readonly header: string;
  readonly scheme: string;
  /** The way to the token in what stays on the server. */
  readonly token: Way | undefined;
  /** Whether pages' requests go to the generated route. */
  readonly isRouted: boolean;
  /** Where code of the server reads the token now, in place of taking it out of the session. */
  readonly serverReads: readonly TokenRead[];
}

const SEVERAL_TOKENS =
  'another token than elsewhere is taken out of the session here. What is generated reads one: read this one on the server by hand.';
const NOT_FOLLOWED = 'this looks like the token of a session, which has none any more. Send the request to the route of the app instead.';
const GIVEN_BACK = 'a page gives the session a token here, so script has it. Have the server renew it, in the `jwt` callback.';
const OTHER_WRITER =
  "this keeps a token from elsewhere under the key that a copy of the session's token is kept under, so that what reads the key may send " +
  'either. Sign in by NextAuth alone, or keep this one under a key of its own, and run the command again.';
const NOT_SEEN =
  'this takes a token out of the session, and it was not found what puts it there. See what does, and have the server use it.';

/** Takes the tokens out of an app's sessions, and has everything that used them do without. @returns Nothing where there are none. */
export function rewriteSessions(contexts: ReadonlyMap<SourceFile, CodemodContext>, facts: ClientSessionFacts): SessionOutcome | undefined {
  const files = [...contexts.keys()];
  const found = findSessions(files, facts.isAlone);
  if (found.puts.length === 0 && found.tokenReads.length === 0 && !files.some(promisesToken)) return undefined;
  return new SessionRewrite(contexts, facts, found).run();
}

class SessionRewrite {
  private readonly contexts: ReadonlyMap<SourceFile, CodemodContext>;
  private readonly facts: ClientSessionFacts;
  private readonly found: FoundSessions;
  private readonly index: CallIndex;
  private readonly removal: Removal;

  constructor(contexts: ReadonlyMap<SourceFile, CodemodContext>, facts: ClientSessionFacts, found: FoundSessions) {
    this.contexts = contexts;
    this.facts = facts;
    this.found = found;
    this.index = new CallIndex([...contexts.keys()]);
    this.removal = new Removal(this.index, (file) => this.of(file).changes);
  }

  private of(file: SourceFile): CodemodContext {
    return this.contexts.get(file)!;
  }

  run(): SessionOutcome {
    const taken = this.found.tokenReads.filter((read) => this.isOfPage(read));
    const servers = this.found.tokenReads.filter((read) => !taken.includes(read));
    const copies = storedCopies([...this.contexts.keys()], taken);
    this.leaveOtherWriters(copies);
    const props = handedProps(servers);
    const pages = [...taken, ...copies.reads, ...props.reads];
    // Next wants props, though there may be none.
    for (const { file, node } of props.given) this.of(file).changes.remove(node);
    const carriers = carriersOf([...this.contexts.keys()], pages);
    const token = this.tokenOf(carriers, servers);
    for (const read of this.found.tokenReads) this.leaveOthers(read, token);
    const asked = this.rewriteRequests(carriers);
    this.rewritePages(pages, carriers, copies);
    const server = new ServerReads(this.contexts, this.facts, new Set([...this.contexts.keys()].flatMap(requiredTokens)));
    for (const read of servers) if (!props.handed.has(read) && !this.of(read.file).changes.isGone(read.node)) server.rewrite(read);
    this.leaveUnfollowed();
    rewriteCallbacks(this.found, ({ file }) => this.of(file), this.removal);
    if (this.facts.cookie) passCookies(this.found.made, this.contexts, { ...this.facts.cookie, asked });
    for (const context of this.contexts.values()) {
      rewriteTypes(context);
      mergeQuestions(context);
      dropUnaskedSessions(context);
    }
    this.removeUnused();
    for (const { changes } of this.contexts.values()) changes.forgetUnusedImports();
    const [header] = carriers.headers;
    return {
      made: this.found.made,
      backend: asked,
      header: header?.header ?? 'Authorization',
      scheme: header?.scheme ?? 'Bearer ',
      token,
      isRouted: asked !== undefined && !this.facts.cookie,
      serverReads: server.taken,
    };
  }

  /** What goes may have been the last to use something else. */
  private removeUnused(): void {
    for (let round = 0; round < 3; round++) {
      sweepUnused([...this.contexts.keys()], this.index, (file) => this.of(file).changes, this.removal);
      for (const context of this.contexts.values()) {
        this.removal.dropEmptyInterceptors(context.file);
        this.removal.dropIdleOptions(context.file, /^prepareHeaders$/);
        dropUnreadElements(context);
        dropUnreadParameters(context);
        dropUnaskedSessions(context);
      }
    }
  }

  /** Whether a read is for pages: it stands in one, or a server hands it to a component as an attribute. */
  private isOfPage(read: TokenRead): boolean {
    const { file, node, source } = read;
    if (source.side === 'page' && runtimeAt(file, node) !== 'server') return true;
    const given = givenBy(read);
    const { parent } = dressed(given);
    if (given.parent && parent?.type === 'JSXExpressionContainer') return true;
    const declared =
      parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : node.type === 'Property' ? given : undefined;
    const variable = declared?.type === 'Identifier' ? variableOf(file, declared) : undefined;
    const uses = variable ? readsOf(variable).filter((one) => !isQuestion(one)) : [];
    return uses.length > 0 && uses.every((one) => dressed(one).parent?.type === 'JSXExpressionContainer');
  }

  /** The way to the one token that is sent. */
  private tokenOf({ headers }: Carriers, servers: readonly TokenRead[]): Way | undefined {
    const sent = headers.flatMap(({ reads }) => reads);
    const needed = servers.filter(({ node }) => !isQuestion(node));
    return (
      [...sent, ...needed, ...servers].find(({ from }) => from !== undefined)?.from ?? this.found.puts.find(({ isWhole }) => !isWhole)?.from
    );
  }

  private leaveOthers({ file, node, from }: TokenRead, token: Way | undefined): void {
    if (isQuestion(node)) return;
    if (!from && this.facts.isAlone) return;
    if (!from) this.of(file).todo(node, 'token-not-in-session', NOT_SEEN);
    else if (token && from.join('.') !== token.join('.')) this.of(file).todo(node, 'several-tokens', SEVERAL_TOKENS);
  }

  /** A copy that reads of its key cannot be told from another token. */
  private leaveOtherWriters({ others }: StoredCopies): void {
    for (const { file, node } of others) this.contexts.get(file)?.todo(node, 'key-of-two-tokens', OTHER_WRITER);
  }

  /** What looks like a session, and was not found to be one: then it is not known what becomes of it. */
  private leaveUnfollowed(): void {
    const names = new Set(this.found.puts.flatMap(({ at, isWhole }) => (at && !isWhole ? [at.at(-1)!] : [])));
    for (const { from } of this.found.tokenReads) if (from) names.add(from.at(-1)!);
    const known = new Set<Node>(this.found.reads.map(({ node }) => node));
    for (const { file, todo } of this.contexts.values()) {
      for (const node of unfollowedReads(file, names)) if (!known.has(node)) todo(node, 'session-not-followed', NOT_FOLLOWED);
      for (const node of tokensGivenBack(file)) todo(node, 'token-given-to-session', GIVEN_BACK);
    }
  }

  /** Requests go to the generated route, or send a cookie. @returns The backend that they ask. */
  private rewriteRequests(carriers: Carriers): Backend | undefined {
    const { cookie, route, keepsSlashes } = this.facts;
    // What goes to the backend itself may end in a slash.
    const { backend, edits, left } = routeRequests(carriers, this.contexts, { keepsSlashes: keepsSlashes || cookie !== undefined });
    for (const { file, node, reason, text } of left) this.of(file).todo(node, reason, text);
    if (cookie) sendCookies(carriers, (file) => this.of(file));
    else for (const { file, node, text } of edits) this.of(file).changes.replace(node, text(route));
    const [first, ...others] = carriers.headers;
    for (const { file, node, header, scheme } of others)
      if (scheme !== first!.scheme || header.toLowerCase() !== first!.header.toLowerCase())
        this.of(file).todo(node, 'several-tokens', SEVERAL_TOKENS);
    return backend;
  }

  private rewritePages(pages: readonly TokenRead[], carriers: Carriers, copies: StoredCopies): void {
    const [anyContext] = this.contexts.values();
    if (!anyContext) return;
    const holders = new Holders(this.index, anyContext.facts.client);
    const presence = new SessionPresence(this.contexts, new Map(pages.map((read) => [givenBy(read), read])));
    const decisions = new HolderDecisions(this.contexts, holders, this.index, this.removal, presence);
    const roots = carriers.headers.flatMap((header) => {
      const carried = carriedBy(header);
      dropHeader(this.of(header.file), header, this.removal);
      return carried;
    });
    const reads = pages.map((read) => ({ file: read.file, node: givenBy(read) }));
    roots.push(...dropCopies(copies, (file) => this.of(file)));
    for (const { file, node } of [...roots, ...reads]) if (this.contexts.has(file)) decisions.add(file, node);
    decisions.decideAndWrite(reads);
    presence.write();
  }
}

/** `([url, token]) => …` of a key's elements, of which the last is not asked for any more. */
function dropUnreadElements({ file, changes }: CodemodContext): void {
  if (changes.isEmpty) return;
  for (const pattern of nodesOf(file, 'ArrayPattern')) {
    const last = pattern.elements.at(-1);
    const variable = last?.type === 'Identifier' && pattern.elements.length > 1 ? variableOf(file, last) : undefined;
    if (!variable || readsOf(variable).length === 0 || changes.remaining(readsOf(variable)).length > 0) continue;
    const staying = pattern.elements.slice(0, -1).map((one) => (one ? textOf(file, one) : ''));
    const type = pattern.typeAnnotation ? textOf(file, pattern.typeAnnotation) : '';
    changes.replace(pattern, `[${staying.join(', ')}]${type}`);
  }
}

/** `getServerSideProps({ req, res })` of which nothing is asked for any more. */
function dropUnreadParameters({ file, changes }: CodemodContext): void {
  if (changes.isEmpty) return;
  for (const property of nodesOf(file, 'Property')) {
    const { parent, value } = property;
    if (parent.type !== 'ObjectPattern' || !isFunction(parent.parent) || value.type !== 'Identifier') continue;
    const variable = variableOf(file, value);
    const isUnread = variable && readsOf(variable).length > 0 && changes.remaining(readsOf(variable)).length === 0;
    if (isUnread && !isWritten(changes, variable.name) && !parent.properties.some((one) => one.type === 'RestElement'))
      removeFromPattern(changes, property);
  }
}

/** `session && session` of what asked for both the session and its token. */
function mergeQuestions({ file, changes }: CodemodContext): void {
  const written = (node: Node): string => changes.replaced.get(node) ?? changes.replaced.get(bare(node)) ?? textOf(file, node);
  const isChanged = (node: Node): boolean => changes.replaced.has(node) || changes.replaced.has(bare(node));
  for (const node of nodesOf(file, 'LogicalExpression').toReversed()) {
    if (node.operator === '??' || changes.isGone(node)) continue;
    const [left, right] = [textWith(node.left, written), textWith(node.right, written)];
    const isOurs = [node.left, node.right].some((one) => isChanged(one) || (one.type === 'UnaryExpression' && isChanged(one.argument)));
    if (isOurs && left === right) changes.replace(node, left);
  }
}

function textWith(node: Node, written: (node: Node) => string): string {
  return node.type === 'UnaryExpression' && node.operator === '!' ? `!${written(node.argument)}` : written(node);
}

/** A session that nothing is asked of any more is not asked for. */
function dropUnaskedSessions({ file, changes }: CodemodContext): void {
  if (changes.isEmpty) return;
  const calls = clientSessions.flatMap((api) => [...api.sources(file)]).map(({ node }) => node);
  for (const call of calls) {
    const { parent } = dressed(call);
    if (call.type !== 'CallExpression' || parent?.type !== 'VariableDeclarator') continue;
    const names = namesIn(parent.id);
    const variables = names.flatMap((name) => variableOf(file, name) ?? []);
    const wasRead = variables.some((variable) => readsOf(variable).length > 0);
    const isRead = variables.some((variable) => changes.remaining(readsOf(variable)).length > 0 || isWritten(changes, variable.name));
    if (wasRead && !isRead) changes.remove(parent);
  }
}

function namesIn(pattern: TSESTree.BindingName | TSESTree.Node): Node[] {
  if (pattern.type === 'Identifier') return [pattern];
  if (pattern.type !== 'ObjectPattern') return [];
  return pattern.properties.flatMap((one) => (one.type === 'Property' ? namesIn(one.value) : namesIn(one.argument)));
}

/** Whether new code names it. */
function isWritten({ replaced, inserted }: CodemodContext['changes'], name: string): boolean {
  const names = new RegExp(`(?<![\\w$.])${name}(?![\\w$])`);
  return [...replaced.values()].some((text) => names.test(text)) || inserted.some(({ text }) => !text.startsWith('//') && names.test(text));
}
