import type { Variable } from '@typescript-eslint/scope-manager';
import { storageExposures } from '../../exposures/storage.ts';
import type { StorageExposure } from '../../exposures/index.ts';
import { isCredentialKey } from '../../exposures/storage-keys.ts';
import { quoted, styleOf } from '../../edits/style.ts';
import { variableOf } from '../../syntax/bindings.ts';
import type { Node } from '../../syntax/nodes.ts';
import { bare, dressed, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import type { CallIndex, Located } from './calls.ts';
import type { Holder } from './holder.ts';
import type { Holders } from './holders.ts';
import { localOf } from './pattern-names.ts';
import { useOf } from './uses.ts';

/** What a text has: asking for it does not make a text an object. */
const OF_TEXTS =
  /^(?:length|split|replace|replaceAll|trim|startsWith|endsWith|slice|substring|substr|toString|includes|indexOf|concat|match)$/;

const TOKEN_NAME = /token|jwt|bearer/i;

/**
 * Objects that an app keeps under a key that speaks of a token: `{ token, user }` under `jwt`. They stay, without the token,
 * under a key that says what they are now.
 */
export class StoredObjects {
  private readonly keys = new Set<string>();
  /** The variables that such an object is handed on through. */
  private readonly variables = new Map<Variable, SourceFile>();
  /** Where the token is taken out of such an object. */
  readonly takings: Located[] = [];
  private readonly holders: Holders;
  private readonly index: CallIndex;
  private readonly contexts: ReadonlyMap<SourceFile, CodemodContext>;

  constructor(contexts: ReadonlyMap<SourceFile, CodemodContext>, holders: Holders, index: CallIndex) {
    this.contexts = contexts;
    this.holders = holders;
    this.index = index;
    for (const file of contexts.keys()) {
      for (const { kind, key, node } of storageExposures(file)) {
        if (!kind.endsWith('-read') || key.text === undefined || !isCredentialKey(key.reading)) continue;
        const seen = new Set<Holder>();
        const members = this.membersOf(file, node, seen);
        if (!members.some(({ name }) => !TOKEN_NAME.test(name))) continue;
        this.keys.add(key.text);
        for (const holder of seen) if (holder.kind === 'variable') this.variables.set(holder.variable, holder.file);
        this.takings.push(...members.filter(({ name }) => TOKEN_NAME.test(name)).map(({ at }) => at));
      }
    }
  }

  /** Whether what is stored there is such an object. */
  has({ key }: StorageExposure): boolean {
    return key.text !== undefined && this.keys.has(key.text);
  }

  /** What is taken out of a value, wherever it is handed on to. */
  private membersOf(file: SourceFile, node: Node, seen: Set<Holder>): { readonly name: string; readonly at: Located }[] {
    const use = useOf(file, node, this.holders, this.index, (one) => this.contexts.get(one)!.changes);
    if (use.kind === 'flow') {
      if (seen.has(use.holder)) return [];
      seen.add(use.holder);
      return this.holders.readsOf(use.holder).flatMap((read) => {
        const local = read.node.type === 'Property' ? localOf(read.file, read.node) : undefined;
        if (local)
          return this.holders.readsOf(this.holders.variable(read.file, local)).flatMap((one) => this.membersOf(one.file, one.node, seen));
        return this.membersOf(read.file, read.node, seen);
      });
    }
    if (use.kind !== 'other') return [];
    const { parent } = dressed(use.node);
    if (parent?.type === 'MemberExpression') {
      const name = memberName(parent);
      return name === undefined || OF_TEXTS.test(name) ? [] : [{ name, at: { file: use.file, node: parent } }];
    }
    if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'ObjectPattern') return [];
    return parent.id.properties.flatMap((one) =>
      one.type === 'Property' && one.value.type === 'Identifier'
        ? [{ name: propertyName(one) ?? '', at: { file: use.file, node: one.value } }]
        : [],
    );
  }

  /** Gives the keys another name, where each place that names one does so by a literal. */
  rename(): void {
    for (const key of this.keys) {
      const places = [...this.contexts.values()].flatMap((context) =>
        storageExposures(context.file)
          .filter((one) => one.key.text === key)
          .map((exposure) => ({ context, exposure, literal: literalOf(exposure) })),
      );
      if (places.some(({ literal }) => literal === undefined)) continue;
      const name = this.isTaken('account') ? 'accountData' : 'account';
      for (const { context, exposure, literal } of places) {
        if (literal) context.changes.replace(literal, literal.type === 'Identifier' ? name : quoted(styleOf(context.file), name));
        const stored = exposure.access.value && variableIn(context.file, exposure.access.value.node);
        if (stored) this.variables.set(stored, context.file);
      }
      for (const [variable, file] of this.variables) renameVariable(this.contexts.get(file)!, variable, name);
    }
  }

  private isTaken(key: string): boolean {
    return [...this.contexts.keys()].some((file) => new RegExp(`[Ss]torage\\.(?:\\w+\\(\\s*)?['"\`]?${key}\\b`).test(file.text));
  }
}

/** The variable that is stored, as it is or as JSON. */
function variableIn(file: SourceFile, value: Node): Variable | undefined {
  const inner = bare(value);
  const held = inner.type === 'CallExpression' && inner.arguments[0] ? bare(inner.arguments[0]) : inner;
  return held.type === 'Identifier' ? variableOf(file, held) : undefined;
}

/** A variable named after the token that its object held gets the object's new name. */
function renameVariable({ changes }: CodemodContext, variable: Variable, name: string): void {
  if (!TOKEN_NAME.test(variable.name) || variable.scope.set.has(name)) return;
  for (const place of new Set<Node>([...variable.identifiers, ...variable.references.map(({ identifier }) => identifier as Node)]))
    if (!changes.isGone(place) && !changes.replaced.has(place)) changes.replace(place, name);
}

/** The key as it is written at the place itself. */
function literalOf({ access, key }: StorageExposure): Node | undefined {
  const node = access.key?.node;
  if (!node) return undefined;
  const inner = bare(node);
  if (inner.type === 'Literal' && inner.value === key.text) return inner;
  return inner.type === 'Identifier' &&
    inner.name === key.text &&
    inner.parent.type === 'MemberExpression' &&
    inner.parent.property === inner
    ? inner
    : undefined;
}
