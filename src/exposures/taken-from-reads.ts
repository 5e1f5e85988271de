import { keepsItsArgument } from '../flow/state-by-name.ts';
import { bindingOf, readsOf, variableOf } from '../syntax/bindings.ts';
import { resolveValue } from '../flow/resolve.ts';
import { calleeName } from '../syntax/functions.ts';
import { callsTo } from '../flow/calls.ts';
import type { FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { dressed, enclosingFunction, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { textOf } from '../syntax/source-file.ts';
import type { Credential } from './credential.ts';
import { isCredential } from './credential.ts';
import { byName } from './evidence.ts';
import { first, memberTaken, takenOut } from './holders.ts';

/** What gives back what it is given, in another form. */
const SAME = /^(?:parse|decrypt|atob|String|useReducer)$/;

/** What the code takes out of what it reads: `JSON.parse(localStorage.getItem('user')).token`, at once or through a variable. */
export function takenFromRead(file: SourceFile, read: Node): Credential | undefined {
  let at = dressed(read);
  for (let steps = 0; steps < 6; steps++) {
    const here = memberTaken(file, at);
    if (here) return here;
    const { parent } = at;
    if (!parent) return undefined;
    switch (parent.type) {
      case 'CallExpression':
        if (parent.callee === at || !(SAME.test(calleeName(parent) ?? '') || keepsItsArgument(calleeName(parent) ?? ''))) return undefined;
        break;
      case 'LogicalExpression': {
        const standing = parent.left === at && parent.operator !== '&&' ? standsInFor(file, parent.right) : undefined;
        if (standing) return standing;
        break;
      }
      case 'ConditionalExpression':
        if (parent.test === at) return undefined;
        break;
      case 'ArrowFunctionExpression': {
        const taken = takenFromCalls(file, parent);
        if (taken) return taken;
        break;
      }
      case 'ReturnStatement': {
        const fn = enclosingFunction(parent);
        return fn && takenFromCalls(file, fn);
      }
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

/** `const stored = () => JSON.parse(localStorage.getItem('user'))`: what the file takes out of what the function gives. */
function takenFromCalls(file: SourceFile, fn: FunctionNode): Credential | undefined {
  return first(callsTo(file, fn).slice(0, 10), (call) => takenFromRead(file, call));
}

function fromDeclarator(file: SourceFile, id: Node): Credential | undefined {
  if (id.type === 'Identifier') return keptAs(file, id) ?? takenOut(file, id) ?? usedOn(file, id) ?? sentAs(file, id);
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
