import { bindingOf } from '../../syntax/bindings.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, dressed, enclosingFunction, memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';
import type { CallIndex } from './calls.ts';
import { expiryChecks } from './expiry.ts';
import { flagQuestion, isFlag } from './flags.ts';
import type { Removal } from './removal.ts';
import type { Fate } from './rewrite-slots.ts';
import { sessionNameFor, SlotRewrite } from './rewrite-slots.ts';
import { expectSession } from './session-tests.ts';
import type { Slot, Slots } from './slots.ts';
import { localOf, patternProperty, stateHook } from './slots.ts';
import type { Use } from './uses.ts';
import { useOf } from './uses.ts';

type TerminalUse = Exclude<Use, { kind: 'flow' } | { kind: 'gone' }>;

/** Settles what becomes of everything that held a token, once its headers and storage writes are gone. */
export class Settlement {
  private readonly contexts: ReadonlyMap<SourceFile, CodemodContext>;
  private readonly slots: Slots;
  private readonly index: CallIndex;
  private readonly removal: Removal;
  private readonly found = new Set<Slot>();
  private readonly fates = new Map<Slot, Fate>();
  /** The type of the claims that a slot's token is decoded to, asked before anything is changed. */
  private readonly claims = new Map<Slot, string | undefined>();
  private readonly settledUses = new Set<Node>();

  constructor(contexts: ReadonlyMap<SourceFile, CodemodContext>, slots: Slots, index: CallIndex, removal: Removal) {
    this.contexts = contexts;
    this.slots = slots;
    this.index = index;
    this.removal = removal;
  }

  /** Takes an expression that gives a token into account: what it comes from, and what becomes of it. */
  add(file: SourceFile, node: Node): void {
    for (const source of this.slots.sourcesOf(file, node)) if (source.kind === 'slot') this.addSlot(source.slot);
    this.follow(file, node);
  }

  private follow(file: SourceFile, node: Node): void {
    const use = this.use(file, node);
    if (use.kind === 'flow') this.addSlot(use.slot);
  }

  private addSlot(slot: Slot): void {
    if (this.found.has(slot)) return;
    this.found.add(slot);
    for (const definition of this.slots.definitionsOf(slot)) {
      if (definition.form === 'pattern') continue;
      for (const source of this.slots.sourcesOf(definition.file, definition.value)) if (source.kind === 'slot') this.addSlot(source.slot);
    }
    this.addPatternSource(slot);
    for (const { file, node } of this.slots.readsOf(slot)) {
      if (node.type === 'Property') {
        const local = localOf(file, node);
        if (local) this.addSlot(this.slots.variable(file, local));
      } else this.follow(file, node);
    }
  }

  /** `const { token } = useAuth()`: the context's member is a holder too. */
  private addPatternSource(slot: Slot): void {
    if (slot.kind !== 'variable') return;
    const member = this.memberBehind(slot);
    if (member) this.addSlot(member);
  }

  private memberBehind(slot: Extract<Slot, { kind: 'variable' }>): Slot | undefined {
    const binding = bindingOf(slot.variable);
    if (binding.kind !== 'value' || binding.path.length !== 1) return undefined;
    const property = patternProperty(slot.variable);
    return property && this.slots.memberOfPattern(slot.file, slot.variable);
  }

  private use(file: SourceFile, node: Node): Use {
    return useOf(file, node, this.slots, this.index, (one) => this.context(one).changes);
  }

  private context(file: SourceFile): CodemodContext {
    return this.contexts.get(file)!;
  }

  /** Decides and writes. */
  settle(directReads: readonly { readonly file: SourceFile; readonly node: Node }[]): void {
    for (const slot of this.found) {
      this.fates.set(slot, this.fateOf(slot));
      this.claims.set(slot, this.claimsType(slot));
    }
    for (const slot of this.found) for (const use of this.usesOf(slot)) this.settleUse(use);
    for (const { file, node } of directReads) this.settleRead(file, node);
    const rewrite = new SlotRewrite({
      contexts: this.contexts,
      slots: this.slots,
      index: this.index,
      removal: this.removal,
      fates: this.fates,
      claims: this.claims,
    });
    // What becomes the session first: then it is seen which of the others nothing reads any more.
    const ofFate = (fate: Fate): Slot[] => [...this.found].filter((slot) => this.fates.get(slot) === fate);
    for (const slot of [...ofFate('session'), ...ofFate('flag'), ...ofFate('goes')]) rewrite.rewrite(slot);
  }

  /** Every use at the ends of where a slot's token goes. */
  private usesOf(slot: Slot, seen = new Set<Slot>()): TerminalUse[] {
    if (seen.has(slot)) return [];
    seen.add(slot);
    return this.slots.readsOf(slot).flatMap(({ file, node }) => {
      if (node.type === 'Property') {
        const local = localOf(file, node);
        return local ? this.usesOf(this.slots.variable(file, local), seen) : [];
      }
      const use = this.use(file, node);
      if (use.kind === 'flow') return this.usesOf(use.slot, seen);
      return use.kind === 'gone' ? [] : [use];
    });
  }

  private fateOf(slot: Slot): Fate {
    const uses = this.usesOf(slot);
    if (uses.some(({ kind }) => kind === 'other')) return 'stays';
    if (isFlag(slot, this.slots, this.index, (file, node) => this.use(file, node))) return 'flag';
    return uses.some(({ kind }) => kind === 'truth' || kind === 'decode') && this.isState(slot) ? 'session' : 'goes';
  }

  /** Whether a slot is state that components are drawn from: then it becomes the session, so that they still follow it. */
  private isState(slot: Slot, seen = new Set<Slot>()): boolean {
    if (seen.has(slot)) return false;
    seen.add(slot);
    if (slot.kind === 'variable') {
      if (stateHook(slot.file, slot.variable)) return true;
      const member = this.memberBehind(slot);
      return member !== undefined && this.isState(member, seen);
    }
    if (slot.kind !== 'member') return false;
    return this.slots
      .definitionsOf(slot)
      .some((definition) =>
        this.slots.sourcesOf(definition.file, definition.value).some((source) => source.kind === 'slot' && this.isState(source.slot, seen)),
      );
  }

  /** A read of a storage or of an answer that no variable stands between. */
  private settleRead(file: SourceFile, node: Node): void {
    const use = this.use(file, node);
    if (use.kind !== 'flow' && use.kind !== 'gone') this.settleUse(use);
  }

  private settleUse(use: TerminalUse): void {
    if (this.settledUses.has(use.node)) return;
    this.settledUses.add(use.node);
    this.settleTerminal(use);
  }

  private settleTerminal(use: TerminalUse): void {
    const { changes } = this.context(use.file);
    switch (use.kind) {
      case 'other':
        this.context(use.file).todo(use.node, `this still needs the token (${use.why}), which scripts cannot read any more.`);
        return;
      case 'dependency':
        if (!this.sessionName(use.file, use.node)) changes.remove(use.node);
        return;
      case 'truth': {
        if (this.isFlagged(use)) {
          const question = flagQuestion(use);
          if (question !== undefined) changes.replace(use.node, question);
          return;
        }
        const name = this.sessionName(use.file, use.node);
        if (name !== undefined) {
          if (use.node.type === 'BinaryExpression' || use.node.type === 'CallExpression')
            changes.replace(use.node, use.isNegated ? `!${name}` : name);
          return;
        }
        this.askHint(use.file, use.node, use.isNegated);
        return;
      }
      case 'expectation':
        expectSession(this.context(use.file), use.expectation);
        return;
      case 'decode':
        this.settleDecode(use);
        return;
    }
  }

  private isFlagged({ file, node }: Extract<Use, { kind: 'truth' }>): boolean {
    return this.slots.sourcesOf(file, subjectOf(node)).some((source) => source.kind === 'slot' && this.fates.get(source.slot) === 'flag');
  }

  /** A question about the token becomes one about the session. */
  private askHint(file: SourceFile, node: Node, isNegated: boolean): void {
    const { changes } = this.context(file);
    const { parent } = dressed(node);
    this.import(file, 'hasSession');
    // !isExpired(token): twice no.
    if (isNegated && parent?.type === 'UnaryExpression' && parent.operator === '!') changes.replace(parent, 'hasSession()');
    else if (isNegated) changes.replace(node, '!hasSession()');
    else changes.replace(withoutDoubt(node), 'hasSession()');
  }

  /** The name of the session where the expression reads one: a state or a context's member that becomes it. */
  private sessionName(file: SourceFile, node: Node): string | undefined {
    const at = subjectOf(node);
    for (const source of this.slots.sourcesOf(file, at)) {
      if (source.kind !== 'slot' || this.fates.get(source.slot) !== 'session') continue;
      return source.slot.kind === 'member' && at.type === 'MemberExpression'
        ? `${textOf(file, at.object)}.session`
        : sessionNameFor(source.slot);
    }
    return undefined;
  }

  /** The claims that some `jwtDecode<Claims>(token)` of the state takes out. */
  private claimsType(slot: Slot, seen = new Set<Slot>()): string | undefined {
    if (seen.has(slot)) return undefined;
    seen.add(slot);
    for (const use of this.usesOf(slot)) {
      if (use.kind === 'decode' && use.node.typeArguments?.params[0]) return textOf(use.file, use.node.typeArguments.params[0]);
    }
    // A context's member is decoded where its state is: beside the provider.
    for (const definition of slot.kind === 'member' ? this.slots.definitionsOf(slot) : []) {
      for (const source of this.slots.sourcesOf(definition.file, definition.value)) {
        const claims = source.kind === 'slot' ? this.claimsType(source.slot, seen) : undefined;
        if (claims !== undefined) return claims;
      }
    }
    return undefined;
  }

  /** `jwtDecode(token)` is what the server says of the user. */
  private settleDecode({ file, node }: Extract<Use, { kind: 'decode' }>): void {
    const { changes } = this.context(file);
    const { checks, holders, areAll } = expiryChecks(file, node);
    for (const check of checks) this.askHint(file, check.node, check.asksExpired);
    if (areAll) {
      for (const holder of holders) changes.remove(holder);
      return;
    }
    const [token] = node.arguments;
    const name = token && token.type !== 'SpreadElement' ? this.sessionName(file, token) : undefined;
    const user = name === undefined ? this.userOutside(file, node) : `${name}?.user`;
    if (user === undefined) {
      this.context(file).todo(node, 'the token cannot be decoded here any more. Ask getSession(), which answers with the user.');
      return;
    }
    const outer = dressed(node);
    const member = outer.parent?.type === 'MemberExpression' && outer.parent.object === outer ? outer.parent : undefined;
    const whole = dressed(member ?? outer);
    const text = member ? `${user}?.${memberName(member) ?? ''}` : user;
    const conditional = whole.parent;
    if (conditional?.type === 'ConditionalExpression' && conditional.consequent === whole) {
      changes.replace(conditional, `${text} ?? ${textOf(file, conditional.alternate)}`);
      return;
    }
    changes.replace(whole, text);
  }

  /** In an asynchronous function the server can be asked. */
  private userOutside(file: SourceFile, node: Node): string | undefined {
    const fn = enclosingFunction(node);
    if (!fn?.async) return undefined;
    this.import(file, 'getSession');
    return '(await getSession())?.user';
  }

  private import(file: SourceFile, name: string, isType = false): void {
    const { changes, facts } = this.context(file);
    changes.addImport({ source: importPath(file.path, facts.client.session), imported: name, local: name, isType });
  }
}

/** `!!token` made a boolean of the token: what takes its place is one already. */
function withoutDoubt(node: Node): Node {
  const once = dressed(node).parent;
  const twice = once?.parent;
  const isNot = (one: Node | undefined): one is TSESTree.UnaryExpression => one?.type === 'UnaryExpression' && one.operator === '!';
  return isNot(once) && isNot(twice) ? twice : node;
}

/** What a question is about: the token of `token === null`, of `isExpired(token)`. */
function subjectOf(question: Node): Node {
  const inner = bare(question);
  if (inner.type === 'BinaryExpression') return bare(inner.left);
  return inner.type === 'CallExpression' && inner.arguments[0] ? bare(inner.arguments[0]) : inner;
}
