import { destinationsOf, sourcesOf } from '../../flow/back.ts';
import { flowsOfLibrary } from '../../flow/library-flows.ts';
import type { Location } from '../../flow/location.ts';
import { isKept, locationOf, sharedLibrary } from '../../flow/location.ts';
import { originOf } from '../../flow/origin.ts';
import { variableOf } from '../../syntax/bindings.ts';
import { calleeName } from '../../syntax/functions.ts';
import type { CallNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { dressed, enclosingFunction, isFunction, memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { CallIndex, Located } from './calls.ts';
import { attributeTaking } from './component-attributes.ts';
import { readingsNamed } from './member-readings.ts';
import { propertyAround } from './pattern-names.ts';
import { refsMadeOf } from './state-parts.ts';

/** How many places an object is followed through. What goes further goes everywhere. */
const MOST_PLACES = 300;

/**
 * Where a property of an object is taken out of it again, wherever the object goes. Undefined where it goes somewhere that is
 * not followed: what is not seen may ask for any property.
 */
export function readsOfPart(file: SourceFile, property: TSESTree.Property, name: string, index: CallIndex): Located[] | undefined {
  // By itself a file does not know who else is handed the object.
  if (!file.links) return undefined;
  const start = locationOf(file, property.value);
  const found = new Set<Location>([start]);
  const reads = new Map<Node, Located>();
  for (const at of found) {
    if (found.size > MOST_PLACES || sharedLibrary(at) !== undefined) return undefined;
    const next = destinationsOf(at);
    if (at !== start && !isFollowed(at, next, index)) return undefined;
    for (const one of next) {
      // `computed(() => auth.token)`: a ref of its own, by which it is read further on.
      if (refsMadeOf(one).length > 0) return undefined;
      const read = one.path.length > 0 ? undefined : readAt(one);
      if (one.path.length > 0) found.add(one);
      else if (read) reads.set(read.node, read);
    }
  }
  for (const one of readsByName(start, name, index)) reads.set(one.node, one);
  return [...reads.values()];
}

/** The member or the pattern's property by which a part is taken out there. */
function readAt({ file, node }: Location): Located {
  const property = node.type === 'Identifier' ? propertyAround(node) : undefined;
  return { file, node: property ?? node };
}

/** Those that come from there, although it is not followed to them from there. */
function readsByName(start: Location, name: string, index: CallIndex): Located[] {
  return index.all.flatMap((file) =>
    readingsNamed(file, name)
      .filter(({ name: at }) => at !== start.node && comesFrom(locationOf(file, at), start))
      .map(({ node }) => ({ file, node })),
  );
}

function comesFrom(from: Location, start: Location): boolean {
  const seen = new Set([from]);
  for (const at of seen) {
    if (at === start) return true;
    if (seen.size < MOST_PLACES) for (const next of sourcesOf(at)) seen.add(next);
  }
  return false;
}

/** Whether everything is known that an object goes to from where it stands. */
function isFollowed(at: Location, next: readonly Location[], index: CallIndex): boolean {
  const { file, node } = at;
  if (isKept(at) || isDeclared(file, node)) return true;
  const outer = dressed(node);
  const { parent } = outer;
  switch (parent?.type) {
    case 'MemberExpression':
      return isNamedMember(parent, outer);
    case 'VariableDeclarator':
      return isTakenByNames(parent.id, next);
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
      return isReturnedToKnown(file, parent, next, index);
    case 'CallExpression':
    case 'NewExpression':
      return isGivenToKnown(file, outer, parent, next);
    case 'JSXExpressionContainer':
      return isHandedToKnown(file, outer, parent, next, index);
    case 'ArrayExpression':
      return isDependency(parent);
    default:
      return parent !== undefined && isAskedOrGoesOn(outer, parent, next);
  }
}

function isAskedOrGoesOn(node: Node, parent: Node, next: readonly Location[]): boolean {
  return isAsked(node, parent) || (next.length > 0 && parent.type !== 'JSXSpreadAttribute');
}

function isNamedMember(member: TSESTree.MemberExpression, object: Node): boolean {
  return member.object === object && memberName(member) !== undefined;
}

function isDeclared(file: SourceFile, node: Node): boolean {
  return node.type === 'Identifier' && variableOf(file, node)?.identifiers.includes(node) === true;
}

/** Whether a variable is declared with an object, or names of its properties; an element of a list that a hook gives. */
function isTakenByNames(pattern: Node, next: readonly Location[]): boolean {
  if (pattern.type === 'Identifier') return true;
  if (pattern.type === 'ArrayPattern') return next.length > 0;
  return pattern.type === 'ObjectPattern' && pattern.properties.every(({ type }) => type === 'Property');
}

/** Whether it is only asked of an object whether it is there, or nothing is done with it. */
function isAsked(node: Node, parent: Node): boolean {
  switch (parent.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return parent.test === node;
    case 'LogicalExpression':
      return parent.left === node && parent.operator === '&&';
    case 'UnaryExpression':
    case 'ExpressionStatement':
      return true;
    case 'BinaryExpression':
      return /^[!=]==?$/.test(parent.operator);
    default:
      return false;
  }
}

/** A function's result goes to its callers, who are all known, or to what runs the callback that it is. */
function isReturnedToKnown(file: SourceFile, returned: Node, next: readonly Location[], index: CallIndex): boolean {
  const fn = returned.type === 'ArrowFunctionExpression' ? returned : enclosingFunction(returned);
  if (!fn) return false;
  if (fn.parent.type === 'CallExpression' && fn.parent.callee !== fn && !/^use(?:Callback|Memo)$/.test(calleeName(fn.parent) ?? ''))
    return next.length > 0;
  const isRun = next.length > 0 || index.callsTo(fn).length > 0;
  return isRun && (index.isOnlyCalled({ file, node: fn }) || index.referencesTo(file, fn).every(isRunByLibrary));
}

/** `useReducer(reducer, initialState)`: what the library does with the function's results is known. */
function isRunByLibrary({ file, node }: Located): boolean {
  const at = dressed(node);
  const { parent } = at;
  if (parent?.type === 'ExportSpecifier' || parent?.type === 'ExportDefaultDeclaration') return true;
  return parent?.type === 'CallExpression' && parent.callee !== at && isOfLibrary(file, parent);
}

function isGivenToKnown(
  file: SourceFile,
  given: Node,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  next: readonly Location[],
): boolean {
  if (call.callee === given) return false;
  if (/^console\./.test(originOf(file, call.callee) ?? '')) return true;
  return next.length > 0 && (isOfLibrary(file, call) || isKnownCallee(file, call));
}

/** Whether everything that may be called is a function of the code's own, or what a library gave: the setter of a state. */
function isKnownCallee(file: SourceFile, { callee }: CallNode): boolean {
  const found = new Set([locationOf(file, callee)]);
  for (const at of found) {
    if (found.size > MOST_PLACES) return false;
    const { node, path } = at;
    const isEnd = (isFunction(node) && path.length === 0) || isAbsent(at) || (isCall(node) && !isKept(at) && isOfLibrary(at.file, node));
    const sources = isEnd ? [] : sourcesOf(at);
    if (!isEnd && sources.length === 0) return false;
    for (const next of sources) found.add(next);
  }
  return true;
}

function isOfLibrary(file: SourceFile, call: CallNode): boolean {
  return flowsOfLibrary(file, call) !== undefined;
}

/** What is put in a function's place where there is none: `null`, an object that has no such property. */
function isAbsent({ node, path }: Location): boolean {
  return (
    node.type === 'Literal' ||
    (node.type === 'ObjectExpression' && path.length > 0 && node.properties.every(({ type }) => type === 'Property'))
  );
}

function isCall(node: Node): node is CallNode {
  return node.type === 'CallExpression' || node.type === 'NewExpression';
}

/** A component that takes its properties by name, or the provider of a context. */
function isHandedToKnown(file: SourceFile, given: Node, container: Node, next: readonly Location[], index: CallIndex): boolean {
  const attribute = container.parent;
  if (attribute?.type !== 'JSXAttribute' || next.length === 0) return false;
  const taken = attributeTaking(file, given);
  if (taken) return index.isOnlyMadeAsElement(taken.component);
  return attribute.name.name === 'value' && next.every((one) => isKept(one));
}

function isDependency(list: TSESTree.ArrayExpression): boolean {
  const call = list.parent;
  return call.type === 'CallExpression' && call.arguments.indexOf(list) >= 1 && /^use[A-Z]/.test(calleeName(call) ?? '');
}
