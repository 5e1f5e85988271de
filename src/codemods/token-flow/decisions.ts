import type { Changes } from '../../edits/changes.ts';
import { bindingOf } from '../../syntax/bindings.ts';
import { returnsOf } from '../../syntax/functions.ts';
import type { Node } from '../../syntax/nodes.ts';
import { bare, dressed, functionName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';
import type { CallIndex, Located } from './calls.ts';
import { flagCheck, isFlag } from './flags.ts';
import { dropLogged } from './logged.ts';
import { isOfOwnAnswer } from './received.ts';
import type { Removal } from './removal.ts';
import { rewriteDecoding } from './rewrite-decoding.ts';
import { sessionNameFor, HolderRewrite } from './rewrite-holders.ts';
import { expectSession } from './session-tests.ts';
import type { Action } from './holder-actions.ts';
import type { Definition, Holder } from './holder.ts';
import type { Holders } from './holders.ts';
import { declaredState } from './declared-state.ts';
import { localOf, patternProperty } from './pattern-names.ts';
import { readsOfSetter } from './state-setters.ts';
import { askTracked, isTracked } from './tracked-state.ts';
import { mayBeReadElsewhere } from './unseen-readers.ts';
import type { Use } from './uses.ts';
import type { SessionQuestions } from './questions.ts';
import { askInstead, subjectOf, withoutDoubt } from './questions.ts';
import { useOf } from './uses.ts';

type TerminalUse = Exclude<Use, { kind: 'flow' } | { kind: 'gone' }>;

/** Decides what is done with everything that held a token, once its headers and storage writes are gone, and writes that. */
export class HolderDecisions {
  private readonly contexts: ReadonlyMap<SourceFile, CodemodContext>;
  private readonly holders: Holders;
  private readonly index: CallIndex;
  private readonly removal: Removal;
  private readonly questions: SessionQuestions | undefined;
  private readonly found = new Set<Holder>();
  private readonly actions = new Map<Holder, Action>();
  /** The type of the claims that a holder's token is decoded to, found before anything is changed. */
  private readonly claims = new Map<Holder, string | undefined>();
  private readonly rewrittenUses = new Set<Node>();
  /** Members of stored objects, which stay without the token. */
  private readonly ofRecords = new Set<Node>();

  /** @param questions What is asked about the session where the app has its own; `hasSession()` where it has none. */
  constructor(
    contexts: ReadonlyMap<SourceFile, CodemodContext>,
    holders: Holders,
    index: CallIndex,
    removal: Removal,
    questions?: SessionQuestions,
  ) {
    this.contexts = contexts;
    this.holders = holders;
    this.index = index;
    this.removal = removal;
    this.questions = questions;
  }

  /** Takes an expression that gives a token into account: what it comes from, and what becomes of it. */
  add(file: SourceFile, node: Node): void {
    for (const source of this.holders.sourcesOf(file, node)) if (source.kind === 'holder') this.addHolder(source.holder);
    this.follow(file, node);
  }

  /** The same of a member of a stored object, which stays without the token: who asks for it asks for the object too. */
  addOfRecord(file: SourceFile, node: Node): void {
    this.ofRecords.add(node);
    this.add(file, node);
  }

  private follow(file: SourceFile, node: Node): void {
    const use = this.use(file, node);
    if (use.kind === 'flow') this.addHolder(use.holder);
  }

  private addHolder(holder: Holder): void {
    if (this.found.has(holder) || this.holders.isClaimed(holder)) return;
    this.found.add(holder);
    for (const definition of this.holders.definitionsOf(holder)) {
      if (definition.form === 'pattern') continue;
      for (const source of this.holders.sourcesOf(definition.file, definition.value))
        if (source.kind === 'holder') this.addHolder(source.holder);
    }
    this.addPatternSource(holder);
    for (const { file, node } of this.holders.readsOf(holder)) {
      if (node.type === 'Property') {
        const local = localOf(file, node);
        if (local) this.addHolder(this.holders.variable(file, local));
      } else this.follow(file, node);
    }
  }

  /** `const { token } = useAuth()`: the context's member is a holder too. */
  private addPatternSource(holder: Holder): void {
    if (holder.kind !== 'variable') return;
    const member = this.memberBehind(holder);
    if (member) this.addHolder(member);
  }

  private memberBehind(holder: Extract<Holder, { kind: 'variable' }>): Holder | undefined {
    const binding = bindingOf(holder.variable);
    if (binding.kind !== 'value' || binding.path.length !== 1) return undefined;
    const property = patternProperty(holder.variable);
    return property && this.holders.memberBehind(holder.file, holder.variable.identifiers[0] as Node);
  }

  private use(file: SourceFile, node: Node): Use {
    const use = useOf(file, node, this.holders, this.index, (one) => this.context(one).changes);
    const isKey = use.kind === 'other' && this.questions?.inKey(use.file, use.node) !== undefined;
    return isKey ? { kind: 'dependency', file: use.file, node: use.node } : use;
  }

  private context(file: SourceFile): CodemodContext {
    return this.contexts.get(file)!;
  }

  /** Decides and writes. */
  decideAndWrite(directReads: readonly { readonly file: SourceFile; readonly node: Node }[]): void {
    for (const holder of this.found) {
      this.actions.set(holder, this.actionFor(holder));
      this.claims.set(holder, this.claimsType(holder));
    }
    for (const holder of this.found) {
      for (const use of this.usesOf(holder)) this.rewriteUse(use);
      for (const { file, node } of this.settersAway(holder))
        this.context(file).todo(
          node,
          'setter-handed-on',
          'this is handed what sets the token: rememberSession() and endSession() are to be called instead.',
        );
    }
    for (const { file, node } of directReads) this.rewriteRead(file, node);
    const rewrite = new HolderRewrite({
      contexts: this.contexts,
      holders: this.holders,
      index: this.index,
      removal: this.removal,
      actions: this.actions,
      hasOwnSession: this.questions !== undefined,
      claims: this.claims,
    });
    // What becomes the session first: then it is seen which of the others nothing reads any more.
    const withAction = (action: Action): Holder[] => [...this.found].filter((holder) => this.actions.get(holder) === action);
    for (const holder of [...withAction('session'), ...withAction('flag')]) rewrite.rewrite(holder);
    // What one hands on is read until that goes: whichever was looked at first is looked at again.
    let before = -1;
    for (let passes = 5; passes > 0 && before < this.size; passes--) {
      before = this.size;
      for (const holder of withAction('remove')) rewrite.rewrite(holder);
    }
    rewrite.dropFields(withAction('remove'));
  }

  /** How much is changed so far. */
  private get size(): number {
    return [...this.contexts.values()].reduce((sum, { changes }) => sum + changes.size, 0);
  }

  /** Every use at the ends of where a holder's token goes. */
  private usesOf(holder: Holder, seen = new Set<Holder>()): TerminalUse[] {
    if (seen.has(holder)) return [];
    seen.add(holder);
    const reads = this.holders.readsOf(holder);
    if (holder.kind === 'member' && reads.length === 0 && mayBeReadElsewhere(holder.made))
      return this.holders.definitionsOf(holder).map(handedToUnseen);
    if (holder.kind === 'return' && reads.length === 0 && this.removal.namesMethod(holder.fn)) return [givenAway(holder)];
    return reads.flatMap(({ file, node }) => {
      if (node.type === 'Property') {
        const local = localOf(file, node);
        return local ? this.usesOf(this.holders.variable(file, local), seen) : [];
      }
      const use = this.use(file, node);
      if (use.kind === 'flow') return this.usesOf(use.holder, seen);
      return use.kind === 'gone' ? [] : [use];
    });
  }

  private actionFor(holder: Holder): Action {
    const uses = this.usesOf(holder);
    const states = this.statesBehind(holder);
    if (uses.some(({ kind }) => kind === 'other') || states.some((state) => this.settersAway(state).length > 0)) return 'keep';
    if (this.questions) return uses.every((use) => this.questions!.isAnswered(use)) ? 'remove' : 'keep';
    if (isFlag(holder, this.holders, this.index, (file, node) => this.use(file, node))) return 'flag';
    return uses.some(({ kind }) => kind === 'truth' || kind === 'decode') && states.length > 0 ? 'session' : 'remove';
  }

  /** Where what sets a state is handed to something that is not known: the state has to stay, for whoever sets it there. */
  private settersAway(holder: Holder): Located[] {
    const setter = holder.kind === 'variable' ? declaredState(holder.file, holder.variable)?.setter : undefined;
    if (!setter || holder.kind !== 'variable') return [];
    return readsOfSetter({ file: holder.file, variable: setter }, this.holders, this.index).filter(({ isKnown }) => !isKnown);
  }

  /** The state that components are drawn from which a holder is or takes its token out of. */
  private statesBehind(holder: Holder, seen = new Set<Holder>()): Holder[] {
    if (seen.has(holder)) return [];
    seen.add(holder);
    if (holder.kind === 'variable') {
      if (declaredState(holder.file, holder.variable)) return [holder];
      const member = this.memberBehind(holder);
      return member ? this.statesBehind(member, seen) : [];
    }
    if (holder.kind !== 'member') return [];
    return this.holders
      .definitionsOf(holder)
      .flatMap(({ file, value }) =>
        this.holders.sourcesOf(file, value).flatMap((source) => (source.kind === 'holder' ? this.statesBehind(source.holder, seen) : [])),
      );
  }

  /** A read of a storage or of a response that no variable stands between. */
  private rewriteRead(file: SourceFile, node: Node): void {
    const use = this.use(file, node);
    if (use.kind !== 'flow' && use.kind !== 'gone') this.rewriteUse(use);
  }

  private rewriteUse(use: TerminalUse): void {
    if (this.rewrittenUses.has(use.node)) return;
    this.rewrittenUses.add(use.node);
    this.rewriteEnd(use);
  }

  private rewriteEnd(use: TerminalUse): void {
    const { changes } = this.context(use.file);
    switch (use.kind) {
      case 'other':
        this.context(use.file).todo(
          use.node,
          'token-needed',
          `this still needs the token (${use.why}), which scripts cannot read any more.`,
        );
        return;
      case 'dependency':
        this.rewriteDependency(use);
        return;
      case 'truth': {
        if (this.isFlagged(use)) {
          const question = flagCheck(use);
          if (question !== undefined) changes.replace(use.node, question);
          return;
        }
        const name = this.sessionName(use.file, use.node);
        if (name !== undefined) {
          if (use.node.type === 'BinaryExpression' || use.node.type === 'CallExpression')
            changes.replace(use.node, use.isNegated ? `!${name}` : name);
          return;
        }
        this.checkSession(use.file, use.node, use.isNegated);
        return;
      }
      case 'logged':
        dropLogged(use.file, changes, use.logged);
        return;
      case 'expectation':
        expectSession(this.context(use.file), use.expectation);
        return;
      case 'decode':
        if (this.questions) {
          this.context(use.file).todo(use.node, 'token-decoded', this.questions.onDecoded);
          return;
        }
        rewriteDecoding(use, {
          of: (file) => this.context(file),
          index: this.index,
          sessionName: (file, node) => this.sessionName(file, node),
          checkSession: this.checkSession.bind(this),
        });
        return;
    }
  }

  private rewriteDependency(use: TerminalUse): void {
    const { changes } = this.context(use.file);
    const instead = this.questions?.dependency(use.file, use.node);
    if (instead !== undefined) changes.replace(use.node, instead);
    else if (this.ofRecords.has(bare(use.node))) dependOnObject(changes, use);
    else if (!this.sessionName(use.file, use.node) && !this.isStaying(use)) changes.remove(use.node);
  }

  /** Whether what is named there stays: a hook that keeps other things too has to follow them. */
  private isStaying({ file, node }: TerminalUse): boolean {
    return this.holders.sourcesOf(file, node).some((source) => source.kind === 'holder' && this.actions.get(source.holder) === 'keep');
  }

  private isFlagged({ file, node }: Extract<Use, { kind: 'truth' }>): boolean {
    return this.holders
      .sourcesOf(file, subjectOf(node))
      .some((source) => source.kind === 'holder' && this.actions.get(source.holder) === 'flag');
  }

  /** A question about the token becomes one about the session. */
  private checkSession(file: SourceFile, node: Node, isNegated: boolean): void {
    const { changes } = this.context(file);
    const { parent } = dressed(node);
    if (this.questions) {
      askInstead(this.context(file), this.questions, node, isNegated);
      return;
    }
    if (isTracked(this.holders, file, node)) {
      askTracked(this.context(file), node, isNegated);
      return;
    }
    const asked = bare(node);
    if (asked.type === 'MemberExpression' && !asked.computed && isOfOwnAnswer(file, asked, this.context(file).facts.client)) {
      changes.replace(asked.property, 'expires_at');
      return;
    }
    this.import(file, 'hasSession');
    const object = this.objectAsked(file, node);
    if (object !== undefined) {
      changes.replace(node, bracketed(node, `${object} && hasSession()`));
      return;
    }
    // !isExpired(token): twice no.
    if (isNegated && parent?.type === 'UnaryExpression' && parent.operator === '!') changes.replace(parent, 'hasSession()');
    else if (isNegated) changes.replace(node, '!hasSession()');
    else changes.replace(withoutDoubt(node), 'hasSession()');
  }

  /** `user?.token` asks whether there is a user too, of whom the token is a part. */
  private objectAsked(file: SourceFile, node: Node): string | undefined {
    const asked = bare(node);
    if (asked.type !== 'MemberExpression' || !asked.optional) return undefined;
    if (this.ofRecords.has(asked)) return textOf(file, asked.object);
    const isPart = this.holders.sourcesOf(file, asked).some((source) => source.kind === 'holder' && source.holder.kind === 'part');
    return isPart ? textOf(file, asked.object) : undefined;
  }

  /** The name of the session where the expression reads one: a state or a context's member that becomes it. */
  private sessionName(file: SourceFile, node: Node): string | undefined {
    const at = subjectOf(node);
    for (const source of this.holders.sourcesOf(file, at)) {
      if (source.kind !== 'holder' || this.actions.get(source.holder) !== 'session') continue;
      return source.holder.kind === 'member' && at.type === 'MemberExpression'
        ? `${textOf(file, at.object)}.session`
        : sessionNameFor(source.holder);
    }
    return undefined;
  }

  /** The claims that some `jwtDecode<Claims>(token)` of the state takes out. */
  private claimsType(holder: Holder, seen = new Set<Holder>()): string | undefined {
    if (seen.has(holder)) return undefined;
    seen.add(holder);
    for (const use of this.usesOf(holder)) {
      if (use.kind === 'decode' && use.node.typeArguments?.params[0]) return textOf(use.file, use.node.typeArguments.params[0]);
    }
    // A context's member is decoded where its state is: beside the provider.
    for (const definition of holder.kind === 'member' ? this.holders.definitionsOf(holder) : []) {
      for (const source of this.holders.sourcesOf(definition.file, definition.value)) {
        const claims = source.kind === 'holder' ? this.claimsType(source.holder, seen) : undefined;
        if (claims !== undefined) return claims;
      }
    }
    return undefined;
  }

  private import(file: SourceFile, name: string, isType = false): void {
    const { changes, facts } = this.context(file);
    changes.addImport({ source: importPath(file.path, facts.client.session), imported: name, local: name, isType });
  }
}

/** `[user?.token]` follows the user. */
function dependOnObject(changes: Changes, { file, node }: TerminalUse): void {
  const { parent } = dressed(node);
  const member = bare(node);
  if (member.type !== 'MemberExpression' || parent?.type !== 'ArrayExpression') return;
  const text = textOf(file, member.object);
  const isNamed = parent.elements.some((one) => one !== null && textOf(file, one) === text);
  if (isNamed) changes.remove(node);
  else changes.replace(node, text);
}

function bracketed(node: Node, text: string): string {
  return /^(?:Unary|Logical|Binary)Expression$/.test(dressed(node).parent?.type ?? '') ? `(${text})` : text;
}

/** A member of what a context hands down to files that are not seen. */
function handedToUnseen({ file, site }: Definition): TerminalUse {
  return { kind: 'other', file, node: site, why: 'the context hands it to other files, which are not looked at' };
}

/** A method that gives the token to callers that are not known. */
function givenAway({ file, fn }: Extract<Holder, { kind: 'return' }>): TerminalUse {
  return { kind: 'other', file, node: returnsOf(fn)[0] ?? fn, why: `\`${functionName(fn) ?? ''}\` gives it to whoever asks` };
}
