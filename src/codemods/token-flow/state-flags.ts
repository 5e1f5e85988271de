import type { Changes } from '../../edits/changes.ts';
import { indentationAt, lineEndOf, startsLine } from '../../edits/style.ts';
import { REF_VALUE } from '../../flow/state-hooks.ts';
import { bindingOf, readsOf, variableOf } from '../../syntax/bindings.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, dressed, memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { textOf } from '../../syntax/source-file.ts';
import { isTestOfPackage } from '../../syntax/test-files.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';
import type { Located } from './calls.ts';
import type { FlagEdit, FlagValue } from './flag-values.ts';
import { FlagNames } from './flag-names.ts';
import { becomeFlag, flagCheck } from './flags.ts';
import { retypeParameter, retypePart, retypePayload } from './flag-types.ts';
import { FlagValues } from './flag-values.ts';
import { patternProperty } from './pattern-names.ts';
import { removeFromPattern } from './removal.ts';
import { isKeptInStorage } from './ref-states.ts';
import { isBeginning, resetsOf } from './state-beginnings.ts';
import type { StatePart, StateWrite } from './state-parts.ts';
import { isSignOut } from './state-sign-outs.ts';
import { hasStrangers } from './state-strangers.ts';
import type { Ending, StateRewrite } from './state-trace.ts';
import { isKeptByLibrary, Trace } from './state-trace.ts';
import { subjectOf, withoutDoubt } from './questions.ts';

/** What the part of a state is called that held the token, and says from now on whether somebody is signed in. */
const NAMES = ['isSignedIn', 'signedIn', 'hasToken'];

const HAS = 'hasSession()';

/** What comes of a part of a state: what each write puts there, and where the part's value ends. */
interface Plan {
  readonly part: StatePart;
  readonly name: string;
  readonly values: ReadonlyMap<StateWrite, FlagValue>;
  readonly trace: Trace;
}

/**
 * A state that held the token says from now on whether somebody is signed in, under another name: what draws from it is told
 * of changes as before. Where nothing asks for it any more it goes.
 */
export class StateFlags {
  private readonly all: StateRewrite;

  constructor(all: StateRewrite) {
    this.all = all;
  }

  /** @returns Where the state is told that nobody is signed in; undefined where the part is left as it is. */
  rewrite(part: StatePart): readonly Located[] | undefined {
    const plan = this.planFor(part);
    if (!plan) return undefined;
    // What actions hand over stays what they hand over.
    const goes =
      plan.trace.ends.length === 0 && [...plan.values.values()].every(({ edits }) => edits.every(({ text }) => text === undefined));
    if (goes || isKeptApart(part)) for (const { file, node } of part.reads) this.dropKept(file, node);
    // What is put into the state is decided: nobody else looks where the token in it goes.
    for (const { node } of part.writes) this.all.holders.claim(node);
    if (goes) this.drop(plan);
    else this.write(plan);
    // What is told of each change ends the session itself.
    if (plan.trace.tellsOfChanges) return [];
    return [...plan.values].flatMap(([write, { text, edits }]): Located[] => [
      ...(text === 'false' ? [write] : []),
      ...edits.filter((one) => one.text === 'false'),
      ...resetsOf(write),
    ]);
  }

  /** `partialize: (state) => ({ token: state.token })`: what a library keeps in a storage. */
  private dropKept(file: SourceFile, read: Node): void {
    const { parent } = dressed(read);
    if (parent?.type === 'Property' && isKeptByLibrary(file, parent)) this.all.removal.removeProperty(file, parent);
  }

  private context(file: SourceFile): CodemodContext {
    return this.all.contexts.get(file)!;
  }

  private planFor(part: StatePart): Plan | undefined {
    if (!this.isKnown(part)) return undefined;
    const name = this.nameFor(part);
    const values = this.valuesOf(part, name);
    const trace = new Trace(this.all, part, entriesThatGo(values));
    // What nothing is seen to be put into is made elsewhere, and so is what may be put in as a whole.
    if ((part.writes.length === 0 || part.isReplaced) && trace.ends.length > 0) return undefined;
    if (trace.ends.some((one) => one.kind !== 'truth' && one.kind !== 'dependency')) return undefined;
    // Where nothing signs in, what does was not seen.
    if (!values || (!isSet(part, values) && trace.ends.length > 0)) return undefined;
    return { part, name, values, trace };
  }

  /** Whether all that has to do with a part is in the pages. */
  private isKnown(part: StatePart): boolean {
    // By itself a file does not know who else asks.
    if (part.isOpen || part.writes.some(({ file }) => !file.links)) return false;
    if ([...part.writes, ...part.named, ...part.spreads].some(({ file }) => !this.all.contexts.has(file))) return false;
    const pages = [...this.all.contexts.keys()].filter(({ path }) => !isTestOfPackage(path));
    return !hasStrangers(pages, part, (file, node) => this.context(file).changes.isGone(node));
  }

  private valuesOf(part: StatePart, name: string): ReadonlyMap<StateWrite, FlagValue> | undefined {
    const [context] = this.all.contexts.values();
    const reads = new Map(part.reads.map(({ file, node }) => [node, namedAnew(file, node, name)]));
    const finder = new FlagValues(this.all.holders, context!.facts.client, (node) => reads.get(node));
    const values = new Map<StateWrite, FlagValue>();
    const isApart = isKeptApart(part);
    for (const write of part.writes) {
      const value = write.node === write.value ? begun(write) : finder.of(write.file, write.value);
      if (!value) return undefined;
      // What a library would have brought back is known by the session's module.
      values.set(write, isApart && isBeginning(write) ? { ...value, text: HAS } : value);
    }
    return values;
  }

  private nameFor({ writes, reads, named }: StatePart): string {
    const files = new Set([...writes, ...reads, ...named].map(({ file }) => file));
    const isTaken = (name: string): boolean => [...files].some((file) => new RegExp(`\\b${name}\\b`).test(file.text));
    return NAMES.find((name) => !isTaken(name)) ?? 'sessionHint';
  }

  private write({ part, name, values, trace }: Plan): void {
    const { ends, held } = trace;
    const names = new FlagNames(part, held, name, (file) => this.context(file));
    for (const end of ends) {
      const asked = end.kind === 'truth' && trace.told.has(end) ? flagCheck(end) : undefined;
      if (asked !== undefined) this.context(end.file).changes.replace(end.node, asked);
      else if (end.kind === 'truth') this.askFlag(end, names, trace.calls);
    }
    for (const [write, value] of values) {
      this.putFlag(write, { ...value, text: this.nameParameter(write, value, name) }, name);
      retypePart(this.all.contexts, write, part.name, name);
    }
    for (const spread of part.spreads) this.putBeside(spread, name);
    names.write();
    for (const holder of trace.tellers)
      becomeFlag(
        holder,
        this.all.holders,
        (file) => this.context(file),
        (one) => trace.isOfPart(one),
      );
    for (const holder of held) this.all.holders.claim(holder);
    for (const { node } of part.reads) this.all.holders.claim(node);
  }

  /** Nobody asks any more: what is put there goes too. */
  private drop({ part, values }: Plan): void {
    const { removal } = this.all;
    for (const { file, node } of part.named) this.dropNamed(file, node);
    for (const [write, { edits }] of values) {
      const { changes } = this.context(write.file);
      if (write.node.type === 'Property') removal.removeProperty(write.file, write.node);
      else if (write.node.type === 'AssignmentExpression') changes.remove(write.node);
      this.dropUnread(write.file, write.value);
      retypePart(this.all.contexts, write, part.name, undefined);
      retypePayload(this.all.contexts, write, [part.name]);
      for (const edit of edits) this.edit(edit);
    }
  }

  /** A ref, where it is declared, taken in or handed on. */
  private dropNamed(file: SourceFile, node: Node): void {
    const { changes } = this.context(file);
    const { parent } = node;
    if (node.type === 'Property') this.all.removal.removeProperty(file, node);
    else if (node.type === 'MemberExpression') return;
    else if (parent?.type === 'VariableDeclarator' || parent?.type === 'ImportSpecifier') changes.remove(parent);
    else if (parent?.type === 'Property') removeFromPattern(changes, parent);
  }

  private putFlag({ file, node, value }: StateWrite, { text, edits }: FlagValue, name: string): void {
    const { changes } = this.context(file);
    for (const edit of edits) this.edit(edit);
    this.all.holders.claim(value);
    if (text !== 'false' && node.type === 'Property') this.reset({ file, node, value }, name);
    if (text.includes(HAS)) this.importHasSession(file);
    const isSame = text === textOf(file, value);
    if (node.type === 'Property') changes.replace(node, text === name ? name : `${name}: ${text}`);
    else if (node.type === 'CallExpression' && isKeptInStorage(file, node)) {
      changes.replace(node, `ref(${text})`);
      changes.addImport({ source: 'vue', imported: 'ref', local: 'ref' });
    } else if (node.type === 'CallExpression') beginRef(changes, node, text);
    else {
      if (node.left.type === 'MemberExpression' && memberName(node.left) !== REF_VALUE) changes.replace(node.left.property, name);
      if (!isSame) changes.replace(value, text);
    }
    if (!isSame) this.dropUnread(file, value);
  }

  /** `...action.payload, isSignedIn: hasSession()`: what had the token brings it no more. */
  private putBeside({ file, node }: Located<TSESTree.SpreadElement>, name: string): void {
    const text = isSignOut({ file, node }) ? 'false' : HAS;
    if (text === HAS) this.importHasSession(file);
    const gap = startsLine(file.text, node) ? `${lineEndOf(file.text)}${indentationAt(file.text, node.range[0])}` : ' ';
    this.context(file).changes.insert(node.range[1], `,${gap}${name}: ${text}`);
  }

  /**
   * A parameter that is handed on as the flag is called and typed as one: `setToken: (token) => set({ token })`.
   *
   * @returns What is put there.
   */
  private nameParameter(write: StateWrite, { text }: FlagValue, name: string): string {
    const context = this.context(write.file);
    const inner = bare(write.value);
    const variable = inner.type === 'Identifier' ? variableOf(write.file, inner) : undefined;
    const binding = variable && bindingOf(variable);
    retypePayload(this.all.contexts, write, context.facts.client.bodyKeys);
    if (!variable || binding?.kind !== 'parameter' || binding.path.length > 0 || text !== variable.name) return text;
    const parameter = variable.identifiers[0] as TSESTree.Identifier;
    const isFree = variable.scope.set.get(name) === undefined && /token|jwt/i.test(text) && readsOf(variable).length === 1;
    if (isFree) context.changes.replace(parameter, name);
    retypeParameter(this.all.contexts, write, parameter, isFree ? name : text);
    return isFree ? name : text;
  }

  /** What a state began with says that somebody is signed in, where it was so: signing out is another matter. */
  private reset(write: StateWrite, name: string): void {
    for (const { file, node } of resetsOf(write)) {
      const isBody = node.parent?.type === 'ArrowFunctionExpression' && node.parent.body === node;
      const text = `{ ...${textOf(file, node)}, ${name}: false }`;
      this.context(file).changes.replace(node, isBody ? `(${text})` : text);
    }
  }

  private edit({ file, node, text }: FlagEdit): void {
    const { changes } = this.context(file);
    if (text === undefined) {
      this.all.removal.removeProperty(file, node);
      return;
    }
    this.all.holders.claim(node);
    if (text.includes(HAS)) this.importHasSession(file);
    if (text === textOf(file, node)) return;
    const { parent } = dressed(node);
    if (parent?.type === 'Property' && parent.shorthand) changes.replace(parent, `${textOf(file, parent.key)}: ${text}`);
    else changes.replace(node, text);
    this.dropUnread(file, node);
  }

  /** A name that was for the value alone goes out of the pattern that declares it. */
  private dropUnread(file: SourceFile, value: Node): void {
    const inner = bare(value);
    const variable = inner.type === 'Identifier' ? variableOf(file, inner) : undefined;
    const property = variable && patternProperty(variable);
    const { changes } = this.context(file);
    if (variable && property && changes.remaining(readsOf(variable)).length === 0) removeFromPattern(changes, property);
  }

  /** A comparison of the token with nothing becomes the flag itself. */
  private askFlag({ file, node, isNegated }: Extract<Ending, { kind: 'truth' }>, names: FlagNames, calls: ReadonlySet<Node>): void {
    const inner = bare(node);
    // `!!token` made a boolean of the token: what takes its place is one already.
    const whole = withoutDoubt(node);
    if (whole !== node) {
      this.context(file).changes.replace(whole, names.textOf(file, inner));
      return;
    }
    if (calls.has(inner)) return;
    const isLength = inner.type === 'MemberExpression' && memberName(inner) === 'length';
    if (inner.type !== 'BinaryExpression' && inner.type !== 'CallExpression' && !isLength) return;
    const text = names.textOf(file, subjectOf(node));
    this.context(file).changes.replace(node, isNegated ? `!${text}` : text);
  }

  private importHasSession(file: SourceFile): void {
    const { changes, facts } = this.context(file);
    changes.addImport({ source: importPath(file.path, facts.client.session), imported: 'hasSession', local: 'hasSession' });
  }
}

/** The entries of objects that go, because what is taken out of them is the flag from now on. */
function entriesThatGo(values: ReadonlyMap<StateWrite, FlagValue> | undefined): ReadonlySet<Node> {
  const edits = [...(values?.values() ?? [])].flatMap((one) => one.edits);
  return new Set(edits.flatMap(({ node, text }) => (text === undefined ? [node] : [])));
}

/** Whether something is seen to sign in. */
function isSet({ spreads }: StatePart, values: ReadonlyMap<StateWrite, FlagValue>): boolean {
  const isSignIn = ({ text, edits }: FlagValue): boolean => text.includes(HAS) || edits.some((one) => one.text?.includes(HAS));
  return spreads.length > 0 || [...values.values()].some(isSignIn);
}

/** What a ref begins with that is given nothing, or what is in the storage. */
function begun({ file, node }: StateWrite): FlagValue {
  return { text: node.type === 'CallExpression' && isKeptInStorage(file, node) ? HAS : 'false', edits: [] };
}

/** `ref<string>('')` */
function beginRef(changes: Changes, call: TSESTree.CallExpression, text: string): void {
  const [initial] = call.arguments;
  if (initial) changes.replace(initial, text);
  else changes.addEntry(call, text);
  for (const type of call.typeArguments?.params ?? []) changes.replace(type, 'boolean');
}

/** What reads a part of a state once the part is called something else. */
function namedAnew(file: SourceFile, node: Node, name: string): string {
  if (node.type !== 'MemberExpression' || node.computed) return textOf(file, node);
  if (memberName(node) === REF_VALUE && node.object.type === 'Identifier') return `${name}.${REF_VALUE}`;
  return `${file.text.slice(node.range[0], node.property.range[0])}${name}`;
}

/** Whether a library is told to keep the part by a function that names it, and nothing puts the state back to what it began with. */
function isKeptApart({ reads, writes }: StatePart): boolean {
  return reads.some(({ file, node }) => isKeptByLibrary(file, node)) && writes.every((one) => resetsOf(one).length === 0);
}
