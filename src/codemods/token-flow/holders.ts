import type { Variable } from '@typescript-eslint/scope-manager';
import { isCredentialKey, judgeKey } from '../../exposures/storage-keys.ts';
import { readAt } from '../../exposures/storage-accesses.ts';
import { storageExposures } from '../../exposures/storage.ts';
import { callsWhatIsGiven, destinationsOf, sourcesOf } from '../../flow/back.ts';
import { calledFunction } from '../../flow/calls.ts';
import { isHandedDown } from '../../flow/library-flows.ts';
import type { Location } from '../../flow/location.ts';
import { isKept, locationOf } from '../../flow/location.ts';
import { variableNamed } from '../../flow/shared-names.ts';
import { thisHost } from '../../flow/this-host.ts';
import { bindingOf, readsOf, variableOf } from '../../syntax/bindings.ts';
import { returnsOf } from '../../syntax/functions.ts';
import type { CallNode, ClassNode, FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, dressed, enclosingFunction, isNothing, isUndefined, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { ClientFacts } from '../facts.ts';
import type { CallIndex, Located } from './calls.ts';
import { readsOfField } from './field-holders.ts';
import type { Definition, EntryHolder, Holder, MemberHolder, PartHolder, Source } from './holder.ts';
import { HolderDefinitions } from './holder-definitions.ts';
import { readsOfEntry } from './entry-readings.ts';
import { readsOfPart } from './object-parts.ts';
import { readingsNamed, readsAhead } from './member-readings.ts';
import { isReceivedToken, isRedirected } from './received.ts';

const UNKNOWN: Source[] = [{ kind: 'unknown' }];

/** Finds holders, and one object for each of them. */
export class Holders {
  private readonly index: CallIndex;
  private readonly facts: ClientFacts;
  private readonly definitions: HolderDefinitions;
  private readonly byKey = new Map<object, Map<string, Holder>>();
  private readonly parts = new Map<TSESTree.Property, PartHolder | null>();
  private readonly partsRead = new Map<Node, PartHolder>();
  private readonly claimed = new Set<Holder | Node>();

  constructor(index: CallIndex, facts: ClientFacts) {
    this.index = index;
    this.facts = facts;
    this.definitions = new HolderDefinitions(index, facts);
  }

  /** What a state's rewrite has seen to already: a holder, or an expression. */
  claim(one: Holder | Node): void {
    this.claimed.add(one);
  }

  isClaimed(one: Holder | Node): boolean {
    return this.claimed.has(one) || ('kind' in one && one.kind === 'part' && this.claimed.has(one.property));
  }

  /** Where the token of an expression comes from: several places where it is one or the other. */
  sourcesOf(file: SourceFile, node: Node): Source[] {
    const inner = bare(node);
    const of = (child: Node): Source[] => this.sourcesOf(file, child);
    switch (inner.type) {
      case 'Identifier':
        return [this.ofIdentifier(file, inner)];
      case 'MemberExpression':
        return [this.ofMember(file, inner)];
      case 'CallExpression':
        return this.ofCall(file, inner);
      case 'LogicalExpression':
        return inner.operator === '&&' ? of(inner.right) : [...of(inner.left), ...of(inner.right)];
      case 'ConditionalExpression':
        return [...of(inner.consequent), ...of(inner.alternate)];
      case 'AssignmentExpression':
        return of(inner.right);
      case 'Literal':
        return [ofLiteral(inner)];
      case 'TemplateLiteral':
        return inner.expressions.length > 0 ? inner.expressions.flatMap(of) : UNKNOWN;
      // const { token } = route.query
      case 'Property':
        return [isRedirected(file, inner, this.facts) ? { kind: 'received', node: inner } : { kind: 'unknown' }];
      case 'ArrowFunctionExpression':
        return returnsOf(inner).flatMap(of);
      default:
        return UNKNOWN;
    }
  }

  private ofIdentifier(file: SourceFile, node: TSESTree.Identifier): Source {
    if (isUndefined(node)) return { kind: 'nothing' };
    const named = variableNamed(file, node);
    return named ? { kind: 'holder', holder: this.variable(named.file, named.variable) } : { kind: 'unknown' };
  }

  private ofMember(file: SourceFile, node: TSESTree.MemberExpression): Source {
    if (isStored(file, node)) return { kind: 'stored' };
    if (isRedirected(file, node, this.facts)) return { kind: 'received', node };
    const name = memberName(node);
    if (name === undefined) return { kind: 'unknown' };
    const member = this.memberBehind(file, node);
    if (member) return { kind: 'holder', holder: member };
    if (node.object.type === 'ThisExpression') {
      const host = thisHost(node.object);
      if (host) return { kind: 'holder', holder: this.field(file, host, name) };
    }
    const entry = this.entryAt(file, node) ?? this.partsRead.get(node);
    if (entry) return { kind: 'holder', holder: entry };
    return isReceivedToken(file, node, this.facts) ? { kind: 'received', node } : { kind: 'unknown' };
  }

  private ofCall(file: SourceFile, node: TSESTree.CallExpression): Source[] {
    if (isStored(file, node)) return [{ kind: 'stored' }];
    if (isRedirected(file, node, this.facts)) return [{ kind: 'received', node }];
    const name =
      node.callee.type === 'MemberExpression' ? memberName(node.callee) : node.callee.type === 'Identifier' ? node.callee.name : '';
    const [first] = node.arguments;
    if (first && first.type !== 'SpreadElement' && /^(?:parse|String|stringify|useState|useRef|decodeURIComponent)$/.test(name ?? ''))
      return this.sourcesOf(file, first);
    const called = calledFunction(file, node) ?? this.index.injectedAt(node);
    return called ? [{ kind: 'holder', holder: this.returned(called) }] : [{ kind: 'unknown' }];
  }

  /** The member of what a context hands down that an expression or a declared name takes out. */
  memberBehind(file: SourceFile, node: Node): Holder | undefined {
    const [from] = sourcesOf(locationOf(file, node));
    const found = new Set(from && from.path.length > 0 ? [from] : []);
    for (const at of found) {
      const member = this.memberAt(at);
      if (member) return member;
      if (!isKept(at)) for (const next of sourcesOf(at)) if (next.path.length > 0) found.add(next);
    }
    return undefined;
  }

  private memberAt(at: Location): Holder | undefined {
    const { file, node, path } = at;
    const [, name, ...more] = path;
    if (!isKept(at) || name === undefined || more.length > 0 || !isCall(node) || !isHandedDown({ file, node })) return undefined;
    return this.one(node, name, () => ({ kind: 'member', made: { file, node }, name }));
  }

  /** The entry that a member reads, where some caller gives the parameter an object literal with such a property. */
  private entryAt(file: SourceFile, node: TSESTree.MemberExpression): Holder | undefined {
    const name = memberName(node);
    const variable = node.object.type === 'Identifier' ? variableOf(file, node.object) : undefined;
    return variable && name !== undefined ? this.entryOf(file, variable, [name]) : undefined;
  }

  private entryOf(file: SourceFile, variable: Variable, [name, ...more]: readonly string[]): EntryHolder | undefined {
    const binding = bindingOf(variable);
    if (binding.kind !== 'parameter' || binding.path.length > 0 || name === undefined || more.length > 0) return undefined;
    const { fn, index } = binding;
    if (this.definitions.entryGivers({ file, fn, index, name }).length === 0) return undefined;
    return this.one(variable, name, () => ({ kind: 'entry', file, fn, index, variable, name })) as EntryHolder;
  }

  /** The holder that stands at a location, if that is one by which a token is handed on. */
  private holderAt(at: Location): Holder | undefined {
    const { file, node, path } = at;
    if (isKept(at)) return this.memberAt(at);
    const variable = node.type === 'Identifier' ? variableOf(file, node) : undefined;
    if (variable?.identifiers.includes(node as never) !== true) return undefined;
    if (path.length === 0) return this.variable(file, variable);
    return this.entryOf(file, variable, path);
  }

  /** The holder that a value goes to from where it stands: as it is or as a part of an object, but not out of a function. */
  holderAhead(from: Location): Holder | undefined {
    const found = new Set([from]);
    for (const at of found) {
      if ((isReturned(at.node) && at !== from) || isGivenToUnknown(at)) continue;
      for (const next of destinationsOf(at)) {
        const holder = this.holderAt(next);
        // What a store keeps is not followed on: its reducers and components have to be looked at.
        if (holder || isKept(next)) return holder;
        if (next.path.length > 0) found.add(next);
      }
    }
    return undefined;
  }

  /** The property of an object that a value is, where it is known wherever the object goes. */
  partAt(file: SourceFile, property: TSESTree.Property): Holder | undefined {
    const known = this.parts.get(property);
    if (known !== undefined) return known ?? undefined;
    const name = propertyName(property);
    const reads = name === undefined ? undefined : readsOfPart(file, property, name, this.index);
    const part: PartHolder | undefined = reads && { kind: 'part', file, property, reads };
    this.parts.set(property, part ?? null);
    for (const { node } of reads ?? []) if (!this.partsRead.has(node)) this.partsRead.set(node, part!);
    return part;
  }

  variable(file: SourceFile, variable: Variable): Holder {
    return this.one(variable, '', () => ({ kind: 'variable', file, variable }));
  }

  returned({ file, node }: Located<FunctionNode>): Holder {
    return this.one(node, '', () => ({ kind: 'return', file, fn: node }));
  }

  field(file: SourceFile, host: ClassNode | TSESTree.ObjectExpression, name: string): Holder {
    return this.one(host, name, () => ({ kind: 'field', file, host, name }));
  }

  private one(key: object, name: string, make: () => Holder): Holder {
    const names = this.byKey.get(key) ?? new Map<string, Holder>();
    this.byKey.set(key, names);
    let holder = names.get(name);
    if (!holder) names.set(name, (holder = make()));
    return holder;
  }

  /** Every place that gives a holder its value. Parameters of functions whose callers are not known have none. */
  definitionsOf(holder: Holder): Definition[] {
    return this.definitions.of(holder);
  }

  /** The properties that callers put into the object. */
  entryGivers(holder: EntryHolder): Located[] {
    return this.definitions.entryGivers(holder);
  }

  /** The object literals that callers give the parameter. */
  objectsGiven(parameter: Pick<EntryHolder, 'fn' | 'index'>): Located<TSESTree.ObjectExpression>[] {
    return this.definitions.objectsGiven(parameter);
  }

  /** Every expression that reads a holder. */
  readsOf(holder: Holder): Located[] {
    switch (holder.kind) {
      case 'variable':
        return [
          ...readsOf(holder.variable).map((node) => ({ file: holder.file, node })),
          ...this.importedReads(holder.file, holder.variable),
        ];
      case 'return':
        return this.index.callsTo(holder.fn).map(({ file, node }) => ({ file, node }));
      case 'member':
        return this.readsOfMember(holder);
      case 'field':
        return readsOfField(this.index.all, holder.file, holder.host, holder.name);
      case 'entry':
        return readsOfEntry(holder);
      case 'part':
        return [...holder.reads];
    }
  }

  /**
   * Where a member is read: forwards from where it is handed down, and in the files that are not followed to from there, as
   * tests are not, where what is taken out under its name comes from there.
   */
  private readsOfMember(holder: MemberHolder): Located[] {
    const ahead = this.index.within(readsAhead(holder));
    const known = new Set(ahead.map(({ node }) => node));
    const others = this.index.all.flatMap((file) =>
      readingsNamed(file, holder.name)
        .filter(({ node, name }) => !known.has(node) && this.memberBehind(file, name) === holder)
        .map(({ node }) => ({ file, node })),
    );
    return [...ahead, ...others];
  }

  private importedReads(file: SourceFile, variable: Variable): Located[] {
    const definition = variable.identifiers[0] as Node | undefined;
    if (!definition || !file.links) return [];
    return this.index.readsElsewhere(definition);
  }
}

/** Whether an expression reads a credential from a storage. */
function isStored(file: SourceFile, node: Node): boolean {
  const access = readAt(file, node);
  if (!access?.key) return false;
  const key = judgeKey(file, access.key, access.api.medium);
  if (key.isOneOfMany) return false;
  if (isCredentialKey(key.reading)) return true;
  return storageExposures(file).some((exposure) => exposure.node === node);
}

/** `null`, `''` and `false` stand where a token would. */
function ofLiteral(node: TSESTree.Literal): Source {
  return { kind: isNothing(node) || node.value === false ? 'nothing' : 'unknown' };
}

function isCall(node: Node): node is CallNode {
  return node.type === 'CallExpression' || node.type === 'NewExpression';
}

/** Whether a value is an argument of a call of which it is not known all that it calls. */
function isGivenToUnknown({ file, node }: Location): boolean {
  const at = dressed(node);
  return at.parent !== undefined && isCall(at.parent) && at.parent.callee !== at && callsWhatIsGiven(file, at.parent);
}

/** Whether an expression is what a function of the code's own returns: a callback's result goes to whatever runs it. */
function isReturned(node: Node): boolean {
  const { parent } = dressed(node);
  const fn =
    parent?.type === 'ArrowFunctionExpression' ? parent : parent?.type === 'ReturnStatement' ? enclosingFunction(parent) : undefined;
  return fn !== undefined && fn.parent.type !== 'CallExpression';
}
