import { bindingOf, readsOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt } from '../../syntax/functions.ts';
import type { FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, contains, enclosingFunction, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';
import type { CallIndex } from './calls.ts';
import { typeMembersOf } from './contexts.ts';
import type { EntrySlot } from './entries.ts';
import { entryGivers, entryReads, objectsGiven } from './entries.ts';
import { becomeFlag } from './flags.ts';
import { endState } from './logout.ts';
import type { Removal } from './removal.ts';
import { removeFromPattern } from './removal.ts';
import type { Definition, Slot, Slots } from './slots.ts';
import { patternProperty, stateHook } from './slots.ts';
import { useOf } from './uses.ts';

/** What is done with a holder of a token: it goes, it becomes the session, or a person has to see to it. */
export type Fate = 'goes' | 'session' | 'flag' | 'stays';

/** What was found out of the holders before any of them is written anew. */
export interface Decisions {
  readonly contexts: ReadonlyMap<SourceFile, CodemodContext>;
  readonly slots: Slots;
  readonly index: CallIndex;
  readonly removal: Removal;
  readonly fates: ReadonlyMap<Slot, Fate>;
  /** The type of the claims that a slot's token is decoded to. */
  readonly claims: ReadonlyMap<Slot, string | undefined>;
}

/** Writes what becomes of the holders: they go with what only made them, or become the session. */
export class SlotRewrite {
  private readonly decisions: Decisions;

  constructor(decisions: Decisions) {
    this.decisions = decisions;
  }

  rewrite(slot: Slot): void {
    const fate = this.decisions.fates.get(slot);
    if (fate === 'stays' || fate === undefined) return;
    if (slot.kind === 'variable') {
      if (fate === 'session') this.becomeSession(slot);
      else if (fate === 'flag') becomeFlag(slot, this.decisions.slots, (file) => this.context(file));
      else this.dropVariable(slot);
    } else if (slot.kind === 'return') this.decisions.removal.removeIfUnused(slot.file, slot.fn);
    else if (slot.kind === 'member') this.rewriteMember(slot, fate);
    else if (slot.kind === 'entry') this.dropEntry(slot);
    else this.dropField(slot);
  }

  private import(file: SourceFile, name: string, isType = false): void {
    const { changes, facts } = this.context(file);
    changes.addImport({ source: importPath(file.path, facts.client.session), imported: name, local: name, isType });
  }

  private context(file: SourceFile): CodemodContext {
    return this.decisions.contexts.get(file)!;
  }

  private dropVariable(slot: Extract<Slot, { kind: 'variable' }>): void {
    const { changes } = this.context(slot.file);
    const staying = changes.remaining(readsOf(slot.variable));
    if (staying.length > 0) return;
    const binding = bindingOf(slot.variable);
    if (binding.kind === 'parameter' && !this.dropParameter(slot, binding.fn, binding.index, binding.path.length === 0)) return;
    for (const definition of this.decisions.slots.definitionsOf(slot)) this.dropDefinition(definition);
    const property = patternProperty(slot.variable);
    if (property) removeFromPattern(this.context(slot.file).changes, property);
  }

  /** A parameter goes only where every caller is known and follows. */
  private dropParameter(slot: { readonly file: SourceFile }, fn: FunctionNode, index: number, isWhole: boolean): boolean {
    if (!isWhole) return true;
    if (
      !this.decisions.index.isOnlyCalled({ file: slot.file, node: fn }) ||
      (this.decisions.index.callsTo(fn).length === 0 && this.decisions.index.referencesTo(slot.file, fn).length === 0 && !isNamed(fn))
    )
      return false;
    const parameter = fn.params[index];
    if (parameter) this.context(slot.file).changes.remove(parameter);
    return true;
  }

  private dropDefinition({ file, site, form, value }: Definition): void {
    const { changes } = this.context(file);
    switch (form) {
      case 'property':
        this.decisions.removal.removeProperty(file, site);
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
        removeFromPattern(changes, site);
    }
  }

  /** `const [token, setToken] = useState(…)` becomes `const session = useSession()`; setting it becomes taking note. */
  private becomeSession(slot: Extract<Slot, { kind: 'variable' }>): void {
    const { file, variable } = slot;
    const { changes } = this.context(file);
    const name = sessionNameFor(slot);
    const state = stateHook(file, variable);
    if (state) {
      const claims = this.decisions.claims.get(slot);
      changes.replace(state.declarator, `${name} = useSession${claims === undefined ? '' : `<${claims}>`}()`);
      this.import(file, 'useSession');
      for (const definition of this.decisions.slots.definitionsOf(slot))
        if (definition.form === 'setter') this.rememberReceived(file, definition.site, definition.value);
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
        const key = member && this.decisions.fates.get(member) === 'session' ? 'session' : (propertyName(parent) ?? name);
        changes.replace(parent, key === name ? name : `${key}: ${name}`);
      } else changes.replace(read, name);
    }
  }

  private memberOfProperty(file: SourceFile, property: TSESTree.Property): Slot | undefined {
    const use = useOf(file, property.value, this.decisions.slots, this.decisions.index, (one) => this.context(one).changes);
    return use.kind === 'flow' && use.slot.kind === 'member' ? use.slot : undefined;
  }

  /** `setToken(data.token)` takes note of the session that the answer tells of; `setToken(null)` needs nothing. */
  private rememberReceived(file: SourceFile, call: Node, value: Node): void {
    const { changes } = this.context(file);
    if (changes.isGone(call)) return;
    const inner = bare(value);
    const answer = inner.type === 'MemberExpression' ? inner.object : this.answerBehind(file, inner);
    const sources = this.decisions.slots.sourcesOf(file, value);
    const isNothing = sources.every(({ kind }) => kind === 'nothing' || kind === 'stored');
    if (!isNothing && answer) {
      changes.replace(call, `rememberSession(${textOf(file, answer)})`);
      this.import(file, 'rememberSession');
    } else if (sources.length > 0 && sources.every(({ kind }) => kind === 'nothing')) endState(this.context(file), call);
    else changes.remove(call);
  }

  /** The answer that a variable's token was taken out of: `response.data` of `const { token } = response.data`. */
  private answerBehind(file: SourceFile, node: Node): Node | undefined {
    const variable = node.type === 'Identifier' ? variableOf(file, node) : undefined;
    const binding = variable && bindingOf(variable);
    if (binding?.kind !== 'value') return undefined;
    if (binding.path.length === 1)
      return bare(binding.init).type === 'AwaitExpression' || bare(binding.init).type === 'CallExpression' ? undefined : binding.init;
    const init = bare(binding.init);
    return init.type === 'MemberExpression' ? init.object : undefined;
  }

  private rewriteMember(slot: Extract<Slot, { kind: 'member' }>, fate: Fate): void {
    for (const definition of this.decisions.slots.definitionsOf(slot)) {
      const { changes } = this.context(definition.file);
      if (fate === 'goes') this.decisions.removal.removeProperty(definition.file, definition.site);
      else if (definition.site.type === 'Property' && !definition.site.shorthand && !changes.replaced.has(definition.site))
        changes.replace(definition.site.key, 'session');
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
        const claims = this.decisions.claims.get(slot);
        changes.replace(node, `session: Session${claims === undefined ? '' : `<${claims}>`} | null${end}`);
        this.import(home, 'Session', true);
      }
    }
  }

  /** The property goes at every caller; a parameter that was for it alone goes with all that callers gave. */
  private dropEntry(slot: EntrySlot): void {
    const { index, removal } = this.decisions;
    if (entryReads(slot).some(({ node }) => !this.isWrittenAnew(slot.file, node))) return;
    for (const { file, node } of entryGivers(slot, index)) this.context(file).changes.remove(node);
    const objects = objectsGiven(slot, index);
    const isForNothing =
      this.context(slot.file).changes.remaining(readsOf(slot.variable)).length === 0 &&
      objects.length === index.callsTo(slot.fn).length &&
      objects.every(({ file, node }) => node.properties.every((one) => this.context(file).changes.goes(one)));
    if (isForNothing && this.dropParameter(slot, slot.fn, slot.index, true))
      for (const { file, node } of objects) this.context(file).changes.remove(node);
    else for (const { file, node } of entryGivers(slot, index)) removal.removeProperty(file, node);
  }

  private isWrittenAnew(file: SourceFile, node: Node): boolean {
    const context = this.context(file);
    return context.changes.isGone(node) || isInReplaced(context, node);
  }

  private dropField(slot: Extract<Slot, { kind: 'field' }>): void {
    const reads = this.decisions.slots.readsOf(slot);
    if (reads.some(({ file, node }) => !this.isWrittenAnew(file, node))) return;
    for (const definition of this.decisions.slots.definitionsOf(slot)) this.dropDefinition(definition);
    if (slot.host.type === 'ObjectExpression') return;
    for (const element of slot.host.body.body) {
      if (element.type === 'PropertyDefinition' && propertyName(element) === slot.name) this.context(slot.file).changes.remove(element);
    }
  }
}

/** What a variable that becomes the session is called: `session`, unless its component has one. */
export function sessionNameFor(slot: Slot): string {
  if (slot.kind !== 'variable') return 'session';
  const name = slot.variable.identifiers[0] as Node | undefined;
  const scope = (name && enclosingFunction(name)) ?? slot.file.ast;
  const taken = new Set(
    nodesOf(slot.file, 'Identifier')
      .filter((one) => contains(scope, one))
      .map((one) => one.name),
  );
  return ['session', 'currentSession', 'activeSession'].find((one) => !taken.has(one)) ?? 'session_';
}

function isInReplaced({ changes }: CodemodContext, node: Node): boolean {
  for (let at: Node | undefined = node; at; at = at.parent) if (changes.replaced.has(at)) return true;
  return false;
}

function isNamed(fn: FunctionNode): boolean {
  return fn.id != null || fn.parent.type === 'VariableDeclarator' || fn.parent.type === 'MethodDefinition' || fn.parent.type === 'Property';
}
