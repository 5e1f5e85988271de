import type { StorageAccess, StorageKey } from '../apis/storage/index.ts';
import { givenLater } from '../apis/storage/index.ts';
import type { CallOf } from '../flow/calls.ts';
import type { BoundParameter, Creation } from '../flow/creations.ts';
import { creationOf, givenAt, parameterBehind } from '../flow/creations.ts';
import { originOf } from '../flow/origin.ts';
import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import { textPieces } from '../flow/static-text.ts';
import { argumentAt, parameterOf, usesOf } from '../syntax/functions.ts';
import type { CallNode, FunctionNode, Node } from '../syntax/nodes.ts';
import { contains, enclosingClass, enclosingFunction, functionName, isUndefined } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { KeyParameter } from './storage-keys.ts';
import { isCredentialKey, isWrapper, judgeKey, keyParameter } from './storage-keys.ts';

/** A function that touches a storage under a key that it takes from its caller: `const save = (key, value) => …`. */
interface Wrapper {
  readonly file: SourceFile;
  readonly access: StorageAccess;
  /** The caller's key: of the function itself, or of what made the object whose method it is. */
  readonly key: KeyParameter;
  /** Where the storage itself comes from, where a caller gives it. */
  readonly storage?: BoundParameter;
  /** The parameter of the function that is stored. */
  readonly value?: number;
}

/** By the function that is called: the one that takes the key, and the methods of what it makes. */
export type Wrappers = ReadonlyMap<FunctionNode, readonly Wrapper[]>;

/** The wrappers that a file has, by the accesses in it. */
export function wrappersAmong(file: SourceFile, accesses: readonly StorageAccess[]): Wrappers {
  const wrappers = new Map<FunctionNode, Wrapper[]>();
  for (const access of accesses) {
    const key = keyParameter(file, access);
    if (!key) continue;
    const storage = access.object && parameterBehind(access.object);
    for (const fn of [key.fn, ...methodsAround(file, access.node, key.fn)]) {
      const value = access.value && valueParameter(file, access.value.node, fn);
      const wrapper: Wrapper = { file, access, key, ...(storage && { storage }), ...(value !== undefined && { value }) };
      const list = wrappers.get(fn);
      if (list) list.push(wrapper);
      else wrappers.set(fn, [wrapper]);
    }
  }
  return wrappers;
}

/**
 * The methods around an access of what a constructor or a function makes. What a hook hands out is no object with methods:
 * it is state, and told where the hook is called.
 */
function methodsAround(file: SourceFile, node: Node, maker: FunctionNode): FunctionNode[] {
  if (isHook(maker)) return [];
  const whole = enclosingClassOf(maker) ?? maker;
  const found: FunctionNode[] = [];
  for (let fn = enclosingFunction(node); fn && fn !== maker && contains(whole, fn); fn = enclosingFunction(fn))
    if (isMethod(file, fn)) found.push(fn);
  return found;
}

function isHook(fn: FunctionNode): boolean {
  return /^use[A-Z]/.test(functionName(fn) ?? '');
}

/** The class whose constructor a function is. */
function enclosingClassOf(fn: FunctionNode): Node | undefined {
  return fn.parent.type === 'MethodDefinition' && fn.parent.kind === 'constructor' ? enclosingClass(fn) : undefined;
}

/** A method of a class or an object: written in it, or put into it by its name. */
function isMethod(file: SourceFile, fn: FunctionNode): boolean {
  const { parent } = fn;
  if (parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition' || parent.type === 'Property') return true;
  const name = fn.id ?? (parent.type === 'VariableDeclarator' ? parent.id : undefined);
  return name != null && usesOf({ file, node: name }).some((use) => use.parent?.type === 'Property');
}

/** The parameter that is stored: itself, or within `JSON.stringify(value)`, `value || fallback`. */
function valueParameter(file: SourceFile, node: Node, fn: FunctionNode): number | undefined {
  const own = parameterOf(file, node);
  if (own) return own.fn === fn ? own.index : undefined;
  if (node.type === 'CallExpression' || node.type === 'LogicalExpression' || node.type === 'TSAsExpression') {
    const inner = node.type === 'CallExpression' ? argumentAt(node, 0) : node.type === 'LogicalExpression' ? node.left : node.expression;
    return inner && valueParameter(file, inner, fn);
  }
  return undefined;
}

/** `new X(…)` and `super(…)`: what runs is a constructor. */
export function isCreation(call: CallNode): boolean {
  return call.type === 'NewExpression' || call.callee.type === 'Super';
}

/** What a call does by calling a wrapper, or making an object whose methods are some. */
export function throughWrappers(
  file: SourceFile,
  call: CallOf,
  callee: Node | undefined,
  fn: FunctionNode,
  wrappers: readonly Wrapper[],
): StorageAccess | undefined {
  const own = { file, arguments: call.arguments };
  const maker = wrappers.flatMap(({ key, storage }) => [key.fn, ...(storage ? [storage.fn] : [])]).find((one) => one !== fn);
  const creation = maker && callee ? creationOf(file, callee, maker) : undefined;
  const found = wrappers.flatMap((wrapper) => throughWrapper(file, call, fn, wrapper, (of) => (of === fn ? own : creation)) ?? []);
  // A hook that reads and writes one key is one place: what it writes counts more.
  return found.find(({ operation }) => operation === 'write' || operation === 'keep') ?? found[0];
}

function throughWrapper(
  file: SourceFile,
  call: CallOf,
  fn: FunctionNode,
  wrapper: Wrapper,
  givenTo: (fn: FunctionNode) => Creation | undefined,
): StorageAccess | undefined {
  const { access, key: parameter } = wrapper;
  const given = givenTo(parameter.fn);
  const place = given && givenAt(given, parameter);
  const key = place && keyAt(file, place, wrapper);
  const storage = storageOf(wrapper, givenTo);
  if (!key || storage === undefined) return undefined;
  const { api } = access;
  const kept = parameter.fn === fn ? keptBy(file, call, wrapper) : undefined;
  if (kept) return { api, operation: 'keep', storage, node: call.node, key, ...kept };
  const value = wrapper.value === undefined ? fixedValue(access) : argumentAt(call, wrapper.value);
  const stored = value && ('file' in value ? value : { file, node: value });
  return { api, operation: access.operation, storage, node: call.node, key, ...(stored && { value: stored }) };
}

/** What a call keeps for later: what makes an object for one key does not write yet, and a hook of the app's own keeps state. */
function keptBy(file: SourceFile, call: CallOf, { file: home, access, key }: Wrapper): Pick<StorageAccess, 'later'> | undefined {
  if (isCreation(call.node) || methodsAround(home, access.node, key.fn).length > 0) return {};
  const later = isHook(key.fn) && access.operation === 'write' ? givenLater(file, call.node) : [];
  return later.length > 0 ? { later } : undefined;
}

/** The storage's name where a caller gives the storage. Undefined where it gives another thing: a store in memory. */
function storageOf(wrapper: Wrapper, givenTo: (fn: FunctionNode) => Creation | undefined): string | undefined {
  const { access, storage } = wrapper;
  const given = storage && givenTo(storage.fn);
  const place = given && givenAt(given, storage);
  if (!place || !access.object) return chosen(wrapper, givenTo) ?? access.storage;
  const known = access.api.storageAt?.(place.file, place.node);
  if (known !== undefined) return known;
  // By its type it may be one, unless it is seen to be made otherwise.
  const isTyped = originOf(access.object.file, access.object.node)?.endsWith('<new>') === true;
  return isTyped && !/^(?:New|Object)Expression$/.test(resolveValue(place).node.type) ? access.storage : undefined;
}

/** `(brief ? sessionStorage : localStorage).setItem(key, value)`: the one that a call chooses by what it gives, or leaves out. */
function chosen(wrapper: Wrapper, givenTo: (fn: FunctionNode) => Creation | undefined): string | undefined {
  const choice = choiceByParameter(wrapper);
  const given = choice && givenTo(wrapper.key.fn)?.arguments;
  if (!given || given.some((one) => one.type === 'SpreadElement')) return undefined;
  const flag = given[choice.index];
  if (flag && flag.type !== 'Literal') return undefined;
  return originOf(choice.file, flag?.value ? choice.consequent : choice.alternate);
}

/** The choice of a storage by a parameter of the wrapper. */
function choiceByParameter({
  file,
  access,
  key,
}: Wrapper): { readonly file: SourceFile; readonly index: number; readonly consequent: Node; readonly alternate: Node } | undefined {
  const { node } = access;
  const object = node.type === 'CallExpression' && node.callee.type === 'MemberExpression' ? node.callee.object : node;
  const { file: home, node: choice } = resolveValue({ file, node: object });
  if (choice.type !== 'ConditionalExpression') return undefined;
  const parameter = parameterOf(home, choice.test);
  if (parameter?.fn !== key.fn || key.fn.params[parameter.index]?.type !== 'Identifier') return undefined;
  return { file: home, index: parameter.index, consequent: choice.consequent, alternate: choice.alternate };
}

/** What a wrapper always writes, where that can be seen: `(name) => setCookie(name, '', -1)` removes. */
function fixedValue({ value }: StorageAccess): Place | undefined {
  return value && (value.node.type === 'Literal' || isUndefined(value.node)) ? value : undefined;
}

/**
 * The key that a call gives its wrapper. One that is put together (`PREFIX + key`) is judged here only where the caller's
 * part makes it a credential's, and a field's (`this.tokenKey`) where its name says nothing: else the inside of the wrapper
 * tells.
 */
function keyAt(file: SourceFile, given: Place, { access, key, file: home }: Wrapper): StorageKey | undefined {
  const elsewhere = given.file === file ? {} : { file: given.file };
  if (!key.parts) {
    const isOwn = parameterOf(key.hole.file, key.hole.node) !== undefined;
    return isOwn || isWrapper(home, access) ? { node: given.node, ...elsewhere } : undefined;
  }
  const parts = key.parts.flatMap((part) => (part === key.hole ? textPieces(given.file, given.node) : [part]));
  const composed: StorageKey = { node: given.node, ...elsewhere, parts };
  const { medium } = access.api;
  return isCredentialKey(judgeKey(file, composed, medium).reading) &&
    !isCredentialKey(judgeKey(file, { node: key.hole.node, parts: key.parts }, medium).reading)
    ? composed
    : undefined;
}
