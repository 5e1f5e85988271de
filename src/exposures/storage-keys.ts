import type { Medium, StorageAccess, StorageKey } from '../apis/storage/index.ts';
import type { NameReading } from '../credentials/names.ts';
import { readCookieName, readKeyName, readName as readStorageKey } from '../credentials/names.ts';
import { bindingOf, variableOf } from '../syntax/bindings.ts';
import type { Place } from '../flow/resolve.ts';
import { parameterOf } from '../syntax/functions.ts';
import type { BoundParameter } from '../flow/creations.ts';
import { parameterBehind } from '../flow/creations.ts';
import type { FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { contains, enclosingClass, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { TextPart } from '../flow/static-text.ts';
import { textParts } from '../flow/static-text.ts';

/** A storage key as it is judged: its text or the name that stands for it, and what that says. */
export interface JudgedKey {
  readonly reading: NameReading;
  /** The key as messages show it: `'jwt'`, or `STORAGE_KEYS.AUTH_TOKEN` where its text is not known. */
  readonly shown: string;
  /** The key's text where all of it is known. */
  readonly text?: string;
}

/**
 * Judges the key under which something is stored: by its text where that is known, through constants, enums, templates
 * and (in a project) imports, else by the name of what stands for it.
 */
export function judgeKey(file: SourceFile, key: StorageKey, medium?: Medium): JudgedKey {
  const { names } = file.settings;
  const readName = medium === 'script-cookie' ? readCookieName : readStorageKey;
  if (key.text !== undefined) return { reading: readName(key.text, names), shown: `'${key.text}'`, text: key.text };
  const home = key.file ?? file;
  const node = defaultOf(home, key.node) ?? key.node;
  const parts = key.parts ?? textParts(home, node);
  if (parts.length === 1) {
    const [only] = parts;
    if (typeof only === 'string') return { reading: readConstant(home, node, readName(only, names)), shown: `'${only}'`, text: only };
    const name = nameOf(only!) ?? nameOf({ file: home, node });
    return { reading: readKeyName(name ?? '', names), shown: name ?? 'a computed key' };
  }
  // `token_${userId}` is a token for each user, `${prefix}token` one under a prefix: the literal pieces tell, and a
  // hole counts only where they say nothing.
  const literal = parts.map((part) => (typeof part === 'string' ? part : '·')).join('');
  const reading = readName(literal.replaceAll('·', '_'), names);
  const hole = parts.find((part) => typeof part !== 'string');
  const byHole = hole !== undefined && typeof hole !== 'string' ? nameOf(hole) : undefined;
  if (reading.verdict === 'other' && reading.trade === undefined && byHole !== undefined && !/[a-z]{3}/i.test(literal))
    return { reading: readKeyName(byHole, names), shown: byHole };
  return { reading, shown: `'${literal.replaceAll('·', '…')}'` };
}

/** A text that says little (`'app-data'`) under a constant that says much (`AUTH_TOKEN_KEY`): the constant tells. */
function readConstant(file: SourceFile, node: Node, reading: NameReading): NameReading {
  if (isCredentialKey(reading) || reading.trade !== undefined) return reading;
  const name = nameOf({ file, node });
  const byConstant = name === undefined ? reading : readKeyName(name, file.settings.names);
  return byConstant.verdict === 'credential' ? byConstant : reading;
}

function nameOf({ file, node }: Place): string | undefined {
  if (node.type === 'Identifier') {
    const variable = variableOf(file, node);
    const binding = variable && bindingOf(variable);
    // import { ACCESS_TOKEN as key }: the name that it has at home says more.
    return binding?.kind === 'import' && !/^(?:default|\*)$/.test(binding.imported) ? binding.imported : node.name;
  }
  if (node.type !== 'MemberExpression') return undefined;
  const own = memberName(node);
  // StorageKey.token and KEYS.jwt: the member alone is the name.
  return own?.replace(/^#/, '');
}

/** Whether a reading makes the value under the key a credential. A holder's value has to tell for itself. */
export function isCredentialKey(reading: NameReading): boolean {
  return reading.verdict === 'credential' || reading.verdict === 'likely';
}

/** The default of a parameter: `(token, key = 'token') => …` is about that key, unless a caller names another. */
function defaultOf(file: SourceFile, node: Node): Node | undefined {
  const variable = node.type === 'Identifier' ? variableOf(file, node) : undefined;
  const binding = variable && bindingOf(variable);
  return binding?.kind === 'parameter' ? binding.fallback : undefined;
}

/** A parameter that a key is, or is made of. */
export interface KeyParameter extends BoundParameter {
  /** The key's pieces, where more than the parameter is in it: `PREFIX + key`. */
  readonly parts?: readonly TextPart[];
  /** The parameter among them. */
  readonly hole: Place;
}

/**
 * The parameter that decides about a key, where the access is inside a function that takes its key from outside, or in a
 * method of an object that is made for one key.
 */
export function keyParameter(file: SourceFile, access: StorageAccess): KeyParameter | undefined {
  if (!access.key || access.key.text !== undefined) return undefined;
  const parts = access.key.parts ?? textParts(access.key.file ?? file, access.key.node);
  const found = parts.flatMap((part): KeyParameter[] => {
    const parameter = typeof part === 'string' ? undefined : parameterBehind({ file: part.file, node: unescaped(part.node) });
    return parameter ? [{ ...parameter, hole: part as Place }] : [];
  });
  // The prefix may be a parameter too: of the constructor, say. The caller's is that of a function around the access.
  const around = found.filter(({ fn }) => contains(fn, access.node));
  const [parameter, ...more] = around.length > 0 ? around : found.filter(({ fn }) => isOfClassAround(fn, access.node));
  return parameter && more.length === 0 ? { ...parameter, ...(parts.length > 1 && { parts }) } : undefined;
}

function isOfClassAround(constructor: FunctionNode, node: Node): boolean {
  const host = enclosingClass(constructor);
  return host !== undefined && contains(host, node);
}

/** Whether the access is judged at its calls, since its key says nothing where it is written. */
export function isWrapper(file: SourceFile, access: StorageAccess): boolean {
  const parameter = keyParameter(file, access);
  if (!parameter || parameter.parts || !access.key?.node || access.key.text !== undefined) return false;
  const home = access.key.file ?? file;
  if (parameterOf(home, access.key.node)) return defaultOf(home, access.key.node) === undefined;
  // A field, or an option: `this.tokenKey` is about tokens, whoever makes the object.
  return !isCredentialKey(judgeKey(file, access.key, access.api.medium).reading);
}

/** `name.replace(/[.*+]/g, '\\$&')`: a name made fit for a pattern is still the name. */
function unescaped(node: Node): Node {
  const isReplaced =
    node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && /^replace(?:All)?$/.test(memberName(node.callee) ?? '');
  return isReplaced ? (node.callee as TSESTree.MemberExpression).object : node;
}
