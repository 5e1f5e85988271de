import { bindingOf, variableOf } from '../syntax/bindings.ts';
import { resolveValue } from '../flow/resolve.ts';
import { argumentAt, calleeName, returnsOf } from '../syntax/functions.ts';
import { sourcesOf } from '../flow/back.ts';
import { calledFunction, callersOf } from '../flow/calls.ts';
import type { Location, Path } from '../flow/location.ts';
import { callOfResult, flowsOfLibrary } from '../flow/library-flows.ts';
import { atDeclaration, locationOf } from '../flow/location.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { bare, isFunction, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesWithin, onceFor } from '../syntax/source-file.ts';
import { staticText } from '../flow/static-text.ts';
import { addedTo, isAccount } from './account-lists.ts';
import type { Credential } from './credential.ts';
import { isCredential } from './credential.ts';
import { credentialAt } from './evidence.ts';
import { byName } from './named-evidence.ts';
import { first } from './first.ts';
import { takenOut } from './taken-out.ts';
import { placeForCredential } from './typed-credentials.ts';

/**
 * The credential that an object holds among other things, or undefined: `JSON.stringify({ user, token })`, a spread,
 * a variable that is one, the answer of a login of which the code elsewhere takes the token.
 */
export function credentialWithin(file: SourceFile, node: Node, depth = 6): Credential | undefined {
  if (depth <= 0) return undefined;
  const inner = bare(node);
  switch (inner.type) {
    case 'ObjectExpression':
      return inObject(file, inner, depth);
    case 'ArrayExpression':
      return inList(file, inner, depth);
    case 'CallExpression':
      return inCall(file, inner, depth);
    case 'ConditionalExpression':
      return credentialWithin(file, inner.consequent, depth - 1) ?? credentialWithin(file, inner.alternate, depth - 1);
    case 'LogicalExpression':
      return (
        (inner.operator === '&&' ? undefined : credentialWithin(file, inner.left, depth - 1)) ??
        credentialWithin(file, inner.right, depth - 1)
      );
    case 'Identifier':
    case 'MemberExpression':
      return inValue(file, inner, depth);
    default:
      return undefined;
  }
}

function inList(file: SourceFile, list: TSESTree.ArrayExpression, depth: number): Credential | undefined {
  const grows = list.elements.some((element) => element?.type === 'SpreadElement');
  return first(list.elements, (element) => {
    if (!element || element.type === 'SpreadElement') return undefined;
    return grows ? asOneOfMany(file, element, depth) : within(file, element, depth);
  });
}

/**
 * What is put to others of its kind (`[...tokens, token]`) is of things that are many, as sessions are not: there a bare
 * name says too little, but where it stands beside what tells whose it is.
 */
function asOneOfMany(file: SourceFile, node: Node, depth: number): Credential | undefined {
  const found = within(file, node, depth);
  return found?.strength === 'likely' && !isAccount({ file, node }) ? undefined : found;
}

function within(file: SourceFile, node: Node, depth: number): Credential | undefined {
  return credentialAt(file, node) ?? credentialWithin(file, node, depth - 1);
}

function inObject(file: SourceFile, object: TSESTree.ObjectExpression, depth: number): Credential | undefined {
  return first(object.properties, (property) => {
    if (property.type === 'SpreadElement') {
      const found = credentialWithin(file, property.argument, depth - 1);
      return found && isOverwritten(object, property, found.name) ? undefined : found;
    }
    const name = propertyName(property);
    const found = within(file, property.value, depth);
    const own = name === undefined ? undefined : byName(file, property, name);
    // { csrfToken: token } is what its name says; { t: token } is what its value says.
    if (isCredential(found) && own !== undefined && !isCredential(own) && found.strength !== 'flow') return undefined;
    return found;
  });
}

/** `{ ...user, token: undefined }`: what a later property says goes, and is judged there. */
function isOverwritten(object: TSESTree.ObjectExpression, spread: TSESTree.SpreadElement, name: string): boolean {
  return object.properties.some(
    (property) => property.type === 'Property' && property.range[0] > spread.range[0] && propertyName(property) === name,
  );
}

/** Functions that return what they are given, in another form or as a copy. */
const SAME_CONTENT = /^(?:stringify|encrypt|encode|btoa|parse|cloneDeep|structuredClone|toRaw|String)$/;

function inCall(file: SourceFile, call: TSESTree.CallExpression, depth: number): Credential | undefined {
  const name = calleeName(call) ?? '';
  const arg = argumentAt(call, 0);
  if (arg && SAME_CONTENT.test(name)) {
    const found = within(file, arg, depth);
    return found && name === 'stringify' && isLeftOut(file, argumentAt(call, 1), found.name) ? undefined : found;
  }
  if (name === 'assign')
    return first(call.arguments, (one) => (one.type === 'SpreadElement' ? undefined : credentialWithin(file, one, depth - 1)));
  const found = inResult(file, call, depth);
  return found && { ...found, node: call, file };
}

/** What a function of the app's own returns, or a library that keeps state. */
function inResult(file: SourceFile, call: TSESTree.CallExpression, depth: number): Credential | undefined {
  const called = calledFunction(file, call);
  if (called) return first(returnsOf(called.node), (one) => credentialWithin(called.file, one, depth - 2));
  const put = putInto(locationOf(file, call), depth);
  return put ?? (isOfState(file, call) ? putInto(locationOf(file, call, ['*'] as Path)!, depth) : undefined);
}

/** `JSON.stringify(user, ['name'])` writes what is listed; a replacing function that knows the property's name is there to drop it. */
export function isLeftOut(file: SourceFile, replacer: Node | undefined, name: string): boolean {
  if (!replacer) return false;
  const { file: home, node } = resolveValue({ file, node: replacer });
  if (node.type === 'ArrayExpression')
    return !node.elements.some((element) => element && (element.type === 'SpreadElement' || staticText(home, element) === name));
  return isFunction(node) && nodesWithin(home, 'Literal', node).some((literal) => literal.value === name);
}

/** A variable or member: what it was given, else what the code takes out of it. */
function inValue(file: SourceFile, node: TSESTree.Identifier | TSESTree.MemberExpression, depth: number): Credential | undefined {
  const value = resolveValue({ file, node });
  if (value.node !== node && !isFunction(value.node)) {
    const found = credentialWithin(value.file, value.node, depth - 1);
    if (isCredential(found)) return found;
  }
  const found =
    takenOut(file, node) ??
    first(addedTo({ file, node }), (one) => asOneOfMany(one.file, one.node, depth - 1)) ??
    givenByCallers(file, node, depth) ??
    putInto(locationOf(file, node), depth);
  return found && isTakenAway(file, node, found.name) ? undefined : found;
}

/** `const { token, ...others } = user`: what others hold is without the token. */
function isTakenAway(file: SourceFile, node: Node, name: string): boolean {
  const variable = node.type === 'Identifier' ? variableOf(file, node) : undefined;
  const rest = variable?.identifiers[0]?.parent;
  return (
    rest?.type === 'RestElement' &&
    rest.parent.type === 'ObjectPattern' &&
    rest.parent.properties.some((one) => one.type === 'Property' && propertyName(one) === name)
  );
}

/** Whether a call is of a library that keeps state, or of what such a call gave: `store.getState()`. */
function isOfState(file: SourceFile, call: TSESTree.CallExpression): boolean {
  return flowsOfLibrary(file, call) !== undefined || callOfResult(file, call) !== undefined;
}

/** How many expressions state is followed back to. What comes from more comes from everywhere. */
const MOST_SOURCES = 120;

/** What is put into state, wherever: `setMember({ name, token })` for `member`, a store's first value for what it gives. */
function putInto(from: Location, depth: number): Credential | undefined {
  const found = depth < 4 ? undefined : putIntoDeclared(atDeclaration(from));
  return found && { ...found, node: from.node, file: from.file };
}

const putIntoDeclared = onceFor((from: Location): Credential | undefined => {
  const seen = new Set<Location>([from]);
  for (const at of seen) {
    const { file, node, path } = at;
    const found =
      at !== from && path.length === 0 && node.type === 'ObjectExpression' ? (inObject(file, node, 2) ?? placeIn(file, node)) : undefined;
    if (found) return found;
    if (seen.size < MOST_SOURCES) for (const next of sourcesOf(at)) seen.add(next);
  }
  return undefined;
});

/** `{ user: null, token: null }`: a state's first value shows what it is for. */
function placeIn(file: SourceFile, node: TSESTree.ObjectExpression): Credential | undefined {
  const place = placeForCredential(file, node);
  const named = place && byName(file, node, place.name);
  return isCredential(named) ? named : undefined;
}

/** `save(user)` is called with `{ …, token }`: what a parameter holds is what its callers give. */
function givenByCallers(file: SourceFile, node: Node, depth: number): Credential | undefined {
  const variable = node.type === 'Identifier' ? variableOf(file, node) : undefined;
  const binding = variable && bindingOf(variable);
  if (binding?.kind !== 'parameter' || binding.path.length > 0) return undefined;
  return first(callersOf(file, binding.fn).slice(0, 4), (call) => {
    const given = argumentAt(call.node, binding.index);
    return given && credentialWithin(call.file, given, depth - 2);
  });
}
