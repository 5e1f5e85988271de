import { possibleMembers } from '../flow/candidates.ts';
import type { Place } from '../flow/resolve.ts';
import { memberOf, resolveValue } from '../flow/resolve.ts';
import { bindingOf, variableOf } from '../syntax/bindings.ts';
import { calleeName } from '../syntax/functions.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { bare, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { loopedOver } from './component-names.ts';

/** `TEXTS[language]`, `TEXTS[language].greeting`, where the table is written in the code: that of each row. */
export function textsOfTable(file: SourceFile, node: TSESTree.MemberExpression): Place[] | undefined {
  const name = memberName(node);
  const row = name === undefined ? node : bare(node.object);
  if (row.type !== 'MemberExpression' || memberName(row) !== undefined) return undefined;
  const rows = possibleMembers(file, row);
  const parts = name === undefined ? rows : rows.map((one) => memberOf(one, name, 4));
  return parts.length > 0 && parts.every((one) => one !== undefined) ? parts : undefined;
}

/** `post.embed` in `posts.map((post) => …)` or a template's loop, where the posts are written in the code: that of each of them. */
export function textsOfList(file: SourceFile, node: TSESTree.MemberExpression): Place[] | undefined {
  const name = memberName(node);
  const item = bare(node.object);
  if (name === undefined || item.type !== 'Identifier') return undefined;
  const mapped = mappedOver(file, item);
  const list = mapped ? resolveValue({ file, node: mapped }) : loopedOver(file, item);
  if (list?.node.type !== 'ArrayExpression') return undefined;
  const parts = list.node.elements.map((one) =>
    one && one.type !== 'SpreadElement' ? memberOf({ file: list.file, node: one }, name, 4) : undefined,
  );
  return parts.length > 0 && parts.every((one) => one !== undefined) ? parts : undefined;
}

/** The list whose items a function is called with. */
function mappedOver(file: SourceFile, item: TSESTree.Identifier): Node | undefined {
  const variable = variableOf(file, item);
  const binding = variable && bindingOf(variable);
  if (binding?.kind !== 'parameter' || binding.index !== 0 || binding.path.length > 0) return undefined;
  const { parent } = binding.fn;
  if (parent.type !== 'CallExpression' || parent.callee.type !== 'MemberExpression') return undefined;
  return /^(?:map|forEach|flatMap)$/.test(calleeName(parent) ?? '') ? parent.callee.object : undefined;
}
