import { bindingOf, readsOf, variableOf } from '../../syntax/bindings.ts';
import { styleOf } from '../../edits/style.ts';
import { argumentAt } from '../../syntax/functions.ts';
import type { FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, contains, dressed, enclosingFunction, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';
import type { CallIndex } from './calls.ts';
import { typeMembersOf } from './contexts.ts';
import type { Removal } from './removal.ts';
import { expectSession } from './session-tests.ts';
import type { Definition, Slot, Slots } from './slots.ts';
import { localOf, patternProperty, stateHook } from './slots.ts';
import type { Use } from './uses.ts';
import { useOf } from './uses.ts';

type TerminalUse = Exclude<Use, { kind: 'flow' } | { kind: 'gone' }>;

/** What is done with a holder of a token: it goes, it becomes the session, or a person has to see to it. */
type Fate = 'goes' | 'session' | 'stays';

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
    for (const slot of this.found) this.rewrite(slot);
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
    return this.slots.definitionsOf(slot).some((definition) => this.slots.sourcesOf(definition.file, definition.value).some((source) => source.kind === 'slot' && this.isState(source.slot, seen)));
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
        const name = this.sessionName(use.file, use.node);
        if (name !== undefined) {
          if (use.node.type === 'BinaryExpression' || use.node.type === 'CallExpression') changes.replace(use.node, use.isNegated ? `!${name}` : name);
          return;
        }
        changes.replace(use.isNegated ? use.node : withoutDoubt(use.node), use.isNegated ? '!hasSession()' : 'hasSession()');
        this.import(use.file, 'hasSession');
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

  /** The name of the session where the expression reads one: a state or a context's member that becomes it. */
  private sessionName(file: SourceFile, node: Node): string | undefined {
    const inner = bare(node);
    const at = inner.type === 'BinaryExpression' ? bare(inner.left) : inner.type === 'CallExpression' && inner.arguments[0] ? bare(inner.arguments[0]) : inner;
    for (const source of this.slots.sourcesOf(file, at)) {
      if (source.kind !== 'slot' || this.fates.get(source.slot) !== 'session') continue;
      return source.slot.kind === 'member' && at.type === 'MemberExpression' ? `${textOf(file, at.object)}.session` : this.nameFor(source.slot);
    }
    return undefined;
  }

  /** What a variable that becomes the session is called: `session`, unless its component has one. */
  private nameFor(slot: Slot): string {
    if (slot.kind !== 'variable') return 'session';
    const name = slot.variable.identifiers[0] as Node | undefined;
    const scope = (name && enclosingFunction(name)) ?? slot.file.ast;
    const taken = new Set(nodesOf(slot.file, 'Identifier').filter((one) => contains(scope, one)).map((one) => one.name));
    return ['session', 'currentSession', 'activeSession'].find((one) => !taken.has(one)) ?? 'session_';
  }

  /** `jwtDecode(token)` is what the server says of the user. */
  private settleDecode({ file, node }: Extract<Use, { kind: 'decode' }>): void {
    const { changes } = this.context(file);
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

  private rewrite(slot: Slot): void {
    const fate = this.fates.get(slot);
    if (fate === 'stays' || fate === undefined) return;
    if (slot.kind === 'variable') {
      if (fate === 'session') this.becomeSession(slot);
      else this.dropVariable(slot);
    } else if (slot.kind === 'return') this.removal.removeIfUnused(slot.file, slot.fn);
    else if (slot.kind === 'member') this.rewriteMember(slot, fate);
    else this.dropField(slot);
  }

  private dropVariable(slot: Extract<Slot, { kind: 'variable' }>): void {
    const { changes } = this.context(slot.file);
    const staying = changes.remaining(readsOf(slot.variable));
    if (staying.length > 0) return;
    const binding = bindingOf(slot.variable);
    if (binding.kind === 'parameter' && !this.dropParameter(slot, binding.fn, binding.index, binding.path.length === 0)) return;
    for (const definition of this.slots.definitionsOf(slot)) this.dropDefinition(definition);
    const property = patternProperty(slot.variable);
    if (property) this.dropPattern(slot.file, property);
  }

  /** A parameter goes only where every caller is known and follows. */
  private dropParameter(slot: Extract<Slot, { kind: 'variable' }>, fn: FunctionNode, index: number, isWhole: boolean): boolean {
    if (!isWhole) return true;
    if (!this.index.isOnlyCalled({ file: slot.file, node: fn }) || (this.index.callsTo(fn).length === 0 && this.index.referencesTo(slot.file, fn).length === 0 && !isNamed(fn))) return false;
    const parameter = fn.params[index];
    if (parameter) this.context(slot.file).changes.remove(parameter);
    return true;
  }

  private dropDefinition({ file, site, form, value }: Definition): void {
    const { changes } = this.context(file);
    switch (form) {
      case 'property':
        this.removal.removeProperty(file, site);
        return;
      case 'setter':
        this.rememberReceived(file, site, value);
        return;
      case 'return':
        return;
      case 'state':
      case 'init':
      case 'argument':
      case 'attribute':
      case 'assignment':
        changes.remove(site);
        return;
      case 'pattern':
        this.dropPattern(file, site);
    }
  }

  private dropPattern(file: SourceFile, property: Node): void {
    const { changes } = this.context(file);
    changes.remove(property);
    const pattern = property.parent;
    if (pattern?.type !== 'ObjectPattern' || !pattern.properties.every((one) => changes.goes(one))) return;
    // `const { token } = await login()`: the call stays, the pattern does not.
    const declarator = pattern.parent;
    if (declarator.type === 'VariableDeclarator' && declarator.init && !changes.isPure(declarator.init) && declarator.parent.declarations.length === 1) changes.replace(declarator.parent, `${textOf(file, declarator.init)}${styleOf(file).semicolon}`);
    else if (declarator.type === 'VariableDeclarator') changes.remove(declarator);
    else if (isFunction(declarator) && declarator.params.length === 1) changes.remove(pattern);
  }

  /** `const [token, setToken] = useState(…)` becomes `const session = useSession()`; setting it becomes taking note. */
  private becomeSession(slot: Extract<Slot, { kind: 'variable' }>): void {
    const { file, variable } = slot;
    const { changes } = this.context(file);
    const name = this.nameFor(slot);
    const state = stateHook(file, variable);
    if (state) {
      const claims = this.claims.get(slot);
      changes.replace(state.declarator, `${name} = useSession${claims === undefined ? '' : `<${claims}>`}()`);
      this.import(file, 'useSession');
      for (const definition of this.slots.definitionsOf(slot)) if (definition.form === 'setter') this.rememberReceived(file, definition.site, definition.value);
    }
    const property = patternProperty(variable);
    if (property) changes.replace(property, name === 'session' ? 'session' : `session: ${name}`);
    this.rename(file, variable, name);
  }

  private rename(file: SourceFile, variable: Extract<Slot, { kind: 'variable' }>['variable'], name: string): void {
    const { changes } = this.context(file);
    for (const read of changes.remaining(readsOf(variable))) {
      const { parent } = read;
      if (parent?.type === 'Property' && parent.shorthand && parent.value === read) {
        const member = this.memberOfProperty(file, parent);
        const key = member && this.fates.get(member) === 'session' ? 'session' : propertyName(parent) ?? name;
        changes.replace(parent, key === name ? name : `${key}: ${name}`);
      } else changes.replace(read, name);
    }
  }

  private memberOfProperty(file: SourceFile, property: TSESTree.Property): Slot | undefined {
    const use = this.use(file, property.value);
    return use.kind === 'flow' && use.slot.kind === 'member' ? use.slot : undefined;
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

  /** `setToken(data.token)` takes note of the session that the answer tells of; `setToken(null)` needs nothing. */
  private rememberReceived(file: SourceFile, call: Node, value: Node): void {
    const { changes } = this.context(file);
    if (changes.isGone(call)) return;
    const inner = bare(value);
    const answer = inner.type === 'MemberExpression' ? inner.object : this.answerBehind(file, inner);
    const isNothing = this.slots.sourcesOf(file, value).every(({ kind }) => kind === 'nothing' || kind === 'stored');
    if (!isNothing && answer) {
      changes.replace(call, `rememberSession(${textOf(file, answer)})`);
      this.import(file, 'rememberSession');
    } else changes.remove(call);
  }

  /** The answer that a variable's token was taken out of: `response.data` of `const { token } = response.data`. */
  private answerBehind(file: SourceFile, node: Node): Node | undefined {
    const variable = node.type === 'Identifier' ? variableOf(file, node) : undefined;
    const binding = variable && bindingOf(variable);
    if (binding?.kind !== 'value') return undefined;
    if (binding.path.length === 1) return bare(binding.init).type === 'AwaitExpression' || bare(binding.init).type === 'CallExpression' ? undefined : binding.init;
    const init = bare(binding.init);
    return init.type === 'MemberExpression' ? init.object : undefined;
  }

  private rewriteMember(slot: Extract<Slot, { kind: 'member' }>, fate: Fate): void {
    for (const definition of this.slots.definitionsOf(slot)) {
      const { changes } = this.context(definition.file);
      if (fate === 'goes') this.removal.removeProperty(definition.file, definition.site);
      else if (definition.site.type === 'Property' && !definition.site.shorthand && !changes.replaced.has(definition.site)) changes.replace(definition.site.key, 'session');
    }
    const { file, creation } = slot.context;
    const initial = argumentAt(creation, 0);
    if (initial?.type === 'ObjectExpression') {
      for (const property of initial.properties) {
        if (property.type !== 'Property' || propertyName(property) !== slot.name) continue;
        if (fate === 'goes') this.context(file).changes.remove(property);
        else this.context(file).changes.replace(property, 'session: null');
      }
    }
    for (const { file: home, node } of typeMembersOf(slot.context, slot.name)) {
      const { changes } = this.context(home);
      const end = /[;,]$/.exec(textOf(home, node))?.[0] ?? '';
      if (fate === 'goes') changes.remove(node);
      else {
        const claims = this.claims.get(slot);
        changes.replace(node, `session: Session${claims === undefined ? '' : `<${claims}>`} | null${end}`);
        this.import(home, 'Session', true);
      }
    }
  }

  private dropField(slot: Extract<Slot, { kind: 'field' }>): void {
    const reads = this.slots.readsOf(slot);
    if (reads.some(({ file, node }) => !this.context(file).changes.isGone(node) && !this.context(file).changes.replaced.has(node) && !isInReplaced(this.context(file), node))) return;
    for (const definition of this.slots.definitionsOf(slot)) this.dropDefinition(definition);
    if (slot.host.type === 'ObjectExpression') return;
    for (const element of slot.host.body.body) {
      if (element.type === 'PropertyDefinition' && propertyName(element) === slot.name) this.context(slot.file).changes.remove(element);
    }
  }
}

function isInReplaced({ changes }: CodemodContext, node: Node): boolean {
  for (let at: Node | undefined = node; at; at = at.parent) if (changes.replaced.has(at)) return true;
  return false;
}

/** `!!token` made a boolean of the token: what takes its place is one already. */
function withoutDoubt(node: Node): Node {
  const once = dressed(node).parent;
  const twice = once?.parent;
  const isNot = (one: Node | undefined): one is TSESTree.UnaryExpression => one?.type === 'UnaryExpression' && one.operator === '!';
  return isNot(once) && isNot(twice) ? twice : node;
}

function isNamed(fn: FunctionNode): boolean {
  return fn.id != null || fn.parent.type === 'VariableDeclarator' || fn.parent.type === 'MethodDefinition' || fn.parent.type === 'Property';
}

