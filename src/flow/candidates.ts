import type { Binding } from '../syntax/bindings.ts';
import { argumentAt } from '../syntax/functions.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { callersOf } from './calls.ts';
import { possibleTexts } from './possible-texts.ts';
import type { Place } from './resolve.ts';
import { MAX_STEPS, memberOf, resolveValue } from './resolve.ts';

/** What the callers of a function give to one of its parameters, or to a part of one. */
export function givenByCallers(file: SourceFile, { fn, index, node, path }: Extract<Binding, { kind: 'parameter' }>): Place[] {
  if (node.type === 'RestElement') return [];
  return callersOf(file, fn).flatMap((call) => {
    const given = argumentAt(call.node, index);
    let place: Place | undefined = given && { file: call.file, node: given };
    for (const step of path) place = place && step !== undefined ? memberOf(place, step, MAX_STEPS) : undefined;
    return place ?? [];
  });
}

/** `{ local: localStorage, session: sessionStorage }[kind]`: what it may give, where the object is written out. */
export function possibleMembers(file: SourceFile, { object, property }: TSESTree.MemberExpression): Place[] {
  const { file: home, node } = resolveValue({ file, node: object });
  if (node.type !== 'ObjectExpression') return [];
  const names = possibleTexts(file, property);
  return node.properties.flatMap((one) =>
    one.type === 'Property' && (names.length === 0 || names.includes(propertyName(one) ?? '')) ? [{ file: home, node: one.value }] : [],
  );
}

/** The elements of a list that is written out. */
export function elementsOfList(file: SourceFile, list: Node): Place[] {
  const { file: home, node } = resolveValue({ file, node: list });
  if (node.type !== 'ArrayExpression') return [];
  return node.elements.flatMap((one) => (one && one.type !== 'SpreadElement' ? [{ file: home, node: one }] : []));
}
