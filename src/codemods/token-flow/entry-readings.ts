import { readsOf } from '../../syntax/bindings.ts';
import { memberName, propertyName } from '../../syntax/nodes.ts';
import type { Located } from './calls.ts';
import type { EntryHolder } from './holder.ts';

/** `options.token`, and the property of `const { token } = options`. */
export function readsOfEntry({ file, variable, name }: EntryHolder): Located[] {
  return readsOf(variable).flatMap((read): Located[] => {
    const { parent } = read;
    if (parent?.type === 'MemberExpression') return parent.object === read && memberName(parent) === name ? [{ file, node: parent }] : [];
    if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'ObjectPattern') return [];
    return parent.id.properties.flatMap((one) => (one.type === 'Property' && propertyName(one) === name ? [{ file, node: one }] : []));
  });
}
