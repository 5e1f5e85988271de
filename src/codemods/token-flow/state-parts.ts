import { destinationsOf, sourcesOf } from '../../flow/back.ts';
import { isHandedDown, tablesIn } from '../../flow/library-flows.ts';
import type { Location } from '../../flow/location.ts';
import { isKept, locationOf, sharedLibrary } from '../../flow/location.ts';
import { REF_VALUE } from '../../flow/state-hooks.ts';
import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, dressed, isAssignmentTarget, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import { isInTemplate } from '../../syntax/template-nodes.ts';
import type { Located } from './calls.ts';
import { patternProperty } from './pattern-names.ts';
import { mayHaveMore, spreadAt } from './state-spreads.ts';

/** How many locations a part of a state is followed through. */
const MOST_PLACES = 1000;

/**
 * A place that puts something into a part of a state: `token: null`, `state.token = action.payload`, `ref(null)`. The value of
 * a ref that begins with nothing is its call.
 */
export interface StateWrite extends Located<TSESTree.Property | TSESTree.AssignmentExpression | TSESTree.CallExpression> {
  readonly value: Node;
}

/** A part of what a library keeps for a whole app, with all that is put into it and taken out. */
export interface StatePart {
  readonly name: string;
  readonly writes: readonly StateWrite[];
  /** Where it is taken out: a member, or the name that a pattern gives it. */
  readonly reads: readonly Located[];
  /** Where it is named without being read: variables and entries of objects that are refs of it. */
  readonly named: readonly Located[];
  /** Objects of which it is not known whether they have it, where all that they have is put in: `...action.payload`. */
  readonly spreads: readonly Located<TSESTree.SpreadElement>[];
  /** Whether the state as a whole may become an object of which that is not known: `return action.payload`. */
  readonly isReplaced: boolean;
  /** Whether something else puts it in than what is known: an object as a whole, an atom's setter. */
  readonly isOpen: boolean;
}

/** The parts of states that values are put into or come out of. */
export function statePartsOf(files: readonly SourceFile[], seeds: readonly Located[]): StatePart[] {
  const known = new Set<Location>();
  const parts: StatePart[] = [];
  for (const { file, node } of seeds) {
    for (const place of keptAround(locationOf(file, node))) {
      if (known.has(place)) continue;
      const found = new PartSearch(files, place);
      for (const one of found.places) known.add(one);
      merge(parts, found.part());
    }
  }
  return parts;
}

/** What is put under a token's name into objects of a file that speaks of a library which keeps state. */
export function storedByName(file: SourceFile, names: readonly string[]): Located[] {
  if (!tablesIn(file) || !names.some((name) => file.text.includes(name))) return [];
  const isOne = (name: string | undefined): boolean => name !== undefined && names.includes(name);
  return [
    ...nodesOf(file, 'Property').flatMap((one) =>
      one.parent.type === 'ObjectExpression' && isOne(propertyName(one)) ? [{ file, node: one.value }] : [],
    ),
    ...nodesOf(file, 'AssignmentExpression').flatMap(({ left, right }) =>
      left.type === 'MemberExpression' && isOne(memberName(left)) ? [{ file, node: right }] : [],
    ),
  ];
}

/** What two libraries may be taken to keep, by the names in a file, is one part. */
function merge(parts: StatePart[], part: StatePart): void {
  const written = new Set(part.writes.map(({ node }) => node));
  const same = parts.findIndex((one) => one.writes.some(({ node }) => written.has(node)));
  if (same < 0) {
    parts.push(part);
    return;
  }
  const { name, writes, reads, named, spreads, isReplaced, isOpen } = parts[same]!;
  const both = <T extends Located>(one: readonly T[], other: readonly T[]): T[] => [
    ...new Map([...one, ...other].map((each) => [each.node, each])).values(),
  ];
  parts[same] = {
    name,
    writes: both(writes, part.writes),
    reads: both(reads, part.reads),
    named: both(named, part.named),
    spreads: both(spreads, part.spreads),
    isReplaced: isReplaced || part.isReplaced,
    isOpen: isOpen || part.isOpen,
  };
}

/** What is kept that a value comes from, or goes to as it is. */
function keptAround(from: Location): Location[] {
  const found: Location[] = [];
  for (const next of [sourcesOf, destinationsOf]) {
    const seen = new Set([from]);
    for (const at of seen) {
      if (isKept(at)) {
        if (isOfState(at)) found.push(at);
      } else if (seen.size < MOST_PLACES) for (const one of next(at)) seen.add(one);
    }
  }
  return found;
}

/** Whether a part has a name, in a state that is not what a context hands down. */
function isOfState({ file, node, path }: Location): boolean {
  if (path.length < 2) return false;
  return sharedLibrary({ file, node, path }) !== undefined || (isCall(node) && !isHandedDown({ file, node }));
}

function isCall(node: Node): node is TSESTree.CallExpression | TSESTree.NewExpression {
  return node.type === 'CallExpression' || node.type === 'NewExpression';
}

/** Finds all of a part, from one place at which it is kept: a slice's state is a part of the store's. */
class PartSearch {
  readonly places: Set<Location>;
  private readonly files: readonly SourceFile[];
  private readonly name: string;
  private readonly writes = new Map<Node, StateWrite>();
  private readonly reads = new Map<Node, Located>();
  private readonly named = new Map<Node, Located>();
  private readonly spreads = new Map<Node, Located<TSESTree.SpreadElement>>();
  private isReplaced = false;
  private isOpen = false;

  constructor(files: readonly SourceFile[], place: Location) {
    this.files = files;
    this.name = place.path.at(-1)!;
    this.places = new Set([place]);
    for (const kept of this.places) {
      this.lookBehind(kept);
      this.lookForReplacement(kept);
      this.lookAhead(kept);
    }
    this.lookByName();
  }

  part(): StatePart {
    const [writes, reads, named] = [this.writes, this.reads, this.named].map((one) => [...one.values()]) as [
      StateWrite[],
      Located[],
      Located[],
    ];
    const { name, isReplaced, isOpen } = this;
    return { name, writes, reads, named, spreads: [...this.spreads.values()], isReplaced, isOpen };
  }

  private lookBehind(kept: Location): void {
    const behind = new Set([kept]);
    for (const at of behind) {
      const spread = spreadAt(at);
      if (spread && mayHaveMore(at)) this.spreads.set(spread, { file: at.file, node: spread });
      for (const next of sourcesOf(at)) {
        if (next.path.length > 0) this.passOn(next, behind);
        else {
          const write = writeAt(next);
          if (write && write.name === this.name) this.writes.set(write.node, write);
          else this.isOpen = true;
        }
      }
    }
  }

  /** Whether an object that is not seen to be written out becomes the state. What it has of another is asked there. */
  private lookForReplacement(kept: Location): void {
    const isAsked = (at: Location): boolean => {
      const spread = spreadAt(at);
      return spread !== undefined && this.spreads.has(spread);
    };
    if (mayHaveMore(kept, isAsked)) this.isReplaced = true;
  }

  private lookAhead(kept: Location): void {
    const ahead = new Set([kept]);
    for (const at of ahead) {
      for (const next of destinationsOf(at)) {
        const refs = refsMadeOf(next);
        for (const ref of refs) ahead.add(ref);
        if (refs.length > 0) this.named.set(next.node, { file: next.file, node: next.node });
        else if (isRefInTemplate(next)) this.reads.set(next.node, { file: next.file, node: next.node });
        else if (next.path.length > 0) this.passOn(next, ahead);
        else this.reads.set(next.node, { file: next.file, node: next.node });
        this.lookAtRef(next);
      }
    }
  }

  /** `const { token } = storeToRefs(auth)` */
  private lookAtRef({ file, node, path }: Location): void {
    const variable = path[0] === REF_VALUE && path.length === 1 && node.type === 'Identifier' ? variableOf(file, node) : undefined;
    if (variable?.identifiers.includes(node as never) !== true) return;
    const property = patternProperty(variable);
    if (property && propertyName(property) === this.name) this.named.set(node, { file, node });
  }

  private passOn(next: Location, seen: Set<Location>): void {
    if (isKept(next) && next.path.at(-1) === this.name) this.places.add(next);
    if (seen.size < MOST_PLACES) seen.add(next);
  }

  /** What is taken out where it is not followed to: of what a state is made of, in an option beside it. */
  private lookByName(): void {
    for (const file of this.files)
      for (const node of readingsNamed(file, this.name))
        if (!this.reads.has(node) && !this.named.has(node) && (this.isFromHere(file, node) || this.isNamedWhole(file, node)))
          this.reads.set(node, { file, node });
  }

  private isFromHere(file: SourceFile, node: Node): boolean {
    const from = locationOf(file, node);
    const seen = new Set([from]);
    for (const at of seen) {
      if (this.places.has(at) || (at !== from && at.path.length === 0 && this.isWritten(at.node))) return true;
      // Another object gives it on, under a name of its own: `connect((state) => ({ token: state.auth.token }))`.
      if (at !== from && at.path.length === 0 && this.isReading(at)) continue;
      if (seen.size < MOST_PLACES && !isKept(at)) for (const next of sourcesOf(at)) seen.add(next);
    }
    return false;
  }

  private isReading({ file, node }: Location): boolean {
    const name = node.type === 'Identifier' ? variableOf(file, node)?.identifiers[0] : undefined;
    return this.reads.has(node) || (name !== undefined && this.reads.has(name));
  }

  /** `(state) => state.auth.token`, a selector that nothing uses: the whole way down the store's state. */
  private isNamedWhole(file: SourceFile, node: Node): boolean {
    const names: string[] = [];
    let at = node;
    for (; at.type === 'MemberExpression'; at = bare(at.object)) names.unshift(memberName(at) ?? '');
    const variable = at.type === 'Identifier' ? variableOf(file, at) : undefined;
    if (!variable || bindingOf(variable).kind !== 'parameter' || names.length < 2) return false;
    return [...this.places].some((one) => sharedLibrary(one) !== undefined && one.path.slice(1).join('.') === names.join('.'));
  }

  private isWritten(value: Node): boolean {
    const { parent } = dressed(value);
    return parent !== undefined && this.writes.has(parent);
  }
}

/** Where a file takes something of a name out: the member, or the name that a pattern declares. */
function readingsNamed(file: SourceFile, name: string): Node[] {
  if (!file.text.includes(name)) return [];
  const members: Node[] = nodesOf(file, 'MemberExpression').filter((node) => memberName(node) === name && !isAssignmentTarget(node));
  const properties = nodesOf(file, 'Property').flatMap((node): Node[] => {
    if (node.parent.type !== 'ObjectPattern' || propertyName(node) !== name) return [];
    const local = node.value.type === 'AssignmentPattern' ? node.value.left : node.value;
    return local.type === 'Identifier' ? [local] : [];
  });
  return [...members, ...properties];
}

/** The refs that give a value as it is: `computed(() => auth.token)`. */
export function refsMadeOf(at: Location): Location[] {
  if (at.path.length > 0 || !isFunction(dressed(at.node).parent ?? at.node)) return [];
  return destinationsOf(at).filter(({ node, path }) => node.type === 'CallExpression' && path.length === 1 && path[0] === REF_VALUE);
}

/** A template takes the value out of a ref by itself. */
export function isRefInTemplate({ file, node, path }: Location): boolean {
  return path[0] === REF_VALUE && path.length === 1 && node.type === 'Identifier' && isInTemplate(file, node);
}

function writeAt({ file, node }: Location): (StateWrite & { readonly name: string | undefined }) | undefined {
  const value = dressed(node);
  const { parent } = value;
  if (parent?.type === 'AssignmentExpression' && parent.right === value) {
    const { left } = parent;
    return { file, node: parent, value, name: left.type === 'MemberExpression' ? memberName(left) : undefined };
  }
  if (parent?.type === 'Property' && parent.value === value) return { file, node: parent, value, name: propertyName(parent) };
  return undefined;
}
