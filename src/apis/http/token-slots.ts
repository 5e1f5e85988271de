import { readName } from '../../credentials/names.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { shapeOf } from '../../flow/objects.ts';
import { staticText } from '../../flow/static-text.ts';
import { argumentAt, calleeName, callsOf, returnsOf } from '../../syntax/functions.ts';
import type { FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, contains, isFunction, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { TokenSlot } from './http-api.ts';

/**
 * The tokens in an object that a client hands to the server: `{ token }`, behind a variable, or given by a function,
 * returned (`() => ({ token })`) or by its callback (`(callback) => callback({ token })`).
 */
export function* tokensGiven(file: SourceFile, node: Node, slot: string): Generator<TokenSlot> {
  for (const object of objectsGiven(file, node)) {
    for (const property of object.properties) {
      const name = property.type === 'Property' ? propertyName(property) : undefined;
      if (property.type !== 'Property' || name === undefined || !isTokenName(file, name)) continue;
      yield { node: property, value: property.value, slot, isForTokens: true };
    }
  }
}

/** What a message says that it is about, where it is an object, or one as JSON: `auth` of `{ type: 'auth', token }`. */
export function subjectOf(file: SourceFile, message: Node): string {
  const shape = shapeOf({ file, node: unpacked(file, message) });
  const names = [...(shape?.entries.values() ?? [])].flatMap((entry) =>
    /^(?:type|kind|event|action|op|cmd|command|method|channel|topic|name)$/.test(entry.name)
      ? [staticText(entry.file, entry.value) ?? '']
      : [],
  );
  return names.join(' ');
}

function unpacked(file: SourceFile, message: Node): Node {
  const { node } = resolveValue({ file, node: message });
  const given = node.type === 'CallExpression' && calleeName(node) === 'stringify' ? argumentAt(node, 0) : undefined;
  return given ?? message;
}

/** Whether a name is a credential's, or likely so. */
export function isTokenName(file: SourceFile, name: string): boolean {
  const { verdict } = readName(name, file.settings.names);
  return verdict === 'credential' || verdict === 'likely';
}

function objectsGiven(file: SourceFile, node: Node): TSESTree.ObjectExpression[] {
  const { file: home, node: value } = resolveValue({ file, node });
  // What another file gives is reported there, where it is written.
  if (home !== file) return [];
  if (value.type === 'ObjectExpression') return [value];
  if (value.type === 'ConditionalExpression') return [...objectsGiven(file, value.consequent), ...objectsGiven(file, value.alternate)];
  if (value.type === 'LogicalExpression') return objectsGiven(file, value.right);
  return isFunction(value) ? [...returnsOf(value), ...givenToCallback(file, value)].flatMap((one) => objectsGiven(file, one)) : [];
}

function givenToCallback(file: SourceFile, fn: FunctionNode): Node[] {
  const [callback] = fn.params;
  if (callback?.type !== 'Identifier') return [];
  return callsOf(file).flatMap((call) =>
    contains(fn, call) && call.callee.type === 'Identifier' && call.callee.name === callback.name && call.arguments[0]
      ? [call.arguments[0]]
      : [],
  );
}

/** The values of all properties of a name, where they stand in an object: for options that no other library has. */
export function propertiesCalled(file: SourceFile, name: string): Node[] {
  return nodesOf(file, 'Property').flatMap((property) =>
    property.parent.type === 'ObjectExpression' && propertyName(property) === name ? [bare(property.value)] : [],
  );
}
