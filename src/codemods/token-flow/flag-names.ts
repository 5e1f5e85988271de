import type { Variable } from '@typescript-eslint/scope-manager';
import { readsOf, variableOf } from '../../syntax/bindings.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import type { Holder } from './holder.ts';
import { patternProperty } from './pattern-names.ts';
import { removeFromPattern } from './removal.ts';
import type { StatePart } from './state-parts.ts';

/** A variable that has the flag from now on. */
interface Flagged {
  readonly file: SourceFile;
  readonly variable: Variable;
  /** Where it is taken out of an object; undefined where it is declared by itself. */
  readonly property: TSESTree.Property | undefined;
  /** What it is called now; undefined where nothing reads it any more. */
  readonly name: string | undefined;
}

/** What is called after the token says what it is now: members of the state, and variables that have it from there. */
export class FlagNames {
  private readonly variables = new Map<Variable, Flagged>();
  private readonly part: StatePart;
  private readonly name: string;
  private readonly context: (file: SourceFile) => CodemodContext;

  constructor(part: StatePart, held: ReadonlySet<Holder>, name: string, context: (file: SourceFile) => CodemodContext) {
    this.part = part;
    this.name = name;
    this.context = context;
    for (const { file, node } of part.named) if (node.type === 'Identifier') this.add(file, variableOf(file, node));
    for (const { file, node } of part.reads) if (node.type === 'Identifier') this.add(file, variableOf(file, node));
    for (const holder of held) if (holder.kind === 'variable') this.add(holder.file, holder.variable);
  }

  private add(file: SourceFile, variable: Variable | undefined): void {
    const definition = variable?.defs[0]?.node as Node | undefined;
    if (!variable || this.variables.has(variable)) return;
    const property = patternProperty(variable);
    const isOwn =
      (definition?.type === 'VariableDeclarator' && definition.id.type === 'Identifier') || definition?.type === 'ImportSpecifier';
    if (!isOwn && !property) return;
    const isRead = this.context(file).changes.remaining(readsOf(variable)).length > 0;
    this.variables.set(variable, { file, variable, property, name: isRead ? this.nameFor(file, variable) : undefined });
  }

  private nameFor(file: SourceFile, variable: Variable): string {
    if (this.isNamed(variable)) return this.name;
    const isFree = nodesOf(file, 'Identifier').every((one) => one.name !== this.name);
    return /token|jwt/i.test(variable.name) && isFree ? this.name : variable.name;
  }

  /** Whether a variable is a ref of the part, which every file calls alike. */
  private isNamed(variable: Variable): boolean {
    return this.part.named.some(({ node }) => node === variable.identifiers[0]);
  }

  /** What reads the flag where the token was read. */
  textOf(file: SourceFile, node: Node): string {
    if (node.type === 'Identifier') {
      const variable = variableOf(file, node);
      return (variable && this.variables.get(variable)?.name) ?? node.name;
    }
    if (node.type === 'MemberExpression' && !node.computed) {
      const { object, property } = node;
      const name = memberName(node) === this.part.name ? this.name : textOf(file, property);
      return `${this.textOf(file, object)}${file.text.slice(object.range[1], property.range[0])}${name}`;
    }
    // unref(token)
    const [first] = node.type === 'CallExpression' ? node.arguments : [];
    if (!first) return textOf(file, node);
    return `${file.text.slice(node.range[0], first.range[0])}${this.textOf(file, first)}${file.text.slice(first.range[1], node.range[1])}`;
  }

  /** Writes the names. Comparisons are written before: what they were about is read no more. */
  write(): void {
    for (const one of this.variables.values()) this.writeVariable(one);
    for (const { file, node } of this.part.reads) {
      const { changes } = this.context(file);
      if (node.type !== 'MemberExpression' || changes.isGone(node) || changes.replaced.has(node)) continue;
      if (memberName(node) === this.part.name) changes.replace(node.property, this.name);
    }
    for (const { file, node } of this.part.named) this.writeEntry(file, node);
  }

  /** An entry of an object, or a member, that is a ref of the part. */
  private writeEntry(file: SourceFile, node: Node): void {
    const { changes } = this.context(file);
    const name =
      node.type === 'Property' && !node.shorthand
        ? node.key
        : node.type === 'MemberExpression' && memberName(node) === this.part.name
          ? node.property
          : undefined;
    if (name && !changes.isGone(node) && !changes.replaced.has(node)) changes.replace(name, this.name);
  }

  private writeVariable({ file, variable, property, name }: Flagged): void {
    const { changes } = this.context(file);
    if (name === undefined) this.dropVariable(file, variable, property);
    else {
      const declared = variable.identifiers[0] as TSESTree.Identifier;
      const isOfState = this.part.reads.some(({ node }) => node === declared) || (property !== undefined && this.isNamed(variable));
      if (declared.parent.type === 'ImportSpecifier')
        changes.replace(declared.parent, name === this.name ? name : `${this.name} as ${name}`);
      else if (property && isOfState) changes.replace(property, name === this.name ? name : `${this.name}: ${name}`);
      else if (declared.typeAnnotation) changes.replace(declared, `${name}: ${this.isNamed(variable) ? 'Ref<boolean>' : 'boolean'}`);
      else if (name !== variable.name) changes.replace(property ?? declared, property ? `${textOf(file, property.key)}: ${name}` : name);
      if (name !== variable.name) this.renameReads(file, variable, name);
    }
  }

  private dropVariable(file: SourceFile, variable: Variable, property: Node | undefined): void {
    const { changes } = this.context(file);
    const declarator = variable.defs[0]?.node as Node | undefined;
    if (property) removeFromPattern(changes, property);
    else if (declarator?.type === 'VariableDeclarator' && declarator.init && changes.isPure(declarator.init)) changes.remove(declarator);
  }

  private renameReads(file: SourceFile, variable: Variable, name: string): void {
    const { changes } = this.context(file);
    for (const read of changes.remaining(readsOf(variable))) {
      const { parent } = read;
      if (parent?.type === 'ExportSpecifier') changes.replace(parent, name);
      else changes.replace(read, parent?.type === 'Property' && parent.shorthand ? this.entryOf(parent, variable, name) : name);
    }
  }

  private entryOf(property: Node, variable: Variable, name: string): string {
    const key = this.part.named.some(({ node }) => node === property) ? this.name : variable.name;
    return key === name ? name : `${key}: ${name}`;
  }
}
