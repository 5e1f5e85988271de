import type { Variable } from '@typescript-eslint/scope-manager';
import { isSharedVariable } from '../../flow/shared-names.ts';
import { bindingOf, readsOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt } from '../../syntax/functions.ts';
import type { FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, contains, enclosingFunction, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';
import { becomeFlag } from './flags.ts';
import { endBeside, endState } from './logout.ts';
import { removeFromPattern } from './removal.ts';
import type { Decisions } from './holder-actions.ts';
import type { Definition, EntryHolder, Holder } from './holder.ts';
import { declaredState } from './declared-state.ts';
import { patternProperty } from './pattern-names.ts';
import { isRedirected } from './received.ts';
import { isInReplaced, rewriteMember } from './rewrite-members.ts';
import { dropPart } from './rewrite-parts.ts';
import { readsOfSetter } from './state-setters.ts';
import { useOf } from './uses.ts';

/** Writes what becomes of the holders: they go with what only made them, or become the session. */
export class HolderRewrite {
  private readonly decisions: Decisions;

  constructor(decisions: Decisions) {
    this.decisions = decisions;
  }

  rewrite(holder: Holder): void {
    const action = this.decisions.actions.get(holder);
    if (action === 'keep' || action === undefined) return;
    if (holder.kind === 'variable') {
      if (action === 'session') this.becomeSession(holder);
      else if (action === 'flag') becomeFlag(holder, this.decisions.holders, (file) => this.context(file));
      else this.dropVariable(holder);
    } else if (holder.kind === 'return') this.dropFunction(holder);
    else if (holder.kind === 'member') rewriteMember(holder, action, this.decisions);
    else if (holder.kind === 'entry') this.dropEntry(holder);
    else if (holder.kind === 'part') dropPart(holder, this.decisions);
    else this.dropField(holder);
  }

  /** Fields that only functions read which are gone by now. */
  dropFields(holders: readonly Holder[]): void {
    for (const holder of holders) if (holder.kind === 'field') this.dropField(holder);
  }

  private dropFunction({ file, fn }: Extract<Holder, { kind: 'return' }>): void {
    const { index, removal } = this.decisions;
    if (!removal.removeIfUnused(file, fn) && index.callsTo(fn).length === 0 && isOnlyReturn(fn)) removal.removeUnnamedMethod(file, fn);
  }

  private import(file: SourceFile, name: string, isType = false): void {
    const { changes, facts } = this.context(file);
    changes.addImport({ source: importPath(file.path, facts.client.session), imported: name, local: name, isType });
  }

  private context(file: SourceFile): CodemodContext {
    return this.decisions.contexts.get(file)!;
  }

  private dropVariable(holder: Extract<Holder, { kind: 'variable' }>): void {
    const { changes } = this.context(holder.file);
    const definitions = this.decisions.holders.definitionsOf(holder);
    // token = token.replace(…): what is only put into itself goes with it.
    const own = definitions.filter(({ form }) => form === 'assignment');
    const staying = changes.remaining(readsOf(holder.variable)).filter((read) => !own.some(({ site }) => contains(site, read)));
    if (staying.length > 0 || this.isReadByScripts(holder)) return;
    const binding = bindingOf(holder.variable);
    if (binding.kind === 'parameter' && !this.dropParameter(holder, binding.fn, binding.index, binding.path.length === 0)) return;
    for (const definition of definitions) this.dropDefinition(definition);
    const setter = declaredState(holder.file, holder.variable)?.setter;
    if (setter) this.dropSetter(holder.file, setter);
    const property = patternProperty(holder.variable);
    if (property) removeFromPattern(this.context(holder.file).changes, property);
  }

  /** Whether another classic script still reads a variable that it shares. */
  private isReadByScripts({ file, variable }: Extract<Holder, { kind: 'variable' }>): boolean {
    const [definition] = variable.identifiers as readonly Node[];
    return (
      definition !== undefined &&
      isSharedVariable(file, variable) &&
      this.decisions.index
        .readsElsewhere(definition)
        .some(({ file: home, node }) => this.context(home).changes.remaining([node]).length > 0)
    );
  }

  /** A parameter goes only where every caller is known and follows. */
  private dropParameter(holder: { readonly file: SourceFile }, fn: FunctionNode, index: number, isWhole: boolean): boolean {
    if (!isWhole) return true;
    if (
      !this.decisions.index.isOnlyCalled({ file: holder.file, node: fn }) ||
      (this.decisions.index.callsTo(fn).length === 0 && this.decisions.index.referencesTo(holder.file, fn).length === 0 && !isNamed(fn))
    )
      return false;
    const parameter = fn.params[index];
    if (parameter) this.context(holder.file).changes.remove(parameter);
    return true;
  }

  private dropDefinition(definition: Definition): void {
    const { file, site, form } = definition;
    const { changes } = this.context(file);
    switch (form) {
      case 'property':
        this.decisions.removal.removeProperty(file, site);
        return;
      case 'setter':
        if (this.decisions.hasOwnSession) changes.remove(site);
        else this.rememberReceived(definition, false);
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
  private becomeSession(holder: Extract<Holder, { kind: 'variable' }>): void {
    const { file, variable } = holder;
    const { changes } = this.context(file);
    const name = sessionNameFor(holder);
    const state = declaredState(file, variable);
    if (state) {
      const claims = this.decisions.claims.get(holder);
      changes.replace(state.declarator, `${name} = useSession${claims === undefined ? '' : `<${claims}>`}()`);
      this.import(file, 'useSession');
      for (const definition of this.decisions.holders.definitionsOf(holder))
        if (definition.form === 'setter') this.rememberReceived(definition, true);
      if (state.setter) this.dropSetter(file, state.setter);
    }
    const property = patternProperty(variable);
    if (property) changes.replace(property, name === 'session' ? 'session' : `session: ${name}`);
    this.rename(file, variable, name);
  }

  /** Nothing sets the session from outside: what set the token goes, also out of the context that handed it down. */
  private dropSetter(file: SourceFile, setter: Variable): void {
    const { holders, index } = this.decisions;
    for (const { file: home, node, member, attribute } of readsOfSetter({ file, variable: setter }, holders, index)) {
      if (member) rewriteMember(member, 'remove', this.decisions);
      else if (attribute) this.context(home).changes.remove(attribute);
      else if (node.parent?.type === 'ArrayExpression') this.context(home).changes.remove(node);
    }
  }

  private rename(file: SourceFile, variable: Variable, name: string): void {
    const { changes } = this.context(file);
    for (const read of changes.remaining(readsOf(variable))) {
      const { parent } = read;
      if (parent?.type === 'Property' && parent.shorthand && parent.value === read) {
        const member = this.memberOfProperty(file, parent);
        const key = member && this.decisions.actions.get(member) === 'session' ? 'session' : (propertyName(parent) ?? name);
        changes.replace(parent, key === name ? name : `${key}: ${name}`);
      } else changes.replace(read, name);
    }
  }

  private memberOfProperty(file: SourceFile, property: TSESTree.Property): Holder | undefined {
    const use = useOf(file, property.value, this.decisions.holders, this.decisions.index, (one) => this.context(one).changes);
    return use.kind === 'flow' && use.holder.kind === 'member' ? use.holder : undefined;
  }

  /**
   * `setToken(data.token)` takes note of the session that the response tells of; `setToken(null)` ends it. Where no response is
   * at hand the session is known already, and components that follow it are told.
   */
  private rememberReceived({ file, site: call, value }: Definition, isFollowed: boolean): void {
    const { changes } = this.context(file);
    if (changes.isGone(call)) return;
    if (value === call) {
      endState(this.context(file), call);
      return;
    }
    const inner = bare(value);
    const isAddressed = this.isAddressed(file, inner);
    const response = isAddressed ? undefined : inner.type === 'MemberExpression' ? inner.object : this.responseBehind(file, inner);
    const sources = this.decisions.holders.sourcesOf(file, value);
    const isNothing = sources.every(({ kind }) => kind === 'nothing' || kind === 'stored');
    if (!isNothing && response) {
      changes.replace(call, `rememberSession(${textOf(file, response)})`);
      this.import(file, 'rememberSession');
    } else if (sources.length > 0 && sources.every(({ kind }) => kind === 'nothing')) endState(this.context(file), call);
    else {
      this.endWhereGivenNothing(file, inner);
      if (isFollowed && !isAddressed && this.mayBeReceived(file, value)) {
        changes.replace(call, 'sessionChanged()');
        this.import(file, 'sessionChanged');
      } else changes.remove(call);
    }
  }

  /** `keep(null)`, `keep()` signs out where `keep = (token) => setToken(token)` sets the state. */
  private endWhereGivenNothing(file: SourceFile, value: Node): void {
    const variable = value.type === 'Identifier' ? variableOf(file, value) : undefined;
    const binding = variable && bindingOf(variable);
    if (binding?.kind !== 'parameter' || binding.path.length > 0) return;
    const { holders, index } = this.decisions;
    for (const { file: home, node: call } of index.callsTo(binding.fn)) {
      const given = argumentAt(call, binding.index);
      const isNothing = !given || holders.sourcesOf(home, given).every(({ kind }) => kind === 'nothing');
      if (isNothing && !call.arguments.some(({ type }) => type === 'SpreadElement')) endBeside(this.context(home), call);
    }
  }

  /** Whether a token may come out of a response, and not only out of a storage. */
  private mayBeReceived(file: SourceFile, value: Node, seen = new Set<Holder>()): boolean {
    const { holders } = this.decisions;
    return holders.sourcesOf(file, value).some((source) => {
      if (source.kind !== 'holder') return source.kind === 'received' || source.kind === 'unknown';
      if (seen.has(source.holder)) return false;
      seen.add(source.holder);
      const definitions = holders.definitionsOf(source.holder);
      return definitions.length === 0 || definitions.some((one) => this.mayBeReceived(one.file, one.value, seen));
    });
  }

  /** Whether a token was taken out of the page's address: no response tells of the session, which is asked for. */
  private isAddressed(file: SourceFile, node: Node): boolean {
    const { client } = this.context(file).facts;
    const variable = node.type === 'Identifier' ? variableOf(file, node) : undefined;
    const binding = variable && bindingOf(variable);
    const taken = [node, ...(binding?.kind === 'value' ? [bare(binding.init)] : []), ...(variable ? [patternProperty(variable)] : [])];
    return taken.some((one) => one !== undefined && isRedirected(file, one, client));
  }

  /** The response that a variable's token was taken out of: `response.data` of `const { token } = response.data`. */
  private responseBehind(file: SourceFile, node: Node): Node | undefined {
    const variable = node.type === 'Identifier' ? variableOf(file, node) : undefined;
    const binding = variable && bindingOf(variable);
    if (binding?.kind !== 'value') return undefined;
    if (binding.path.length === 1)
      return bare(binding.init).type === 'AwaitExpression' || bare(binding.init).type === 'CallExpression' ? undefined : binding.init;
    const init = bare(binding.init);
    return init.type === 'MemberExpression' ? init.object : undefined;
  }

  /** The property goes at every caller; a parameter that was for it alone goes with all that callers gave. */
  private dropEntry(holder: EntryHolder): void {
    const { index, removal, holders } = this.decisions;
    if (holders.readsOf(holder).some(({ node }) => !this.isWrittenAnew(holder.file, node))) return;
    for (const { file, node } of holders.entryGivers(holder)) this.context(file).changes.remove(node);
    const objects = holders.objectsGiven(holder);
    const isForNothing =
      objects.length > 0 &&
      this.context(holder.file).changes.remaining(readsOf(holder.variable)).length === 0 &&
      objects.length === index.callsTo(holder.fn).length &&
      objects.every(({ file, node }) => node.properties.every((one) => this.context(file).changes.goes(one)));
    if (isForNothing && this.dropParameter(holder, holder.fn, holder.index, true))
      for (const { file, node } of objects) this.context(file).changes.remove(node);
    else for (const { file, node } of holders.entryGivers(holder)) removal.removeProperty(file, node);
  }

  private isWrittenAnew(file: SourceFile, node: Node): boolean {
    const context = this.context(file);
    return context.changes.isGone(node) || isInReplaced(context, node);
  }

  private dropField(holder: Extract<Holder, { kind: 'field' }>): void {
    const reads = this.decisions.holders.readsOf(holder);
    if (reads.some(({ file, node }) => !this.isWrittenAnew(file, node))) return;
    for (const definition of this.decisions.holders.definitionsOf(holder)) this.dropDefinition(definition);
    if (holder.host.type === 'ObjectExpression') return;
    for (const element of holder.host.body.body) {
      if (element.type === 'PropertyDefinition' && propertyName(element) === holder.name) this.context(holder.file).changes.remove(element);
    }
  }
}

/** What a variable that becomes the session is called: `session`, unless its component has one. */
export function sessionNameFor(holder: Holder): string {
  if (holder.kind !== 'variable') return 'session';
  const name = holder.variable.identifiers[0] as Node | undefined;
  const scope = (name && enclosingFunction(name)) ?? holder.file.ast;
  const taken = new Set(
    nodesOf(holder.file, 'Identifier')
      .filter((one) => contains(scope, one))
      .map((one) => one.name),
  );
  return ['session', 'currentSession', 'activeSession'].find((one) => !taken.has(one)) ?? 'session_';
}

/** A function that does nothing but give something. */
function isOnlyReturn({ body }: FunctionNode): boolean {
  return body.type !== 'BlockStatement' || (body.body.length === 1 && body.body[0]!.type === 'ReturnStatement');
}

function isNamed(fn: FunctionNode): boolean {
  return fn.id != null || fn.parent.type === 'VariableDeclarator' || fn.parent.type === 'MethodDefinition' || fn.parent.type === 'Property';
}
