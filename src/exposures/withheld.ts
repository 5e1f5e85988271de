import { couldBeCredential } from '../credentials/literals.ts';
import { staticText } from '../flow/static-text.ts';
import { readsOf, variableOf } from '../syntax/bindings.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import {
  bare,
  contains,
  dressed,
  enclosingFunction,
  isAssignmentTarget,
  isDeleteTarget,
  isFunction,
  isUndefined,
  memberName,
  propertyName,
} from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { Credential } from './credential.ts';
import { isRedacted } from './redaction.ts';

/** What an object no longer has of what it was made of: each a path of property names in lower case, `*` for whichever. */
export type Withheld = readonly (readonly string[])[];

const WHICHEVER = '*';

/**
 * What is taken off a value before it is read here: `delete copy.headers.authorization`, `copy.token = '***'`,
 * `for (const key of SECRETS) delete copy[key]`.
 */
export function withheldFrom(file: SourceFile, node: Node): Withheld {
  const { root, path } = pathOf(node);
  const variable = root.type === 'Identifier' ? variableOf(file, root) : undefined;
  if (!variable) return [];
  const home = enclosingFunction(node);
  return readsOf(variable).flatMap((use) => {
    if (use.range[0] >= root.range[0] || (home && !contains(home, use))) return [];
    const taken = takenOff(file, use);
    return taken && path.every((step, i) => taken[i] === step || taken[i] === WHICHEVER) ? [taken.slice(path.length)] : [];
  });
}

/** What is left of a list of paths within a property: of `headers.cookie` in `headers`, `cookie`. */
export function withheldWithin(withheld: Withheld, name: string): Withheld {
  const step = name.toLowerCase();
  return withheld.filter(([first]) => first === step || first === WHICHEVER).map(([, ...rest]) => rest);
}

/** The names that an object writes behind a property: what was spread in before has them no longer. */
export function writtenBehind(object: TSESTree.ObjectExpression, property: Node): Withheld {
  return object.properties.flatMap((one) => {
    const name = one.type === 'Property' && one.range[0] > property.range[0] ? propertyName(one) : undefined;
    return name === undefined ? [] : [[name.toLowerCase()]];
  });
}

/** Whether all of a value is withheld. */
export function isWhole(withheld: Withheld): boolean {
  return withheld.some((path) => path.length === 0);
}

/** Whether the credential that an object holds is among what was taken off it, by the name of it or of what it stands in. */
export function isAmong(withheld: Withheld, { name, node }: Credential): boolean {
  const names = new Set(withheld.map((path) => path.at(-1)));
  if (names.size === 0) return false;
  if (names.has(WHICHEVER) || names.has(name.toLowerCase())) return true;
  for (let at: Node | undefined = node; at && !isFunction(at); at = at.parent) {
    const own = at.type === 'Property' ? propertyName(at) : at.type === 'MemberExpression' ? memberName(at) : undefined;
    if (own !== undefined && names.has(own.toLowerCase())) return true;
  }
  return false;
}

/** `config.headers` as what it begins with and the names of the way. */
function pathOf(node: Node): { readonly root: Node; readonly path: readonly string[] } {
  const inner = bare(node);
  if (inner.type !== 'MemberExpression') return { root: inner, path: [] };
  const { root, path } = pathOf(inner.object);
  return { root, path: [...path, memberName(inner)?.toLowerCase() ?? WHICHEVER] };
}

/** The path that is deleted from a variable, or overwritten with what shows nothing, where it is read here. */
function takenOff(file: SourceFile, use: Node): readonly string[] | undefined {
  const path: string[] = [];
  let at = dressed(use);
  while (at.parent?.type === 'MemberExpression' && at.parent.object === at) {
    path.push(memberName(at.parent)?.toLowerCase() ?? WHICHEVER);
    at = dressed(at.parent);
  }
  if (path.length === 0) return undefined;
  if (isDeleteTarget(at)) return path;
  const written = at.parent?.type === 'AssignmentExpression' && isAssignmentTarget(at) ? at.parent.right : undefined;
  return written && showsNothing(file, written) ? path : undefined;
}

/** `'***'`, `null`, `{}`, `mask(token)`, `token ? '***' : undefined`. */
function showsNothing(file: SourceFile, node: Node): boolean {
  const inner = bare(node);
  switch (inner.type) {
    case 'Literal':
      return typeof inner.value !== 'string' || !couldBeCredential(inner.value);
    case 'Identifier':
      if (isUndefined(inner)) return true;
      break;
    case 'ObjectExpression':
      return inner.properties.length === 0;
    case 'ConditionalExpression':
      return showsNothing(file, inner.consequent) && showsNothing(file, inner.alternate);
    case 'UnaryExpression':
      return true;
  }
  const text = staticText(file, inner);
  return text === undefined ? isRedacted(file, inner) : !couldBeCredential(text);
}
