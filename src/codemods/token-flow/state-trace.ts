import { persistedExposures } from '../../exposures/persisted-state.ts';
import { destinationsOf } from '../../flow/back.ts';
import { locationOf } from '../../flow/location.ts';
import { variableOf } from '../../syntax/bindings.ts';
import { calleeName, returnsOf } from '../../syntax/functions.ts';
import type { Node } from '../../syntax/nodes.ts';
import { bare, contains, dressed, enclosingFunction, isFunction } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { isInTemplate } from '../../syntax/template-nodes.ts';
import type { CodemodContext } from '../define-codemod.ts';
import type { CallIndex } from './calls.ts';
import { isHandedToKnownCallers } from './calls.ts';
import { TELLS_APART } from './beginnings-and-ends.ts';
import type { Definition, Holder } from './holder.ts';
import type { Holders } from './holders.ts';
import { localOf } from './pattern-names.ts';
import type { Removal } from './removal.ts';
import type { StatePart } from './state-parts.ts';
import type { Use } from './uses.ts';
import { useOf } from './uses.ts';

type Question = Extract<Use, { kind: 'truth' }>;

type VariableHolder = Extract<Holder, { kind: 'variable' }>;

export type Ending = Exclude<Use, { kind: 'flow' } | { kind: 'gone' }>;

/** What the rewrite of a front end knows, as far as states are concerned. */
export interface StateRewrite {
  readonly contexts: ReadonlyMap<SourceFile, CodemodContext>;
  readonly holders: Holders;
  readonly index: CallIndex;
  readonly removal: Removal;
}

/** Whether a library is told there to keep the token in a storage. */
export function isKeptByLibrary(file: SourceFile, node: Node): boolean {
  return persistedExposures(file).some((exposure) => exposure.node.type === 'Property' && contains(exposure.node, node));
}

/** What asks a parameter whether it is a token: `if (token)`, `if (token !== null)`. */
function questionOf({ file, node }: Ending): Question {
  const { parent } = dressed(node);
  const isCompared = parent?.type === 'BinaryExpression';
  return { kind: 'truth', file, node: isCompared ? parent : node, isNegated: isCompared && parent.operator.startsWith('=') };
}

/** Whether code is run by what a store tells of its changes, or a component of what it depends on. */
function isInListener(node: Node): boolean {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const { parent } = fn;
    if (parent.type === 'CallExpression' && parent.callee !== fn && LISTENING.has(calleeName(parent) ?? '')) return true;
  }
  return false;
}

/** Where a function is named and nothing is done with it. */
const NAMING = /^(?:ExportSpecifier|ExportDefaultDeclaration|TSTypeQuery)$/;

const LISTENING: ReadonlySet<string> = new Set(['subscribe', 'watch', 'useEffect', 'useLayoutEffect']);

/** Where what comes out of a part of a state ends. */
export class Trace {
  readonly ends: Ending[] = [];
  readonly held = new Set<Holder>();
  /** Calls that give the part as it is, and go on doing so: `useSelector(selectToken)`, `selectToken(state)`. */
  readonly calls = new Set<Node>();
  /** Parameters that tell a function to begin or to end, and are given the part: `setAuthToken(getState().auth.token)`. */
  readonly tellers = new Set<VariableHolder>();
  /** Where such a parameter is asked. */
  readonly told = new Set<Ending>();
  private readonly doubtful: Ending[] = [];
  private readonly all: StateRewrite;
  private readonly part: StatePart;

  private readonly going: ReadonlySet<Node>;

  /** @param going Entries of objects that go, in which the part is handed on. */
  constructor(all: StateRewrite, part: StatePart, going: ReadonlySet<Node>) {
    this.all = all;
    this.part = part;
    this.going = going;
    for (const { file, node } of part.reads) {
      if (!all.contexts.has(file)) this.ends.push({ kind: 'other', file, node, why: 'it is not a page' });
      else if (node.type === 'Identifier' && !isInTemplate(file, node)) this.hold(file, node);
      else this.follow(file, node);
    }
    for (const end of this.doubtful) {
      const asked = this.isTold(end) ? questionOf(end) : undefined;
      if (asked) this.told.add(asked);
      this.ends.push(asked ?? end);
    }
  }

  private follow(file: SourceFile, node: Node): void {
    if (node.type === 'CallExpression') this.calls.add(node);
    const use = useOf(file, node, this.all.holders, this.all.index, (one) => this.all.contexts.get(one)!.changes);
    if (use.kind === 'gone' || this.isPutBack(node)) return;
    if (use.kind === 'flow') this.holdAll(use.holder);
    else if (use.kind === 'other' && use.why === TELLS_APART) this.doubtful.push(use);
    else if (this.isToldOf(file, node)) this.ends.push({ kind: 'truth', file, node, isNegated: false });
    else if (!isKeptByLibrary(use.file, use.node) && !this.isAgainstItself(use)) this.ends.push(use);
  }

  /** `watch(token, (value) => { if (value) … else … })`: what is told of the part is told of the flag. */
  private isToldOf(file: SourceFile, node: Node): boolean {
    const name = variableOf(file, node)?.identifiers[0] as Node | undefined;
    if (!name?.parent || !isFunction(name.parent) || !this.part.reads.some((one) => one.node === name)) return false;
    const { parent } = dressed(node);
    const question = parent?.type === 'UnaryExpression' && parent.operator === '!' ? parent : dressed(node);
    return question.parent?.type === 'IfStatement' && question.parent.test === question;
  }

  /** Whether all that callers give a parameter is the part, or known to be a token or none. */
  private isTold({ file, node }: Ending): boolean {
    const variable = variableOf(file, node);
    if (!variable) return false;
    const holder = this.all.holders.variable(file, variable) as VariableHolder;
    const given = this.all.holders.definitionsOf(holder).filter(({ form }) => form === 'argument');
    if (!given.every((one) => this.isOfPart(one) || this.isCertain(one))) return false;
    this.tellers.add(holder);
    return true;
  }

  /** Whether such a function is called whenever the state changes: `store.subscribe(() => setAuthToken(…))`. */
  get tellsOfChanges(): boolean {
    const given = [...this.tellers].flatMap((holder) => this.all.holders.definitionsOf(holder));
    return given.some((one) => this.isOfPart(one) && isInListener(one.value));
  }

  /** Whether an argument is the part itself, or a variable that has it. */
  isOfPart({ file, value }: Pick<Definition, 'file' | 'value'>): boolean {
    const inner = bare(value);
    const variable = inner.type === 'Identifier' ? variableOf(file, inner) : undefined;
    return (
      this.part.reads.some(({ node }) => node === inner) ||
      (variable !== undefined && this.held.has(this.all.holders.variable(file, variable)))
    );
  }

  private isCertain({ file, value }: Definition): boolean {
    return this.all.holders.sourcesOf(file, value).every(({ kind }) => kind === 'nothing' || kind === 'stored' || kind === 'received');
  }

  private hold(file: SourceFile, name: Node): void {
    const variable = variableOf(file, name);
    if (variable) this.holdAll(this.all.holders.variable(file, variable));
  }

  private holdAll(holder: Holder): void {
    if (this.held.has(holder)) return;
    this.held.add(holder);
    for (const { file, node } of this.all.holders.readsOf(holder)) {
      const local = node.type === 'Property' ? localOf(file, node) : undefined;
      if (local) this.holdAll(this.all.holders.variable(file, local));
      else this.follow(file, node);
    }
    if (holder.kind === 'return') this.followHanded(holder);
  }

  /** What a function gives that others call: `useSelector(selectToken)`. */
  private followHanded({ file, fn }: Extract<Holder, { kind: 'return' }>): void {
    const ahead = returnsOf(fn).flatMap((one) => destinationsOf(locationOf(file, one)));
    const given = new Set(ahead.flatMap(({ node, path }) => (path.length === 0 ? [node] : [])));
    for (const place of this.all.index.referencesTo(file, fn)) {
      const { parent } = dressed(place.node);
      if (!parent || NAMING.test(parent.type) || (parent.type === 'CallExpression' && bare(parent.callee) === place.node)) continue;
      if (parent.type === 'CallExpression' && given.has(parent)) this.follow(place.file, parent);
      else if (parent.parent?.type === 'CallExpression' || !isHandedToKnownCallers(place))
        this.ends.push({ kind: 'other', ...place, why: 'what gives it is handed on' });
    }
  }

  /** `{ ...state, token: state.token }`, also by way of what a thunk gives: `return { user, token }`. */
  private isPutBack(node: Node): boolean {
    const { parent } = dressed(node);
    return parent !== undefined && (this.going.has(parent) || this.part.writes.some((one) => one.node === parent));
  }

  /** `before.token !== after.token`: whether it has changed. */
  private isAgainstItself({ kind, node }: Ending): boolean {
    const { parent } = dressed(node);
    if (kind !== 'other' || parent?.type !== 'BinaryExpression' || !/^[!=]==?$/.test(parent.operator)) return false;
    return [parent.left, parent.right].every((side) => this.part.reads.some((one) => one.node === bare(side)));
  }
}
