import type { Variable } from '@typescript-eslint/scope-manager';
import { reachOf } from '../../flow/back.ts';
import { locationOf } from '../../flow/location.ts';
import { variableOf } from '../../syntax/bindings.ts';
import type { Node } from '../../syntax/nodes.ts';
import { dressed } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { CallIndex, Located } from './calls.ts';
import type { MemberHolder } from './holder.ts';
import type { Holders } from './holders.ts';

/** A place that names what sets a state. */
export interface SetterRead extends Located {
  readonly isKnown: boolean;
  /** The member of what a context hands down that it becomes. */
  readonly member?: MemberHolder;
}

/** Where what sets a state is named, and whether that is known to be all: it is called there, or handed down by a context. */
export function readsOfSetter(
  { file, variable: setter }: { readonly file: SourceFile; readonly variable: Variable },
  holders: Holders,
  index: CallIndex,
): SetterRead[] {
  const name = setter.identifiers[0] as Node;
  const reached = reachOf(locationOf(file, name));
  if (!reached) return [{ file, node: name, isKnown: false }];
  return [...reached].flatMap(({ file: home, node, path }): SetterRead[] => {
    if (path.length > 0 || isDeclaration(home, node)) return [];
    const member = dressed(node).parent?.type === 'Property' ? holders.holderAhead(locationOf(home, node)) : undefined;
    const isMember = member?.kind === 'member';
    const isKnown = index.all.includes(home) && (isMember || isNamedOnly(node));
    return [{ file: home, node, isKnown, ...(isMember && { member }) }];
  });
}

/** Whether a name is declared there, and not read. */
function isDeclaration(file: SourceFile, node: Node): boolean {
  return node.type === 'Identifier' && variableOf(file, node)?.identifiers.includes(node) === true;
}

/** Whether a function is called where it is named, gets another name, or stands in a list of what a hook depends on. */
function isNamedOnly(node: Node): boolean {
  const at = dressed(node);
  const { parent } = at;
  const isCalled = parent?.type === 'CallExpression' && parent.callee === at;
  return isCalled || parent?.type === 'VariableDeclarator' || parent?.type === 'ArrayExpression';
}
