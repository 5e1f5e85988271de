import type { Variable } from '@typescript-eslint/scope-manager';
import { bindingOf, readsOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt } from '../../syntax/functions.ts';
import type { FunctionNode, TSESTree } from '../../syntax/nodes.ts';
import { bare, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { CallIndex, Located } from './calls.ts';

/** A property of the object that a function takes as a parameter: `credentials.t` of `load(params, { t: jwt.token })`. */
export interface EntrySlot {
  readonly kind: 'entry';
  readonly file: SourceFile;
  readonly fn: FunctionNode;
  /** Which parameter. */
  readonly index: number;
  readonly variable: Variable;
  readonly name: string;
}

/** The entry that a member reads, where some caller gives the parameter an object literal with such a property. */
export function entryAt(file: SourceFile, node: TSESTree.MemberExpression, calls: CallIndex): EntrySlot | undefined {
  const name = memberName(node);
  const variable = node.object.type === 'Identifier' ? variableOf(file, node.object) : undefined;
  const binding = variable && bindingOf(variable);
  if (name === undefined || !variable || binding?.kind !== 'parameter' || binding.path.length > 0) return undefined;
  const slot: EntrySlot = { kind: 'entry', file, fn: binding.fn, index: binding.index, variable, name };
  return entryGivers(slot, calls).length > 0 ? slot : undefined;
}

/** The entry of a parameter that is no pattern. */
export function entryOfParameter({ file, node: fn }: Located<FunctionNode>, index: number, name: string): EntrySlot | undefined {
  const given = fn.params[index];
  const parameter = given?.type === 'AssignmentPattern' ? given.left : given;
  const variable = parameter?.type === 'Identifier' ? variableOf(file, parameter) : undefined;
  return variable && { kind: 'entry', file, fn, index, variable, name };
}

/** The properties that callers put into the object. */
export function entryGivers({ fn, index, name }: EntrySlot, calls: CallIndex): Located<TSESTree.Property>[] {
  return objectsGiven({ fn, index }, calls).flatMap(({ file, node }) =>
    node.properties.flatMap((one) => (one.type === 'Property' && propertyName(one) === name ? [{ file, node: one }] : [])),
  );
}

/** The object literals that callers give the parameter. */
export function objectsGiven({ fn, index }: Pick<EntrySlot, 'fn' | 'index'>, calls: CallIndex): Located<TSESTree.ObjectExpression>[] {
  return calls.callsTo(fn).flatMap(({ file, node }) => {
    const given = argumentAt(node, index);
    const object = given && bare(given);
    return object?.type === 'ObjectExpression' ? [{ file, node: object }] : [];
  });
}

/** The members that read it in the function. */
export function entryReads({ file, variable, name }: EntrySlot): Located[] {
  return readsOf(variable).flatMap((read) =>
    read.parent?.type === 'MemberExpression' && read.parent.object === read && memberName(read.parent) === name
      ? [{ file, node: read.parent }]
      : [],
  );
}
