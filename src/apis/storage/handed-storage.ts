import type { CallOf } from '../../flow/calls.ts';
import { originOf } from '../../flow/origin.ts';
import { lastName } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { perFile } from '../../syntax/source-file.ts';
import { isOwnModule } from './own-modules.ts';
import type { StorageAccess } from './storage-access.ts';
import { verbOf } from './verbs.ts';
import { webStorage } from './web-storage.ts';

const HANDED = /[(,:]\s*(?:(?:window|globalThis|self)\.)?(?:local|session)Storage\s*[,)}]/;

/** Whether a file hands a storage to anything. */
export const handsStorage = perFile((file): boolean => HANDED.test(file.text));

/** What makes something that keeps, by the name of the function: `createStore`, `useStored`. */
const MAKES = /^(?:use|create|make|build|define|new|init|persist(?:ed)?)(?=[A-Z_]|$)/;

/**
 * A storage and a key that are handed to what another file of the project holds, where only its name is known, as ESLint
 * sees it: `new TypedStorage(localStorage, 'auth_token')`, `useStored('token', null, sessionStorage)`.
 */
export function handedStorage(file: SourceFile, call: CallOf, callee: Node): StorageAccess | undefined {
  const given = call.arguments.flatMap((one) => (one.type === 'ObjectExpression' ? valuesOf(one) : [one]));
  const place = given.find((one) => webStorage.storageAt?.(file, one) !== undefined);
  const origin = place && originOf(file, callee);
  if (!place || origin === undefined || !isOwnModule(origin)) return undefined;
  const name = lastName(callee) ?? '';
  const operation = call.node.type === 'NewExpression' || MAKES.test(name) ? 'keep' : verbOf(name);
  const [key, next] = given.filter((one) => one !== place);
  if (!operation || !key || !isText(key)) return undefined;
  const value = operation === 'write' ? next : undefined;
  return {
    api: webStorage,
    operation,
    storage: webStorage.storageAt!(file, place)!,
    node: call.node,
    key: { node: key },
    ...(value && { value: { file, node: value } }),
    ...(operation === 'keep' && /^use[A-Z]/.test(name) && { later: [] }),
  };
}

/** The key first: `{ storage: localStorage, key: 'token' }`. */
function valuesOf(object: TSESTree.ObjectExpression): Node[] {
  const properties = object.properties.filter((one) => one.type === 'Property');
  const isKey = (one: TSESTree.Property): boolean => /^(?:key|name)$/.test(propertyName(one) ?? '');
  return [...properties.filter(isKey), ...properties.filter((one) => !isKey(one))].map(({ value }) => value);
}

function isText(node: Node): boolean {
  return (node.type === 'Literal' && typeof node.value === 'string') || /^(?:Identifier|MemberExpression|TemplateLiteral)$/.test(node.type);
}
