import { destinationsOf } from '../flow/back.ts';
import type { Location } from '../flow/location.ts';
import { locationOf, locationsOf } from '../flow/location.ts';
import { keepsItsArgument } from '../flow/state-by-name.ts';
import { readsOf, variableOf } from '../syntax/bindings.ts';
import { resolveValue } from '../flow/resolve.ts';
import { calleeName } from '../syntax/functions.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { dressed, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { textOf } from '../syntax/source-file.ts';
import type { Credential } from './credential.ts';
import { isCredential } from './credential.ts';
import { byName } from './named-evidence.ts';
import { first } from './first.ts';
import { memberTaken, takenOut } from './taken-out.ts';

/** What gives back what it is given, in another form. */
const SAME = /^(?:parse|decrypt|atob|String|useReducer)$/;

/** How many expressions a read is followed to. What goes further says little of what was read. */
const MOST = 80;

/** What the code takes out of what it reads: `JSON.parse(localStorage.getItem('user')).token`, wherever the value goes. */
export function takenFromRead(file: SourceFile, read: Node): Credential | undefined {
  // `const [user, setUser] = useStored('user')`: a hook gives what it reads as the first of a pair.
  const found = new Set([locationOf(file, read), ...locationsOf(file, [read], ['0'])]);
  for (const at of found) {
    if (found.size > MOST) return undefined;
    const taken = at.path.length === 0 ? takenHere(at) : undefined;
    if (taken) return taken;
    for (const next of [...destinationsOf(at), ...converted(at)]) found.add(next);
  }
  return undefined;
}

/** What is taken out of a value where it stands, or what the name says that it is given. */
function takenHere({ file, node }: Location): Credential | undefined {
  if (node.type === 'Identifier' && isNamed(file, node))
    return node.parent.type === 'VariableDeclarator'
      ? (keptAs(file, node) ?? takenOut(file, node) ?? sentAs(file, node))
      : takenOut(file, node);
  const { parent } = dressed(node);
  const isDefault = parent?.type === 'LogicalExpression' && parent.left === dressed(node) && parent.operator !== '&&';
  return memberTaken(file, node) ?? (isDefault ? standsInFor(file, parent.right) : undefined);
}

/** Whether a name is the one by which a variable is declared. */
function isNamed(file: SourceFile, node: TSESTree.Identifier): boolean {
  return variableOf(file, node)?.identifiers.includes(node) === true;
}

/** The same value in another form: as an object, where it was read as a text. */
function converted({ file, node, path }: Location): Location[] {
  const at = dressed(node);
  const { parent } = at;
  if (path.length > 0 || parent?.type !== 'CallExpression' || parent.arguments[0] !== at) return [];
  const name = calleeName(parent) ?? '';
  return SAME.test(name) || keepsItsArgument(name) ? [locationOf(file, parent)] : [];
}

/** `const token = localStorage.getItem('auth')`: what the code calls it. */
function keptAs(file: SourceFile, id: TSESTree.Identifier): Credential | undefined {
  const named = byName(file, id, id.name);
  return isCredential(named) ? named : undefined;
}

/**
 * `const auth = localStorage.getItem('auth')`, and further on `` `Bearer ${auth}` ``: what is sent so is a token,
 * whatever it is called.
 */
function sentAs(file: SourceFile, id: Node): Credential | undefined {
  const variable = variableOf(file, id);
  return (
    variable &&
    first(readsOf(variable), (use) => {
      const { parent } = use;
      const start =
        parent?.type === 'TemplateLiteral'
          ? parent.quasis[0]?.value.raw
          : parent?.type === 'BinaryExpression' && parent.right === use && parent.left.type === 'Literal'
            ? parent.left.value
            : undefined;
      const name = textOf(file, use);
      return typeof start === 'string' && /^Bearer\s+$/i.test(start)
        ? { node: use, file, name, kind: 'access token', strength: 'name', reason: `\`${name}\` is sent with the scheme Bearer` }
        : undefined;
    })
  );
}

/** `stored || { user: null, token: '' }`: what stands in for it shows what it holds. */
function standsInFor(file: SourceFile, fallback: Node): Credential | undefined {
  const { file: home, node } = resolveValue({ file, node: fallback });
  if (node.type !== 'ObjectExpression') return undefined;
  return first(node.properties, (property) => {
    if (property.type !== 'Property') return undefined;
    const named = byName(home, property, propertyName(property) ?? '');
    return isCredential(named) ? named : property.value.type === 'ObjectExpression' ? standsInFor(home, property.value) : undefined;
  });
}
