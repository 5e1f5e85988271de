import { destinationsOf } from '../../flow/back.ts';
import { KEPT, locationOf } from '../../flow/location.ts';
import type { Node } from '../../syntax/nodes.ts';
import { isAssignmentTarget, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { Located } from './calls.ts';
import type { MemberHolder } from './holder.ts';
import { nameIn, propertyAround } from './pattern-names.ts';

/** Where a member of what a context hands down is taken out: `useAuth().token`, the property of `const { token } = useAuth()`. */
export function readsAhead({ made, name }: MemberHolder): Located[] {
  const kept = locationOf(made.file, made.node, [KEPT, name]);
  const found = new Set(kept && [kept]);
  const reads: Located[] = [];
  for (const at of found) {
    for (const next of destinationsOf(at)) {
      const { file, node, path } = next;
      const property = node.type === 'Identifier' ? propertyAround(node) : undefined;
      if (path.length > 0) found.add(next);
      else if (property) reads.push({ file, node: property });
      else if (node.type === 'MemberExpression') reads.push({ file, node });
    }
  }
  return reads;
}

/** Where a file takes a member of a name out of something: the member or the pattern's property, and what names it then. */
export function readingsNamed(file: SourceFile, wanted: string): { readonly node: Node; readonly name: Node }[] {
  if (!file.text.includes(wanted)) return [];
  const members = nodesOf(file, 'MemberExpression').filter((node) => memberName(node) === wanted && !isAssignmentTarget(node));
  const properties = nodesOf(file, 'ObjectPattern')
    .flatMap((pattern) => pattern.properties)
    .flatMap((node) => {
      if (node.type !== 'Property' || propertyName(node) !== wanted) return [];
      const name = nameIn(node);
      return name ? [{ node, name }] : [];
    });
  return [...members.map((node) => ({ node, name: node })), ...properties];
}
