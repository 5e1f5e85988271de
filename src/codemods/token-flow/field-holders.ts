import type { Place } from '../../flow/resolve.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { thisHost } from '../../flow/this-host.ts';
import type { ClassNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { isAssignmentTarget, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { Located } from './calls.ts';
import type { Definition } from './holder.ts';

/** What a field begins with, and every assignment to it. */
export function definitionsOfField(file: SourceFile, host: ClassNode | TSESTree.ObjectExpression, name: string): Definition[] {
  const initial: Definition[] =
    host.type === 'ObjectExpression'
      ? host.properties.flatMap((one) =>
          one.type === 'Property' && propertyName(one) === name && !isFunction(one.value)
            ? [{ file, value: one.value, site: one, form: 'property' as const }]
            : [],
        )
      : host.body.body.flatMap((one) =>
          one.type === 'PropertyDefinition' && propertyName(one) === name && one.value
            ? [{ file, value: one.value, site: one, form: 'property' as const }]
            : [],
        );
  const assigned = nodesOf(file, 'AssignmentExpression').flatMap((one): Definition[] =>
    one.left.type === 'MemberExpression' &&
    one.left.object.type === 'ThisExpression' &&
    memberName(one.left) === name &&
    thisHost(one.left.object) === host
      ? [{ file, value: one.right, site: one, form: 'assignment' }]
      : [],
  );
  return [...initial, ...assigned];
}

/** Where a field is read: of `this`, and of the object or instance from outside. */
export function readsOfField(
  files: readonly SourceFile[],
  file: SourceFile,
  host: ClassNode | TSESTree.ObjectExpression,
  name: string,
): Located[] {
  return files.flatMap((one) =>
    nodesOf(one, 'MemberExpression').flatMap((node): Located[] => {
      if (memberName(node) !== name || isAssignmentTarget(node)) return [];
      const isOfHost =
        node.object.type === 'ThisExpression'
          ? one === file && thisHost(node.object) === host
          : hostBehind({ file: one, node: node.object }) === host;
      return isOfHost ? [{ file: one, node }] : [];
    }),
  );
}

/** The object, or the class of the instance, that an expression is: `auth` of `auth.token`. */
function hostBehind(place: Place): Node {
  const { file, node } = resolveValue(place);
  return node.type === 'NewExpression' ? resolveValue({ file, node: node.callee }).node : node;
}
