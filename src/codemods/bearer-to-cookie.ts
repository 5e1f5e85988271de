import type { StorageExposure } from '../exposures/index.ts';
import { isCredentialKey } from '../exposures/storage-keys.ts';
import { storageExposures } from '../exposures/storage.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { bare, dressed, propertyName } from '../syntax/nodes.ts';
import type { Place } from '../flow/resolve.ts';
import { runtimeOf } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf } from '../syntax/source-file.ts';
import { isTestOfPackage } from '../syntax/test-files.ts';
import type { CodemodContext } from './define-codemod.ts';
import { defineCodemod } from './define-codemod.ts';
import { askForSessions } from './token-flow/asked-sessions.ts';
import { CallIndex } from './token-flow/calls.ts';
import { dropAttributeTypes } from './token-flow/component-types.ts';
import { carryCredentials, dropHeaderResets } from './token-flow/credentials.ts';
import { dropHeaders } from './token-flow/dropped-headers.ts';
import { rememberUnseen } from './token-flow/lone-requests.ts';
import { leaveKeptState } from './token-flow/kept-state.ts';
import { endSessions } from './token-flow/logout.ts';
import { dropOwnRenewal } from './token-flow/own-renewal.ts';
import { dropQueuedTokens } from './token-flow/queued-requests.ts';
import { isReceivedToken, sessionCallsIn, takenAgain } from './token-flow/received.ts';
import { loadSessionBeforeRecords } from './token-flow/records-at-start.ts';
import { Removal } from './token-flow/removal.ts';
import { retypeAnswers } from './token-flow/response-types.ts';
import { HolderDecisions } from './token-flow/decisions.ts';
import { dropSentOtherwise } from './token-flow/sent-otherwise.ts';
import { dropDeclaredMembers } from './token-flow/declared-shapes.ts';
import { rewriteTest } from './token-flow/session-tests.ts';
import { Holders } from './token-flow/holders.ts';
import { followOtherTabs } from './token-flow/storage-events.ts';
import { refStatesOf } from './token-flow/ref-states.ts';
import { StateFlags } from './token-flow/state-flags.ts';
import { statePartsOf, storedByName } from './token-flow/state-parts.ts';
import { endWhereCleared } from './token-flow/state-sign-outs.ts';
import { followSelected } from './token-flow/store-state.ts';
import { StoredObjects } from './token-flow/stored-objects.ts';
import { takingsOfRecords } from './token-flow/stored-records.ts';
import { sweepUnused } from './token-flow/sweep.ts';

/** Takes the token out of a front end: no storage, no header; the browser sends the session's cookie. */
export default defineCodemod({
  name: 'bearer-to-cookie',
  description: "Pages stop storing and sending the token: requests carry the session's cookie, checks ask hasSession()",
  side: 'client',
  hint: /token|jwt|bearer|authorization|storage|cookie|session|axios|fetch/i,
  applyTogether(contexts) {
    const pages = contexts.filter(
      ({ file, facts }) =>
        (facts.phase === 'all' || facts.phase === 'client') && runtimeOf(file) !== 'server' && runtimeOf(file) !== 'native',
    );
    if (pages.length > 0) new Rewrite(pages).run();
  },
});

const NOTHING: ReadonlySet<Node> = new Set();

/** The rewrite of a front end's files, together: a token is handed from file to file. */
class Rewrite {
  private readonly contexts: ReadonlyMap<SourceFile, CodemodContext>;
  private readonly files: readonly SourceFile[];
  private readonly index: CallIndex;
  private readonly removal: Removal;
  private readonly holders: Holders;
  private readonly decisions: HolderDecisions;
  private readonly objects: StoredObjects;

  constructor(contexts: readonly CodemodContext[]) {
    this.files = contexts.map(({ file }) => file);
    const [{ facts }] = contexts as readonly [CodemodContext];
    const client = { ...facts.client, ...sessionCallsIn(this.files, facts.client) };
    // A classic script has a session of its own, as a global.
    const factsOf = ({ facts: own }: CodemodContext): CodemodContext['facts'] => ({
      ...own,
      client: { ...client, session: own.client.session },
    });
    this.contexts = new Map(contexts.map((context) => [context.file, { ...context, facts: factsOf(context) }]));
    this.index = new CallIndex(this.files);
    this.removal = new Removal(this.index, (file) => this.of(file).changes);
    const holders = new Holders(this.index, client);
    this.holders = holders;
    this.decisions = new HolderDecisions(this.contexts, holders, this.index, this.removal);
    this.objects = new StoredObjects(this.contexts, holders, this.index);
  }

  private of(file: SourceFile): CodemodContext {
    return this.contexts.get(file)!;
  }

  run(): void {
    const roots: Place[] = [];
    const reads: Place[] = [...this.objects.takings];
    for (const context of this.contexts.values()) {
      const found = this.dropFrom(context);
      roots.push(...found.roots);
      reads.push(...found.reads);
    }
    const ofRecords = this.takingsLeft(reads);
    reads.push(...ofRecords);
    const flags = this.flagStates([...roots, ...reads]);
    followSelected(this.contexts, roots, this.holders, this.index);
    for (const { file, node } of ofRecords) this.decisions.addOfRecord(file, node);
    for (const { file, node } of [...roots, ...reads]) this.decisions.add(file, node);
    this.decisions.decideAndWrite(reads);
    for (const context of this.contexts.values()) {
      this.removal.dropEmptyInterceptors(context.file);
      this.removal.dropIdleOptions(context.file, /^prepareHeaders$/);
    }
    carryCredentials([...this.contexts.values()]);
    retypeAnswers([...this.contexts.values()]);
    this.objects.rename();
    for (const context of this.contexts.values()) mergeChecks(context);
    sweepUnused(this.files, this.index, (file) => this.of(file).changes, this.removal);
    for (const context of this.contexts.values()) if (!isTestOfPackage(context.file.path)) askForSessions(context, this.index);
    for (const context of this.contexts.values()) if (!isTestOfPackage(context.file.path)) leaveKeptState(context, flags);
    dropDeclaredMembers([...this.contexts.values()]);
    dropAttributeTypes(this.contexts, this.index);
    followOtherTabs([...this.contexts.values()].filter(({ file }) => !isTestOfPackage(file.path)));
    for (const { changes } of this.contexts.values()) changes.forgetUnusedImports();
    loadSessionBeforeRecords(this.contexts, this.index);
  }

  /** Tokens that are taken out of stored objects, which are asked for the session from now on. */
  private takingsLeft(known: readonly Place[]): Place[] {
    const nodes = new Set(known.map(({ node }) => node));
    return [...this.contexts.values()].flatMap(({ file, facts, changes }) =>
      isTestOfPackage(file.path)
        ? []
        : takingsOfRecords(file, facts.client.bodyKeys).flatMap((node) =>
            nodes.has(node) || changes.isGone(node) ? [] : [{ file, node }],
          ),
    );
  }

  /** Parts of states that held the token say whether somebody is signed in. @returns What they were called. */
  private flagStates(seeds: readonly Place[]): ReadonlySet<string> {
    const flags = new StateFlags({ contexts: this.contexts, holders: this.holders, index: this.index, removal: this.removal });
    const named = [...this.contexts.values()].flatMap(({ file, facts }) => storedByName(file, facts.client.bodyKeys));
    const refs = refStatesOf([...seeds, ...named], this.index);
    // A store that is made of refs keeps what they keep.
    const ofRefs = new Set(refs.flatMap(({ reads, writes }) => [...reads, ...writes].map(({ node }) => node)));
    const kept = statePartsOf(this.files, [...seeds, ...named]).filter(
      ({ reads, writes }) => ![...reads, ...writes].some(({ node }) => ofRefs.has(node)),
    );
    const parts = [...refs, ...kept];
    const cleared = parts.map((part) => flags.rewrite(part));
    endWhereCleared(
      this.contexts,
      cleared.flatMap((places) => places ?? []),
    );
    const isLeft = (name: string): boolean => parts.some((part, i) => part.name === name && cleared[i] === undefined);
    return new Set(parts.flatMap(({ name }) => (isLeft(name) ? [] : [name])));
  }

  /**
   * Takes headers, writes and the app's own renewal out of a file.
   *
   * @returns The values that went with them, and what is read or received in their stead.
   */
  private dropFrom(context: CodemodContext): { readonly roots: readonly Place[]; readonly reads: readonly Place[] } {
    const { file } = context;
    const handled = isTestOfPackage(file.path) ? rewriteTest(context, this.removal) : NOTHING;
    dropOwnRenewal(context, this.removal);
    const roots: Place[] = [...dropSentOtherwise(context, this.removal), ...dropHeaders(context, this.removal)];
    dropHeaderResets(context);
    dropQueuedTokens(context);
    const [reads, kept]: [Place[], Place[]] = [[], []];
    const stored = storageExposures(file).filter(({ node }) => !handled.has(node));
    for (const exposure of stored) {
      if (exposure.kind.endsWith('-write')) kept.push(...this.dropWrite(context, exposure));
      if (exposure.key.isOneOfMany && /-(?:write|read)$/.test(exposure.kind)) leaveOneOfMany(context, exposure);
      if (exposure.key.varyingBy !== undefined && this.isToken(exposure)) leaveSeveral(context, exposure, exposure.key.varyingBy);
      if (exposure.kind.endsWith('-read') && this.isToken(exposure)) reads.push({ file, node: exposure.node });
    }
    endSessions(
      context,
      stored.filter(({ kind }) => kind.endsWith('-remove')),
      (exposure) => !this.isToken(exposure),
    );
    return { roots: [...roots, ...kept], reads: [...reads, ...this.receivedIn(context, kept)] };
  }

  /** Whether the token itself is kept there, and not an object that holds it among other things. */
  private isToken(exposure: StorageExposure): boolean {
    return isCredentialKey(exposure.key.reading) && !exposure.key.isOneOfMany && !this.objects.has(exposure);
  }

  /** @returns What was stored. An object that held the token beside other things keeps the rest. */
  private dropWrite(context: CodemodContext, exposure: StorageExposure): { file: SourceFile; node: Node }[] {
    const { file, changes } = context;
    const { value } = exposure.access;
    if (this.isToken(exposure)) {
      if (!rememberUnseen(context, exposure)) dropCall(context, exposure);
      return value ? [{ file: value.file, node: value.node }] : [];
    }
    const literal = value && literalIn(value.node);
    if (!literal) return [];
    return literal.properties.flatMap((property) => {
      const name = property.type === 'Property' ? propertyName(property) : undefined;
      if (property.type !== 'Property' || name === undefined || !/token|jwt|bearer/i.test(name)) return [];
      changes.remove(property);
      return [{ file, node: property.value }];
    });
  }

  /** Every token that is taken out of a sign-in answer, and what is taken out of the same thing as one that was kept. */
  private receivedIn({ file, facts }: CodemodContext, kept: readonly Place[]): { file: SourceFile; node: Node }[] {
    const again = takenAgain(file, kept, facts.client);
    const members = nodesOf(file, 'MemberExpression').filter((node) => again.has(node) || isReceivedToken(file, node, facts.client));
    const patterns = nodesOf(file, 'Property').flatMap((node) =>
      node.parent.type === 'ObjectPattern' && isReceivedToken(file, node, facts.client) && node.value.type === 'Identifier'
        ? [node.value as Node]
        : [],
    );
    return [...members, ...patterns].map((node) => ({ file, node }));
  }
}

/** A write goes where nobody asks for its result; in a list whose elements are asked for by their place another takes its place. */
function dropCall({ changes, todo }: CodemodContext, { node, access }: StorageExposure): void {
  let at = dressed(node);
  while (at.parent?.type === 'YieldExpression') at = dressed(at.parent);
  const { parent } = at;
  if (parent?.type === 'VariableDeclarator' || parent?.type === 'AssignmentExpression' || parent?.type === 'PropertyDefinition')
    todo(node, 'storage-result-used', `this puts the token into ${access.storage}, and something asks for its result. Take it out.`);
  else if (parent?.type === 'ArrayExpression' && isAskedFor(parent)) changes.replace(node, 'null');
  else changes.remove(node);
}

/** The same code is for other keys too: a person takes the token's out. */
function leaveOneOfMany({ todo }: CodemodContext, { node, access, key }: StorageExposure): void {
  todo(
    node,
    'key-among-others',
    `this is for ${key.shown} in ${access.storage} as well as for other keys. Take it out of the list of keys.`,
  );
}

/** A cookie is one session; a token for each tenant was several at once. */
function leaveSeveral({ todo }: CodemodContext, { node, key }: StorageExposure, varyingBy: string): void {
  todo(
    node,
    'several-sessions',
    `there is a token for each \`${varyingBy}\` (${key.shown}), and the cookie is one session. Have the server know them all by it, ` +
      'or end one where another begins.',
  );
}

/** Whether the results of `Promise.all([…])`, of `yield all([…])`, are used. */
function isAskedFor(list: Node): boolean {
  let at = list;
  while (at.parent && /^(?:CallExpression|AwaitExpression|YieldExpression)$/.test(at.parent.type)) at = at.parent;
  return at.parent?.type !== 'ExpressionStatement';
}

/** `hasSession() && hasSession()`: two questions about the token have become one about the session. */
function mergeChecks({ file, changes }: CodemodContext): void {
  for (const node of nodesOf(file, 'LogicalExpression').toReversed()) {
    const left = changes.replaced.get(bare(node.left));
    if (left !== undefined && /^!?hasSession\(\)$/.test(left) && left === changes.replaced.get(bare(node.right)))
      changes.replace(node, left);
  }
}

/** The object literal that is stored as text. */
function literalIn(node: Node): TSESTree.ObjectExpression | undefined {
  const inner = bare(node);
  if (inner.type === 'ObjectExpression') return inner;
  const [first] = inner.type === 'CallExpression' ? inner.arguments : [];
  return first?.type === 'ObjectExpression' ? first : undefined;
}
