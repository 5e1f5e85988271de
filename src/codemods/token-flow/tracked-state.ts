import { isTrackedCall } from '../../flow/state-hooks.ts';
import { variableOf } from '../../syntax/bindings.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, dressed, enclosingFunction, memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesWithin, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';
import type { Holder } from './holder.ts';
import type { Holders } from './holders.ts';
import { subjectOf, withoutDoubt } from './questions.ts';

type Field = Extract<Holder, { kind: 'field' }>;

/** Whether pages are drawn by a question about the token: it is asked of a tracked field, and not once and for all. */
export function isTracked(holders: Holders, file: SourceFile, node: Node): boolean {
  const sources = holders.sourcesOf(file, subjectOf(node));
  return (
    sources.some((source) => source.kind === 'holder' && source.holder.kind === 'field' && isTrackedField(source.holder)) &&
    !isAskedOnce(withoutDoubt(node))
  );
}

/** A question by which pages are drawn asks for the session behind what else they are drawn by, or is a person's to put. */
export function askTracked({ changes, facts, file, todo }: CodemodContext, node: Node, isNegated: boolean): void {
  const instead = isNegated ? undefined : askedBehind(file, withoutDoubt(node));
  if (instead) {
    changes.addImport({ source: importPath(file.path, facts.client.session), imported: 'hasSession', local: 'hasSession' });
    changes.replace(instead.node, instead.text);
    return;
  }
  todo(
    node,
    'tracked-token',
    'pages are drawn anew when this changes, and hasSession() tells them nothing: keep whether somebody is signed in here, ' +
      'and set it on sign-in and sign-out.',
  );
}

/**
 * Whether a library draws pages anew when the field is set: `reactive({ token })` of Vue, `makeAutoObservable(this)` of MobX.
 * `hasSession()` tells nobody that its answer has changed.
 */
function isTrackedField({ file, host }: Field): boolean {
  if (host.type !== 'ObjectExpression')
    return nodesWithin(file, 'CallExpression', host).some((call) => isTrackedCall(file, call) && ofThis(call));
  const { parent } = dressed(host);
  if (parent?.type === 'CallExpression') return isTrackedCall(file, parent);
  const variable = parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? variableOf(file, parent.id) : undefined;
  return (
    variable?.references.some(({ identifier }) => {
      const { parent: user } = dressed(identifier);
      return user?.type === 'CallExpression' && user.arguments[0] === identifier && isTrackedCall(file, user);
    }) ?? false
  );
}

function ofThis({ arguments: [first] }: TSESTree.CallExpression): boolean {
  return first?.type === 'ThisExpression';
}

/**
 * What asks in place of a question about a tracked field, with `hasSession()` behind what else is tracked there, so that this
 * is read whatever that says: `!!this.user && hasSession()` for `!!this.token && !!this.user`. Undefined where nothing is.
 *
 * @param question The question as a whole, with its `!!`.
 */
function askedBehind(file: SourceFile, question: Node): { readonly node: Node; readonly text: string } | undefined {
  const asked = dressed(question);
  const { parent } = asked;
  if (parent?.type !== 'LogicalExpression' || parent.operator !== '&&') return undefined;
  if (parent.right === asked) return isYesOrNo(parent.left) ? { node: question, text: 'hasSession()' } : undefined;
  return isYesOrNo(parent.right) ? { node: parent, text: `${textOf(file, parent.right)} && hasSession()` } : undefined;
}

/** `!!this.user`: read without a step that the token may have been asked for first, and true or false. */
function isYesOrNo(node: Node): boolean {
  const once = bare(node);
  const twice = once.type === 'UnaryExpression' && once.operator === '!' ? bare(once.argument) : undefined;
  const read = twice?.type === 'UnaryExpression' && twice.operator === '!' ? bare(twice.argument) : undefined;
  return read?.type === 'MemberExpression' && memberName(read) !== undefined && /^(?:ThisExpression|Identifier)$/.test(read.object.type);
}

/** Whether an answer is used once and at that moment: the test of an `if` in a function that pages do not draw by. */
function isAskedOnce(question: Node): boolean {
  const fn = enclosingFunction(question);
  if (!fn) return false;
  if (isHandedToEvents(fn)) return true;
  const { parent } = fn;
  if (fn.type === 'ArrowFunctionExpression') return false;
  if ((parent.type === 'Property' || parent.type === 'MethodDefinition') && parent.kind === 'get') return false;
  let at = dressed(question);
  while (at.parent && /^(?:LogicalExpression|UnaryExpression|TS\w+)$/.test(at.parent.type)) at = at.parent;
  return at.parent?.type === 'IfStatement' && at.parent.test === at && !returnsAnswer(at.parent);
}

/** Methods that call a function when something happens, and draw nothing by it: of routers, of clients, of the page. */
const OF_EVENTS = new Set(['beforeEach', 'beforeResolve', 'afterEach', 'use', 'addEventListener', 'on', 'then', 'catch']);

function isHandedToEvents(fn: Node): boolean {
  const { parent } = dressed(fn);
  return parent?.type === 'CallExpression' && parent.callee.type === 'MemberExpression' && OF_EVENTS.has(memberName(parent.callee) ?? '');
}

/** `if (this.token) return true; return false;` hands the answer on. */
function returnsAnswer({ consequent }: TSESTree.IfStatement): boolean {
  const statement = consequent.type === 'BlockStatement' ? consequent.body[0] : consequent;
  return statement?.type === 'ReturnStatement' && statement.argument !== null;
}
