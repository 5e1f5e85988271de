import type { Variable } from '@typescript-eslint/scope-manager';
import { reachOf, sourcesOf } from '../../flow/back.ts';
import type { Location } from '../../flow/location.ts';
import { locationOf } from '../../flow/location.ts';
import type { StateHook } from '../../flow/state-hooks.ts';
import { stateHookOf } from '../../flow/state-hooks.ts';
import { variableOf } from '../../syntax/bindings.ts';
import type { CallNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, dressed, isFunction } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { CallIndex, Located } from './calls.ts';
import { attributeTaking, valuesGiven } from './component-attributes.ts';
import type { Holder, MemberHolder } from './holder.ts';
import type { Holders } from './holders.ts';
import { mayBeReadElsewhere } from './unseen-readers.ts';

/** A place that names what sets a state. */
export interface SetterRead extends Located {
  readonly isKnown: boolean;
  /** The member of what a context hands down that it becomes. */
  readonly member?: MemberHolder;
  /** The attribute by which a component is handed it. */
  readonly attribute?: TSESTree.JSXAttribute;
}

/** How many locations the callee of a call is followed back through. */
const MOST_PLACES = 200;

/** Where what sets a state is named, and whether that is known to be all: it is called there, or handed down by a context. */
export function readsOfSetter(
  { file, variable: setter }: { readonly file: SourceFile; readonly variable: Variable },
  holders: Holders,
  index: CallIndex,
): SetterRead[] {
  const name = setter.identifiers[0] as Node;
  const reached = reachOf(locationOf(file, name));
  if (!reached) return [{ file, node: name, isKnown: false }];
  const nodes = new Set([...reached].flatMap(({ node, path }) => (path.length === 0 ? [node] : [])));
  return [...reached].flatMap(({ file: home, node, path }): SetterRead[] => {
    if (path.length > 0 || isDeclaration(home, node)) return [];
    const member = dressed(node).parent?.type === 'Property' ? holders.holderAhead(locationOf(home, node)) : undefined;
    const isMember = member?.kind === 'member';
    const attribute = attributeGivingOnly(home, node, nodes, index);
    const isMemberSeen = isMember && (holders.readsOf(member).length > 0 || !mayBeReadElsewhere(member.made));
    const isKnown = index.all.includes(home) && (isMemberSeen || attribute !== undefined || isNamedOnly(node));
    return [{ file: home, node, isKnown, ...(isMember && { member }), ...(attribute && { attribute }) }];
  });
}

/** The attribute by which a component is handed a setter, where it is handed no other under the same name. */
function attributeGivingOnly(
  file: SourceFile,
  node: Node,
  setters: ReadonlySet<Node>,
  index: CallIndex,
): TSESTree.JSXAttribute | undefined {
  const taken = attributeTaking(file, node);
  const given =
    taken && index.isOnlyMadeAsElement(taken.component) ? valuesGiven(index.elementsOf(taken.component.node), taken.name) : undefined;
  return given?.every((one) => setters.has(bare(one.node))) ? taken?.attribute : undefined;
}

/** The state that a call sets, whatever way its setter came; undefined where it may be something else that is called. */
export function stateSetBy(file: SourceFile, call: CallNode, holders: Holders): Holder | undefined {
  const found = new Set([locationOf(file, call.callee)]);
  const states = new Set<Holder>();
  for (const at of found) {
    const state = stateOfSetter(at, holders);
    if (state) states.add(state);
    if (state || isPlaceholder(at)) continue;
    const sources = sourcesOf(at);
    if (sources.length === 0 || found.size > MOST_PLACES) return undefined;
    for (const next of sources) found.add(next);
  }
  const [state, ...others] = states;
  const isSeen = state !== undefined && holders.definitionsOf(state).some(({ site }) => site === call);
  return isSeen && others.length === 0 ? state : undefined;
}

/** Whether a call sets some state, whatever way its setter came. */
export function setsState(file: SourceFile, call: CallNode): boolean {
  const found = new Set([locationOf(file, call.callee)]);
  for (const at of found) {
    if (hookOfSetter(at)) return true;
    if (found.size > MOST_PLACES) return false;
    for (const next of sourcesOf(at)) found.add(next);
  }
  return false;
}

/** The hook that gives the setter which is at a location. */
function hookOfSetter({ file, node, path }: Location): StateHook | undefined {
  const hook = node.type === 'CallExpression' ? stateHookOf(file, node) : undefined;
  return hook?.setter !== undefined && path.length === 1 && path[0] === hook.setter ? hook : undefined;
}

/** The state that a hook's call gives the setter of at a location. */
function stateOfSetter(at: Location, holders: Holders): Holder | undefined {
  const { file, node } = at;
  const hook = hookOfSetter(at);
  if (!hook) return undefined;
  const declarator = node.parent;
  const name =
    declarator?.type === 'VariableDeclarator' && declarator.id.type === 'ArrayPattern' && declarator.id.elements[Number(hook.state)];
  const variable = name && name.type === 'Identifier' ? variableOf(file, name) : undefined;
  return variable && holders.variable(file, variable);
}

/** What stands in for a setter where no provider is: `null`, `() => {}`. */
function isPlaceholder({ node }: Location): boolean {
  if (node.type === 'Literal') return true;
  return isFunction(node) && node.body.type === 'BlockStatement' && node.body.body.every(({ type }) => type === 'ThrowStatement');
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
