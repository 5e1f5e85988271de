import type { Place } from '../../../flow/resolve.ts';
import { resolveValue } from '../../../flow/resolve.ts';
import { importedModules, typeImportedModules } from '../../../syntax/imports.ts';
import type { Node, TSESTree } from '../../../syntax/nodes.ts';
import { memberName, propertyName } from '../../../syntax/nodes.ts';
import { shapeOf } from '../../../flow/objects.ts';
import { originOf } from '../../../flow/origin.ts';
import type { SourceFile } from '../../../syntax/source-file.ts';
import { nodesOf } from '../../../syntax/source-file.ts';
import { staticText } from '../../../flow/static-text.ts';
import type { ReadableStorage, SdkStorage } from './auth-sdk.ts';

export const LOCAL_STORAGE: ReadableStorage = { medium: 'browser-storage', storage: 'localStorage' };
export const SESSION_STORAGE: ReadableStorage = { medium: 'browser-storage', storage: 'sessionStorage' };
export const SCRIPT_COOKIE: ReadableStorage = { medium: 'script-cookie', storage: 'a cookie' };

/** A setting as written: the property or attribute, and its value, which may stand elsewhere. */
export interface Setting {
  readonly node: Node;
  readonly value: Place;
}

/** The settings of a name that a file writes, in objects and as attributes of elements, with the names beside them. */
export function* settingsNamed(file: SourceFile, name: string): Generator<Setting & { readonly beside: readonly string[] }> {
  for (const property of nodesOf(file, 'Property')) {
    const { parent } = property;
    if (parent.type !== 'ObjectExpression' || propertyName(property) !== name) continue;
    const beside = parent.properties.flatMap((one) => (one.type === 'Property' ? (propertyName(one) ?? []) : []));
    yield { node: property, value: { file, node: property.value }, beside };
  }
  for (const attribute of nodesOf(file, 'JSXAttribute')) {
    const value = attribute.value?.type === 'JSXExpressionContainer' ? attribute.value.expression : attribute.value;
    if (attribute.name.name !== name || !value) continue;
    const beside = attribute.parent.attributes.flatMap((one) =>
      one.type === 'JSXAttribute' && typeof one.name.name === 'string' ? one.name.name : [],
    );
    yield { node: attribute, value: { file, node: value }, beside };
  }
}

/** The setting at a path within options, through variables and spreads. One that another file writes is shown where the options stand. */
export function settingAt(options: Place | undefined, ...path: readonly string[]): Setting | undefined {
  let at: Setting | undefined = options && { node: options.node, value: options };
  for (const name of path) {
    const entry: { readonly file: SourceFile; readonly node: Node; readonly value: Node } | undefined =
      at && shapeOf(at.value)?.entries.get(name);
    at = entry && { node: entry.file === options!.file ? entry.node : at!.node, value: { file: entry.file, node: entry.value } };
  }
  return at;
}

/** The values that an expression may have: both sides of a condition, what stands in for what is missing. */
function choicesOf(place: Place, steps = 4): Place[] {
  const value = resolveValue(place);
  const branches = steps > 0 ? branchesOf(value.node) : [];
  return branches.length > 0 ? branches.flatMap((node) => choicesOf({ file: value.file, node }, steps - 1)) : [value];
}

function branchesOf(node: Node): readonly TSESTree.Expression[] {
  if (node.type === 'ConditionalExpression') return [node.consequent, node.alternate];
  if (node.type !== 'LogicalExpression') return [];
  return node.operator === '&&' ? [node.right] : [node.left, node.right];
}

/** The first of the values that is a storage which scripts can read. */
export function readableAmong(value: Place, storageOf: (one: Place) => ReadableStorage | undefined): ReadableStorage | undefined {
  for (const one of choicesOf(value)) {
    const storage = storageOf(one);
    if (storage) return storage;
  }
  return undefined;
}

/** The page's own storages, as objects. */
export function storageObject({ file, node }: Place): ReadableStorage | undefined {
  const origin = originOf(file, node);
  return origin === 'localStorage' ? LOCAL_STORAGE : origin === 'sessionStorage' ? SESSION_STORAGE : undefined;
}

/** A storage by the word that a library has for it: `'localstorage'`, `BrowserCacheLocation.LocalStorage`. */
function storageNamed({ file, node }: Place): ReadableStorage | undefined {
  const text = staticText(file, node) ?? (node.type === 'MemberExpression' ? memberName(node) : undefined);
  switch (text?.toLowerCase()) {
    case 'localstorage':
      return LOCAL_STORAGE;
    case 'sessionstorage':
      return SESSION_STORAGE;
    case 'cookie':
      return SCRIPT_COOKIE;
    default:
      return undefined;
  }
}

/** Options of a library that name the storage by a word. */
export interface NamedLocation {
  /** Where the word stands: `cache.cacheLocation`. A list of words is tried in its order. */
  readonly path: readonly [string, ...string[]];
  /** The library's packages. */
  readonly packages: RegExp;
  /** What stands beside it in options of the library that a file without the library writes. */
  readonly beside: RegExp;
}

/** The settings that name a storage which scripts can read, wherever the options are written. */
export function* namedLocations(file: SourceFile, { path: [first, ...rest], packages, beside }: NamedLocation): Generator<SdkStorage> {
  for (const setting of settingsNamed(file, first)) {
    const inner = rest.length === 0 ? setting : settingAt(setting.value, ...rest);
    const storage = inner && readableAmong(inner.value, firstNamed);
    if (!storage || !(imports(file, packages) || setting.beside.some((name) => beside.test(name)))) continue;
    yield { ...storage, node: inner.node === setting.value.node ? setting.node : inner.node };
  }
}

function firstNamed(place: Place): ReadableStorage | undefined {
  if (place.node.type !== 'ArrayExpression') return storageNamed(place);
  const [first] = place.node.elements;
  return first && first.type !== 'SpreadElement' ? storageNamed({ file: place.file, node: first }) : undefined;
}

function imports(file: SourceFile, packages: RegExp): boolean {
  return [...importedModules(file), ...typeImportedModules(file)].some((source) => packages.test(source));
}
