import { readName } from '../credentials/names.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { TypeMember, TypePlace } from '../syntax/types.ts';
import { declaredTypeOf, membersOf } from '../syntax/types.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { bare, isNothing, propertyName } from '../syntax/nodes.ts';

/** A member of a declared type that is a credential by its name: `session: { accessToken: string } | null`. */
export interface TypedCredential {
  readonly name: string;
  readonly kind: string;
}

/** The credential that the declared type of a value promises, where the value itself does not show one yet: it starts as `null`. */
export function promisedByType(file: SourceFile, value: Node): TypedCredential | undefined {
  const type = declaredTypeOf(file, value);
  return type && credentialInType(file, type);
}

/**
 * The credential for which a first value has a place: a property of its name that starts empty (`{ token: null }`), or a
 * member of the type that is declared for it.
 */
export function placeForCredential(file: SourceFile, value: Node): TypedCredential | undefined {
  const literal = bare(value);
  if (literal.type === 'ObjectExpression') {
    for (const property of literal.properties) {
      if (property.type !== 'Property' || !startsEmpty(bare(property.value))) continue;
      const name = propertyName(property) ?? '';
      const { verdict, kind } = readName(name, file.settings.names);
      if (verdict === 'credential' || verdict === 'likely') return { name, kind };
    }
  }
  return startsEmpty(literal) ? promisedByType(file, value) : undefined;
}

/** `null`, `undefined`, `''`, `{}`, `[]`: what stands there later is said by a name or a type alone. */
export function startsEmpty(node: Node): boolean {
  return (
    isNothing(node) ||
    (node.type === 'ObjectExpression' && node.properties.length === 0) ||
    (node.type === 'ArrayExpression' && node.elements.length === 0)
  );
}

/** The first credential among the members of a type, or among those of its members' types. */
export function credentialInType(file: SourceFile, type: TypePlace, depth = 3): TypedCredential | undefined {
  const members = membersOf(type);
  // Twilio's key is called so: https://www.twilio.com/docs/iam/api-keys
  if (members.some(({ name }) => /^account_?sid$/i.test(name))) return undefined;
  for (const member of members) {
    const { verdict, kind } = readName(member.name, file.settings.names);
    if ((verdict === 'credential' || verdict === 'likely') && isText(member.type)) return { name: member.name, kind };
  }
  if (depth <= 1) return undefined;
  for (const member of members) {
    const inner = member.type && credentialInType(member.file, { file: member.file, node: member.type }, depth - 1);
    if (inner) return inner;
  }
  return undefined;
}

/** A token is a text: neither a flag nor a function, whatever it is called. */
function isText(type: TypeMember['type']): boolean {
  if (!type) return true;
  const isOne = (node: TSESTree.TypeNode): boolean =>
    node.type === 'TSStringKeyword' || node.type === 'TSAnyKeyword' || node.type === 'TSUnknownKeyword';
  return isOne(type) || (type.type === 'TSUnionType' && type.types.some(isOne));
}
