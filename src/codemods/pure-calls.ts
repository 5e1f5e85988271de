import { isPureOrigin, TEXT_METHODS } from '../apis/pure-calls.ts';
import { readAt } from '../exposures/storage-accesses.ts';
import { calledFunction } from '../flow/calls.ts';
import { originOf } from '../flow/origin.ts';
import { resolveValue } from '../flow/resolve.ts';
import { isStoreAccess } from '../flow/state-hooks.ts';
import { constructorOf } from '../syntax/members.ts';
import type { CallNode, FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, isClass, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';

/**
 * Whether the function that a call calls is known to do nothing but return a value: by what it is, never by how it is
 * called. `cache.get(key)` of an unknown `cache` may send a request.
 *
 * @param isPure Whether an expression of the file has no effect, asked of what a function of the app returns.
 */
export function isPureCallee(file: SourceFile, call: CallNode, isPure: (node: Node) => boolean): boolean {
  const origin = originOf(file, call.callee);
  if (origin !== undefined && isPureOrigin(origin, call.type === 'NewExpression')) return true;
  if (readAt(file, call) !== undefined || isOfText(file, call) || isStoreAccess(file, call)) return true;
  if (call.type === 'NewExpression') return isPureClass(file, call.callee, isPure);
  const own = calledFunction(file, call);
  return own?.file === file && onlyGives(own.node, isPure);
}

/** A method of a text: of a literal, of what a storage gave, of what another method of a text gave. */
function isOfText(file: SourceFile, call: CallNode): boolean {
  const { callee } = call;
  return callee.type === 'MemberExpression' && TEXT_METHODS.has(memberName(callee) ?? '') && isText(file, callee.object);
}

function isText(file: SourceFile, node: Node): boolean {
  const { file: home, node: value } = resolveValue({ file, node });
  switch (value.type) {
    case 'Literal':
      return typeof value.value === 'string';
    case 'TemplateLiteral':
      return true;
    case 'BinaryExpression':
      return value.operator === '+' && [value.left, value.right].some((one) => isText(home, one));
    case 'LogicalExpression':
      return isText(home, value.left) || isText(home, value.right);
    case 'MemberExpression':
      return isPartOfText(home, value);
    case 'CallExpression':
      return (
        readAt(home, value) !== undefined ||
        isOfText(home, value) ||
        /^(?:String|atob|JSON\.stringify)$/.test(originOf(home, value.callee) ?? '')
      );
    default:
      return false;
  }
}

/** `text.split('.')[1]` */
function isPartOfText(file: SourceFile, { object, computed }: TSESTree.MemberExpression): boolean {
  const list = bare(object);
  return computed && list.type === 'CallExpression' && isOfText(file, list);
}

/** A class of the file that extends none, and whose instances begin with fields alone. */
function isPureClass(file: SourceFile, callee: Node, isPure: (node: Node) => boolean): boolean {
  const { file: home, node } = resolveValue({ file, node: callee });
  if (home !== file || !isClass(node) || node.superClass) return false;
  const isField = (statement: Node): boolean =>
    statement.type === 'ExpressionStatement' &&
    statement.expression.type === 'AssignmentExpression' &&
    statement.expression.left.type === 'MemberExpression' &&
    statement.expression.left.object.type === 'ThisExpression' &&
    isPure(statement.expression.right);
  return (
    (constructorOf(node)?.body.body ?? []).every(isField) &&
    node.body.body.every((one) => one.type !== 'PropertyDefinition' || one.static || !one.value || isPure(one.value))
  );
}

/** A function of the app that is one expression without an effect. */
function onlyGives(fn: FunctionNode, isPure: (node: Node) => boolean): boolean {
  if (fn.async || fn.generator) return false;
  if (fn.body.type !== 'BlockStatement') return isPure(fn.body);
  const [only, ...more] = fn.body.body;
  return only?.type === 'ReturnStatement' && more.length === 0 && (only.argument === null || isPure(only.argument));
}
