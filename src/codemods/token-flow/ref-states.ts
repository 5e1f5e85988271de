import type { Variable } from '@typescript-eslint/scope-manager';
import { persistedExposures } from '../../exposures/persisted-state.ts';
import { storageExposures } from '../../exposures/storage.ts';
import { destinationsOf, functionsCalled, sourcesOf } from '../../flow/back.ts';
import { flowsOfLibrary } from '../../flow/library-flows.ts';
import type { Location } from '../../flow/location.ts';
import { isKept, locationOf } from '../../flow/location.ts';
import { isRefCall, REF_VALUE } from '../../flow/state-hooks.ts';
import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, dressed, enclosingFunction, isAssignmentTarget, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { CallIndex, Located } from './calls.ts';
import { patternProperty } from './pattern-names.ts';
import type { StatePart, StateWrite } from './state-parts.ts';
import { isRefInTemplate, refsMadeOf } from './state-parts.ts';

/** How many locations a ref is followed through. */
const MOST_PLACES = 1000;

/** A ref that is declared under a name: `const token = ref('')`. */
interface MadeRef {
  readonly file: SourceFile;
  readonly call: TSESTree.CallExpression;
  readonly name: TSESTree.Identifier;
}

/** The refs that values are put into or come out of, each as a state with one part. */
export function refStatesOf(seeds: readonly Located[], index: CallIndex): StatePart[] {
  const made = new Map<Node, MadeRef>();
  for (const { file, node } of seeds) for (const one of refsAround(locationOf(file, node))) made.set(one.call, one);
  return [...made.values()].map((one) => new RefSearch(one, index).part());
}

/** Whether a library brings the state of a ref back from a storage: `useLocalStorage('token', '')`. */
export function isKeptInStorage(file: SourceFile, call: TSESTree.CallExpression): boolean {
  return storageExposures(file).some(({ kind, node }) => kind === 'storage-keep' && node === call);
}

/** The refs that a value comes from, or goes to as it is. */
function refsAround(from: Location): MadeRef[] {
  const found: MadeRef[] = [];
  for (const next of [sourcesOf, destinationsOf]) {
    const seen = new Set([from]);
    for (const at of seen) {
      const made = at.path.length === 1 && at.path[0] === REF_VALUE ? refAt(at) : undefined;
      if (made) found.push(made);
      else if (seen.size < MOST_PLACES && !isKept(at)) for (const one of next(at)) seen.add(one);
    }
  }
  return found;
}

function refAt({ file, node }: Location): MadeRef | undefined {
  const variable = node.type === 'Identifier' ? variableOf(file, node) : undefined;
  const binding = variable && bindingOf(variable);
  const call = binding?.kind === 'value' && binding.path.length === 0 ? bare(binding.init) : bare(node);
  if (call.type !== 'CallExpression' || !isRefCall(file, call)) return undefined;
  const { parent } = dressed(call);
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? { file, call, name: parent.id } : undefined;
}

/** Finds all places at which a ref is named, written and read, wherever it is handed to. */
class RefSearch {
  private readonly made: MadeRef;
  private readonly writes = new Map<Node, StateWrite>();
  private readonly reads = new Map<Node, Located>();
  private readonly named = new Map<Node, Located>();
  /** What it is called as an entry of objects. */
  private readonly keys = new Set<string>();
  private isOpen = false;

  constructor(made: MadeRef, index: CallIndex) {
    this.made = made;
    const { file, call, name } = made;
    this.writes.set(call, { file, node: call, value: (isKeptInStorage(file, call) ? undefined : argumentAt(call, 0)) ?? call });
    this.named.set(name, { file, node: name });
    const seen = new Set([locationOf(file, name, [REF_VALUE])!]);
    for (const at of seen) {
      if (seen.size > MOST_PLACES) this.isOpen = true;
      else for (const next of destinationsOf(at)) this.goOn(next, seen);
    }
    for (const at of seen) this.look(at);
    // What a library brings back from a storage is put there too.
    if (persistedExposures(file).some((one) => one.name.split('.').at(-1) === name.name)) this.isOpen = true;
    if (index.all.some((one) => isHandedThrough(one, name.name))) this.isOpen = true;
    this.lookBehind(new Set(seen));
  }

  part(): StatePart {
    const [key = this.made.name.name, ...others] = this.keys;
    return {
      name: key,
      writes: [...this.writes.values()],
      reads: [...this.reads.values()],
      named: [...this.named.values()],
      spreads: [],
      isReplaced: false,
      isOpen: this.isOpen || others.length > 0 || key === REF_VALUE,
    };
  }

  /** Everything that is put there has to be known. */
  private lookBehind(seen: Set<Location>): void {
    for (const at of seen) {
      for (const next of sourcesOf(at)) {
        if (next.path.length > 0 && seen.size < MOST_PLACES) seen.add(next);
        else if (!this.isKnown(next)) this.isOpen = true;
      }
    }
  }

  private goOn(next: Location, seen: Set<Location>): void {
    const isInTemplate = isRefInTemplate(next);
    // A template takes the value out by itself, and may put one there.
    if (isInTemplate && (isAssignmentTarget(next.node) || dressed(next.node).parent?.type === 'MemberExpression')) this.isOpen = true;
    const refs = refsMadeOf(next);
    for (const ref of refs) seen.add(ref);
    if (refs.length > 0) this.named.set(next.node, { file: next.file, node: next.node });
    else if (next.path.length > 0 && !isInTemplate) seen.add(next);
    else this.reads.set(next.node, { file: next.file, node: next.node });
  }

  private look(at: Location): void {
    const { file, node, path } = at;
    if (isKept(at)) return;
    const [key, last, ...more] = path;
    if (key === REF_VALUE && last === undefined) this.lookAtRef(file, node);
    else if (key !== undefined && key !== REF_VALUE && more.length === 0 && (last === undefined || last === REF_VALUE))
      this.lookAtHolder(file, node, key);
  }

  /** The ref itself: what stands there is called after it, and has to be understood. */
  private lookAtRef(file: SourceFile, node: Node): void {
    const at = dressed(node);
    const { parent } = at;
    const variable = node.type === 'Identifier' ? variableOf(file, node) : undefined;
    if (variable?.identifiers.includes(node as never) === true) this.lookAtVariable(file, variable);
    // A store takes the value out by itself.
    else if (!this.reads.has(node)) {
      if (variable && bindingOf(variable).kind === 'import') this.lookAtVariable(file, variable);
      if (parent?.type === 'MemberExpression' && parent.object === at && memberName(parent) === REF_VALUE) this.lookAtTarget(file, parent);
      else if (!isUnderstood(file, node)) this.isOpen = true;
    }
  }

  /** A variable of its own, `const access = computed(() => token.value)`, keeps its name. */
  private lookAtVariable(file: SourceFile, variable: Variable): void {
    const name = variable.identifiers[0] as Node;
    const property = patternProperty(variable);
    if (property || name === this.made.name || bindingOf(variable).kind === 'import') this.named.set(name, { file, node: name });
    if (variable.references.some((one) => one.isWrite() && !one.init)) this.isOpen = true;
    const key = property && propertyName(property);
    if (key !== undefined) this.keys.add(key);
  }

  /** An object that has it, or its state, under a name. */
  private lookAtHolder(file: SourceFile, node: Node, key: string): void {
    this.keys.add(key);
    const { parent } = dressed(node);
    if (node.type === 'ObjectExpression') {
      // A type would have to say so too.
      if (enclosingFunction(node)?.returnType) this.isOpen = true;
      for (const one of node.properties) if (one.type === 'Property' && propertyName(one) === key) this.named.set(one, { file, node: one });
    } else if (parent?.type === 'MemberExpression' && parent.object === dressed(node) && memberName(parent) === key) {
      this.named.set(parent, { file, node: parent });
      this.lookAtTarget(file, parent);
    }
  }

  private lookAtTarget(file: SourceFile, member: TSESTree.MemberExpression): void {
    if (!isAssignmentTarget(member)) return;
    const { parent } = member;
    if (parent.type === 'AssignmentExpression' && parent.operator === '=')
      this.writes.set(parent, { file, node: parent, value: parent.right });
    else this.isOpen = true;
  }

  /** Whether what is put there is one of the writes, or the ref. */
  private isKnown({ file, node }: Location): boolean {
    const { parent } = dressed(node);
    if (parent && this.writes.has(parent)) return true;
    const variable = node.type === 'Identifier' ? variableOf(file, node) : undefined;
    return this.reads.has(node) || this.named.has((variable?.identifiers[0] as Node | undefined) ?? node) || node === this.made.call;
  }
}

/** `export { token } from './auth'`: its importers are not looked for. */
function isHandedThrough(file: SourceFile, name: string): boolean {
  return nodesOf(file, 'ExportNamedDeclaration').some(
    ({ source, specifiers }) => source !== null && specifiers.some(({ local }) => local.type === 'Identifier' && local.name === name),
  );
}

/** Whether it is known what becomes of a ref where it stands. */
function isUnderstood(file: SourceFile, node: Node): boolean {
  const at = dressed(node);
  const { parent } = at;
  switch (parent?.type) {
    case 'ExportSpecifier':
      return parent.exported.type === 'Identifier' && parent.local.type === 'Identifier' && parent.exported.name === parent.local.name;
    case 'VariableDeclarator':
    case 'ReturnStatement':
    case 'ExpressionStatement':
    case 'MemberExpression':
      return true;
    case 'ArrowFunctionExpression':
      return parent.body === at;
    case 'Property':
      return parent.parent.type === 'ObjectExpression';
    case 'CallExpression':
      return flowsOfLibrary(file, parent) !== undefined || functionsCalled(file, parent).length > 0;
    case 'ArrayExpression':
      return isWatchedUnseen(parent);
    default:
      return false;
  }
}

/** `watch([token, user], () => …)`: what is told takes nothing. */
function isWatchedUnseen(list: TSESTree.ArrayExpression): boolean {
  const call = list.parent;
  if (call.type !== 'CallExpression' || call.callee.type !== 'Identifier' || call.callee.name !== 'watch') return false;
  const told = argumentAt(call, 1);
  return call.arguments[0] === list && told !== undefined && isFunction(told) && told.params.length === 0;
}
