import { argumentAt, calleeName, lastName } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, memberName } from '../../syntax/nodes.ts';
import type { CallOf } from '../../flow/calls.ts';
import { originOf } from '../../flow/origin.ts';
import { mentions } from '../../syntax/hints.ts';
import { CALLED_FOR } from '../../syntax/imports.ts';
import { runtimeAt, runtimeOf } from '../../syntax/runtime.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { perFile } from '../../syntax/source-file.ts';
import { documentCookie } from './document-cookie.ts';
import { handsStorage } from './handed-storage.ts';
import { isOwnModule } from './own-modules.ts';
import type { StorageAccess } from './storage-api.ts';
import { beginsWithVerb, namesHelper, verbOf } from './verbs.ts';
import { webStorage } from './web-storage.ts';

/** Other stores that are called a storage: on disks, in the cloud, in a device's vault. */
const OTHER_STORAGE = /async|secure|file|cloud|s3|blob|object|upload|firebase|disk|memory|native/i;

/** Whether a file names anything of another file that could be a storage's: most that speak of a storage do not. */
export const mayCallHelpers = perFile(
  (file): boolean => namesHelper(file.text) || mentions(file, CALLED_FOR) || file.ast.body.some(importsStorage) || handsStorage(file),
);

function importsStorage(statement: Node): boolean {
  if (statement.type !== 'ImportDeclaration' || !isOwnModule(`${statement.source.value}#`)) return false;
  const names = statement.specifiers.map((one) =>
    one.type === 'ImportSpecifier' && one.imported.type === 'Identifier' ? one.imported.name : one.local.name,
  );
  return [statement.source.value.split('/').at(-1)!, ...names].some((name) => /cookie|storage/i.test(name) && !OTHER_STORAGE.test(name));
}

/** Whether what is called is named as storage helpers are: the cheap question before {@link helperAccess}. */
export function looksLikeHelper(callee: Node): boolean {
  return beginsWithVerb(lastName(callee) ?? '');
}

/** Whether a helper that is called there can be a browser's storage. */
function mayUseHelpers(file: SourceFile, call: Node): boolean {
  const runtime = runtimeAt(file, call);
  return runtime !== 'server' && runtime !== 'native';
}

/** A module that is the server's by its name, as Remix and SvelteKit have them: `../session.server`. */
const SERVER_MODULE = /\.server(?:\.[cm]?[jt]sx?)?#/;

/**
 * A call of the project's own storage helper that lies in another file, where only its names are known, as ESLint sees
 * it: `setLocalStorage(KEY, token)`, `this.store.set(KEY, token)` on a `LocalStorageService`, `setCookie('token', t)`.
 * Undefined for anything else, and for what does not run in a browser.
 */
export function helperAccess(file: SourceFile, call: CallOf, callee: Node): StorageAccess | undefined {
  const name = lastName(callee) ?? '';
  const operation = verbOf(name);
  const key = argumentAt(call, 0);
  if (!operation || !key || !hasArgumentsFor(operation, call)) return undefined;
  const storage = helperStorage(file, originOf(file, callee), name);
  if (!storage || !mayUseHelpers(file, call.node)) return undefined;
  const value = operation === 'write' ? argumentAt(call, 1) : undefined;
  return { ...storage, operation, node: call.node, key: { node: key }, ...(value && { value: { file, node: value } }) };
}

function hasArgumentsFor(operation: StorageAccess['operation'], { arguments: given }: CallOf): boolean {
  return given.length <= 3 && (operation !== 'write' || given.length >= 2);
}

/** The storage of a helper, by where it comes from and what it is called. */
function helperStorage(file: SourceFile, origin: string | undefined, name: string): Pick<StorageAccess, 'api' | 'storage'> | undefined {
  if (origin === undefined) return undefined;
  // What a module of today creates is a storage, or a cookie's description, and no cookie.
  const isOwn = isOwnModule(origin) && !SERVER_MODULE.test(origin) && !/^_?create/i.test(name);
  if (!isOwn && !isFromAnotherScript(file, origin)) return undefined;
  const helper = helperName(origin);
  if (OTHER_STORAGE.test(helper)) return undefined;
  if (/cookie/i.test(helper)) return { api: documentCookie, storage: 'a cookie' };
  return /storage/i.test(helper) ? { api: webStorage, storage: /session/i.test(helper) ? 'sessionStorage' : 'localStorage' } : undefined;
}

const STORAGE_GETTER = /^(?:get|use)?(?:local|session|web|browser)?storage$/i;

/**
 * `this.$root.storage().token`: a member of what a function called `storage` gives, where the function is not to be seen.
 * Undefined for anything else, and for what does not run in a browser.
 */
export function memberOfStorageCall(file: SourceFile, member: TSESTree.MemberExpression): StorageAccess | undefined {
  const object = bare(member.object);
  const name = memberName(member);
  if (
    object.type !== 'CallExpression' ||
    name === undefined ||
    !STORAGE_GETTER.test(calleeName(object) ?? '') ||
    runtimeOf(file) !== 'browser'
  )
    return undefined;
  const { parent } = member;
  if (parent.type === 'CallExpression' && parent.callee === member) {
    const [key, value] = [argumentAt(parent, 0), argumentAt(parent, 1)];
    const operation = ({ getItem: 'read', setItem: 'write', removeItem: 'remove' } as const)[name as 'getItem'];
    return (
      key && {
        api: webStorage,
        operation,
        storage: 'localStorage',
        node: parent,
        key: { node: key },
        ...(value && { value: { file, node: value } }),
      }
    );
  }
  const isWritten = parent.type === 'AssignmentExpression' && parent.left === member;
  return {
    api: webStorage,
    operation: isWritten ? 'write' : 'read',
    storage: 'localStorage',
    node: isWritten ? parent : member,
    key: { text: name, node: member.property },
    ...(isWritten && { value: { file, node: parent.right } }),
  };
}

/** `setCookie('token', t)` where nothing declares it: in a page of script tags another script does. */
function isFromAnotherScript(file: SourceFile, origin: string): boolean {
  return /^(?:[gs]et|create|read|write|save|add|delete|remove|erase)_?cookie$/i.test(origin) && runtimeOf(file) === 'browser';
}

/** The part of an origin that names the helper: its export, or its file where that is the default export. */
function helperName(origin: string): string {
  const [source = '', exported = ''] = origin.split('#');
  const first = exported.split(/[.(<]/)[0] ?? '';
  return first === '' || /^(?:get|set|remove|delete)(?:Item)?$/.test(first) ? (source.split('/').at(-1) ?? '') : first;
}
