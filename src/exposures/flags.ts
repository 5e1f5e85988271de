import { readsOf, variableOf } from '../syntax/bindings.ts';
import { calleeName } from '../syntax/functions.ts';
import type { Node } from '../syntax/nodes.ts';
import { bare, dressed, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';

/** Whether what a storage gives is compared with yes or no, as no token is: `useCookie('auth').value === '1'`. */
export function isFlag(file: SourceFile, read: Node): boolean {
  const value = asItStands(read);
  const { parent } = value;
  const variable = parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? variableOf(file, parent.id) : undefined;
  return isAsked(value) || (variable !== undefined && readsOf(variable).some((one) => isAsked(asItStands(one))));
}

/** The outermost expression that is still the value, in another spelling at most: `String(cookie.value || '').trim()`. */
function asItStands(node: Node): Node {
  let at = dressed(node);
  for (let next = around(at); next; next = around(at)) at = dressed(next);
  return at;
}

function around(at: Node): Node | undefined {
  const { parent } = at;
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === at && SAME.test(memberName(parent) ?? '') ? parent : undefined;
    case 'CallExpression':
      return parent.callee === at || calleeName(parent) === 'String' ? parent : undefined;
    case 'LogicalExpression':
      return parent.left === at && parent.operator !== '&&' ? parent : undefined;
    default:
      return undefined;
  }
}

const SAME = /^(?:value|trim|toLowerCase|toString)$/;

function isAsked(value: Node): boolean {
  const { parent } = value;
  if (parent?.type !== 'BinaryExpression' || !/^[!=]==?$/.test(parent.operator)) return false;
  const other = bare(parent.left === value ? parent.right : parent.left);
  return other.type === 'Literal' && typeof other.value === 'string' && YES_OR_NO.test(other.value);
}

const YES_OR_NO = /^(?:1|0|true|false|yes|no|on|off)$/i;
