import type { StorageAccess } from '../apis/storage/index.ts';
import { bindingOf, readsOf, variableOf } from '../syntax/bindings.ts';
import { argumentAt, calleeName } from '../syntax/functions.ts';
import type { Place } from '../syntax/follow.ts';
import { valueOf } from '../syntax/follow.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { dressed, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';
import { staticText } from '../syntax/static-text.ts';
import type { Credential } from './credential.ts';
import { isCredential, NOT_A_CREDENTIAL } from './credential.ts';
import { article, byName, evidenceFor } from './evidence.ts';
import type { StorageExposure } from './exposure.ts';
import { credentialWithin, first, memberTaken, takenOut } from './holders.ts';
import type { JudgedKey } from './storage-keys.ts';
import { isCredentialKey, isWrapper, judgeKey } from './storage-keys.ts';
import { accessesOf } from './storage-accesses.ts';

/** Text without which no file touches a storage that scripts can read. */
export const STORAGE_HINT = /storage|cookie/i;

/** Credentials in storages that scripts can read, and their removal. */
export const storageExposures = perFile((file): readonly StorageExposure[] => {
  const judged = judgedAccesses(file);
  // A key that one place proves to hold a credential holds it wherever the file uses that key.
  const proven = provenKeys(judged);
  const known = new Set(judged.map((exposure) => exposure.node));
  const others = accessesOf(file).flatMap((access) => (known.has(access.node) ? [] : byProvenKey(file, access, proven) ?? []));
  return [...judged, ...others];
});

/** The accesses that prove by themselves what they are about. */
const judgedAccesses = perFile((file): readonly StorageExposure[] => accessesOf(file).flatMap((access) => judge(file, access) ?? []));

/** Keys under which the file, by itself, is seen to keep an object that holds a credential. */
export function holderKeysOf(file: SourceFile): Iterable<string> {
  return provenKeys(judgedAccesses(file)).keys();
}

function provenKeys(exposures: readonly StorageExposure[]): Map<string, StorageExposure> {
  return new Map(exposures.filter(({ key, kind }) => key.text !== undefined && !isCredentialKey(key.reading) && !kind.endsWith('remove')).map((exposure) => [exposure.key.text!, exposure]));
}

function judge(file: SourceFile, access: StorageAccess): StorageExposure | undefined {
  // The inside of a wrapper says nothing: its calls are judged.
  if (!access.key || isWrapper(file, access)) return undefined;
  const key = judgeKey(file, access.key, access.api.medium);
  if (key.reading.verdict === 'other' && key.reading.trade !== undefined) return undefined;
  if (access.operation === 'write') return judgeWrite(file, access, key);
  if (isCredentialKey(key.reading)) return exposure(file, access, key, keyReason(key), key.reading.kind);
  if (access.operation !== 'read') return undefined;
  const taken = takenFromRead(file, access.node);
  return taken && exposure(file, access, key, `the code takes \`${taken.name}\` out of it`, taken.kind);
}

function judgeWrite(file: SourceFile, access: StorageAccess, key: JudgedKey): StorageExposure | undefined {
  const byKey = isCredentialKey(key.reading);
  const { value } = access;
  if (!value) return byKey ? exposure(file, access, key, keyReason(key), key.reading.kind) : undefined;
  const evidence = evidenceFor(value.file, value.node);
  if (evidence === NOT_A_CREDENTIAL) return undefined;
  // Writing nothing is another way to remove.
  if (isNothing(value)) return byKey ? exposure(file, { ...access, operation: 'remove' }, key, keyReason(key), key.reading.kind) : undefined;
  const held = isCredential(evidence) ? evidence : credentialWithin(value.file, value.node);
  if (byKey) return exposure(file, access, key, held?.strength === 'flow' ? held.reason : keyReason(key), held && held.kind !== 'token' ? held.kind : key.reading.kind);
  if (!held || !isEnough(held, key)) return undefined;
  return exposure(file, access, key, isCredential(evidence) ? held.reason : `it holds \`${held.name}\``, held.kind);
}

/** A bare `token` under a key that says nothing is a credential only where the key is made for one: `user`, `auth`. */
function isEnough(held: Credential, key: JudgedKey): boolean {
  return held.strength !== 'likely' || key.reading.verdict === 'holder' || key.text === undefined || /logged|login|auth|user|session/i.test(key.text);
}

/** `''`, `null`, `undefined` and their JSON; not `token ?? ''`, which is nothing only where there is no token. */
function isNothing(place: Place): boolean {
  const { file, node } = valueOf(place);
  if (node.type === 'Literal') return node.value === null || node.value === '';
  if (node.type === 'CallExpression' && calleeName(node) === 'stringify') {
    const given = argumentAt(node, 0);
    return given !== undefined && isNothing({ file, node: given });
  }
  return (node.type === 'Identifier' && node.name === 'undefined') || (node.type === 'TemplateLiteral' && staticText(file, node) === '');
}

function byProvenKey(file: SourceFile, access: StorageAccess, proven: ReadonlyMap<string, StorageExposure>): StorageExposure | undefined {
  if (!access.key || isWrapper(file, access) || access.operation === 'clear') return undefined;
  const key = judgeKey(file, access.key, access.api.medium);
  if (key.text === undefined) return undefined;
  const here = proven.get(key.text);
  if (here && access.api.medium === here.access.api.medium) {
    if (access.operation === 'write' && access.value && evidenceFor(access.value.file, access.value.node) === NOT_A_CREDENTIAL) return undefined;
    return exposure(file, access, key, here.reason, here.what.replace(/^an? /, ''));
  }
  if (!file.facts?.holderKeys.has(key.text)) return undefined;
  if (access.operation === 'write' && access.value && evidenceFor(access.value.file, access.value.node) === NOT_A_CREDENTIAL) return undefined;
  return exposure(file, access, key, 'another file keeps a credential under this key', 'token');
}

/** What the code takes out of what it reads: `JSON.parse(localStorage.getItem('user')).token`, at once or through a variable. */
function takenFromRead(file: SourceFile, read: Node): Credential | undefined {
  let at = dressed(read);
  for (let steps = 0; steps < 6; steps++) {
    const here = memberTaken(file, at);
    if (here) return here;
    const { parent } = at;
    if (!parent) return undefined;
    switch (parent.type) {
      case 'CallExpression':
        if (parent.callee === at || !/^(?:parse|useState|useRef|ref|reactive|createSignal|signal|decrypt|atob|String|useReducer)$/.test(calleeName(parent) ?? '')) return undefined;
        break;
      case 'LogicalExpression': {
        const standing = parent.left === at && parent.operator !== '&&' ? standsInFor(file, parent.right) : undefined;
        if (standing) return standing;
        break;
      }
      case 'ConditionalExpression':
      case 'ArrowFunctionExpression':
        if (parent.type === 'ConditionalExpression' && parent.test === at) return undefined;
        break;
      case 'AssignmentExpression':
        return parent.right === at ? takenOut(file, parent.left) : undefined;
      case 'VariableDeclarator':
        return fromDeclarator(file, parent.id);
      default:
        return undefined;
    }
    at = dressed(parent);
  }
  return undefined;
}

function fromDeclarator(file: SourceFile, id: Node): Credential | undefined {
  if (id.type === 'Identifier') return keptAs(file, id) ?? takenOut(file, id) ?? usedOn(file, id);
  // const [user] = useState(…)
  const state = id.type === 'ArrayPattern' ? id.elements[0] : undefined;
  return state?.type === 'Identifier' ? takenOut(file, state) : undefined;
}

/** `const token = localStorage.getItem('auth')`: what the code calls it. */
function keptAs(file: SourceFile, id: TSESTree.Identifier): Credential | undefined {
  const named = byName(file, id, id.name);
  return isCredential(named) ? named : undefined;
}

/** `const raw = localStorage.getItem('user'); const user = JSON.parse(raw)`: what is taken out further on. */
function usedOn(file: SourceFile, id: Node): Credential | undefined {
  const variable = variableOf(file, id);
  if (!variable || bindingOf(variable).kind !== 'value') return undefined;
  return first(readsOf(variable), (use) => {
    const isPassed = use.parent?.type === 'CallExpression' && calleeName(use.parent) === 'parse';
    return isPassed || use.parent?.type === 'LogicalExpression' ? takenFromRead(file, use) : undefined;
  });
}

/** `stored || { user: null, token: '' }`: what stands in for it shows what it holds. */
function standsInFor(file: SourceFile, fallback: Node): Credential | undefined {
  const { file: home, node } = valueOf({ file, node: fallback });
  if (node.type !== 'ObjectExpression') return undefined;
  return first(node.properties, (property) => {
    if (property.type !== 'Property') return undefined;
    const named = byName(home, property, propertyName(property) ?? '');
    return isCredential(named) ? named : property.value.type === 'ObjectExpression' ? standsInFor(home, property.value) : undefined;
  });
}

function keyReason(key: JudgedKey): string {
  return `key ${key.shown} names ${article(key.reading.kind)}`;
}

function exposure(file: SourceFile, access: StorageAccess, key: JudgedKey, reason: string, kind: string): StorageExposure {
  const prefix = access.api.medium === 'script-cookie' ? 'cookie' : 'storage';
  const operation = access.operation === 'clear' ? 'remove' : access.operation;
  return { kind: `${prefix}-${operation}`, file, node: access.node, access, key, reason, what: article(kind) };
}
