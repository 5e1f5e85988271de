import type { AddressParameter } from '../../apis/navigation/address-parameters.ts';
import { addressParametersOf } from '../../apis/navigation/address-parameters.ts';
import { indentationAt, styleOf } from '../../edits/style.ts';
import { isForOnce } from '../../exposures/plausible.ts';
import { readsOf, variableOf } from '../../syntax/bindings.ts';
import { calleeName } from '../../syntax/functions.ts';
import type { FunctionNode, Node } from '../../syntax/nodes.ts';
import { dressed, enclosingFunction, enclosingStatement, functionName } from '../../syntax/nodes.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';
import type { CallIndex } from './calls.ts';

/**
 * A page to which a provider's sign-in comes back took the token out of its address, and knew by that who is signed in. The
 * redirect sets the cookie now, of which the page knows nothing yet: it asks the server before it goes on.
 */
export function askForSessions(context: CodemodContext, index: CallIndex): void {
  const { file, changes, facts } = context;
  const { redirected } = facts.client;
  if (redirected.size === 0) return;
  const asked = new Set<Node>();
  for (const parameter of addressParametersOf(file)) {
    if (!redirected.has(parameter.key) || isForOnce(file, parameter.node)) continue;
    const place = changes.isGone(parameter.node) ? placeFor(context, parameter, index) : undefined;
    if (!place) leave(context, parameter.node);
    else if (!asked.has(place.first)) ask(context, place);
    if (place) asked.add(place.first);
  }
}

function leave({ todo, changes }: CodemodContext, node: Node): void {
  const at = changes.isGone(node) ? (enclosingFunction(node) ?? node) : node;
  todo(
    at,
    'token-in-redirect',
    'this took the token out of the address, which the server sets as a cookie now: wait for getSession() here, and ask hasSession().',
  );
}

/** The statements that go on once the session is known: the first and the last of those that stay. */
interface AskingPlace {
  readonly form: 'awaited' | 'promised';
  readonly first: Node;
  readonly last: Node;
}

function placeFor(context: CodemodContext, { node }: AddressParameter, index: CallIndex): AskingPlace | undefined {
  const fn = enclosingFunction(node);
  const statement = enclosingStatement(node);
  if (fn?.async) return placeIn(context, statement, 'awaited');
  if (fn && isComponent(fn)) return placeInEffect(context, node);
  const body = fn ? fn.body : context.file.ast;
  if (statement.parent !== body) return undefined;
  return fn && !isUnawaited(fn, index) ? undefined : placeIn(context, statement, 'promised');
}

/** What follows a statement in its block, as far as it stays. */
function placeIn({ changes }: CodemodContext, statement: Node, form: AskingPlace['form']): AskingPlace | undefined {
  const block = statement.parent;
  if (block?.type !== 'BlockStatement' && block?.type !== 'Program') return undefined;
  const rest = block.body.filter((one) => one.range[0] >= statement.range[0] && !changes.goes(one));
  const [first, last] = [rest[0], rest.at(-1)];
  if (!first || !last) return undefined;
  const isWhole = form === 'awaited' || rest.every((one) => canBePromised(one, block.type === 'Program'));
  return isWhole ? { form, first, last } : undefined;
}

/** Whether a statement may be put into a callback: nothing is returned by it, and of a module nothing is declared in it. */
function canBePromised(statement: Node, isOfModule: boolean): boolean {
  if (isOfModule && !/^(?:Expression|If|Try|Block)Statement$/.test(statement.type)) return false;
  return !returnsValue(statement);
}

function returnsValue(node: Node): boolean {
  if (node.type === 'ReturnStatement') return node.argument !== null;
  if (/Function/.test(node.type)) return false;
  return childStatements(node).some((one) => returnsValue(one));
}

function childStatements(node: Node): Node[] {
  switch (node.type) {
    case 'BlockStatement':
      return node.body;
    case 'IfStatement':
      return [node.consequent, ...(node.alternate ? [node.alternate] : [])];
    case 'TryStatement':
      return [node.block, ...(node.handler ? [node.handler.body] : []), ...(node.finalizer ? [node.finalizer] : [])];
    case 'SwitchStatement':
      return node.cases.flatMap((one) => one.consequent);
    case 'ForStatement':
    case 'ForOfStatement':
    case 'ForInStatement':
    case 'WhileStatement':
    case 'LabeledStatement':
      return [node.body];
    default:
      return [];
  }
}

/** A component that takes it is drawn at once: what it does by it has to be in one effect. */
function placeInEffect(context: CodemodContext, node: Node): AskingPlace | undefined {
  const { file } = context;
  const declared = dressed(node).parent;
  const name = node.type === 'Property' ? node.value : declared?.type === 'VariableDeclarator' ? declared.id : undefined;
  const variable = name && variableOf(file, name);
  const effects = new Set((variable ? readsOf(variable) : []).map((read) => effectAround(read)));
  const [effect] = effects;
  if (effects.size !== 1 || !effect) return undefined;
  const { body } = effect;
  const [first] = body.type === 'BlockStatement' ? body.body : [];
  return first && placeIn(context, first, effect.async ? 'awaited' : 'promised');
}

const EFFECTS = /^(?:useEffect|useLayoutEffect|watchEffect|onMounted|onBeforeMount)$/;

/** The function of the effect in which a node is, or in whose list of dependencies. */
function effectAround(node: Node): FunctionNode | undefined {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type !== 'CallExpression' || !EFFECTS.test(calleeName(at) ?? '')) continue;
    const [run] = at.arguments;
    return run?.type === 'ArrowFunctionExpression' || run?.type === 'FunctionExpression' ? run : undefined;
  }
  return undefined;
}

function isComponent(fn: FunctionNode): boolean {
  return /^(?:[A-Z]|use[A-Z])/.test(functionName(fn) ?? '');
}

const CALLBACKS_OF = /^(?:useEffect|useLayoutEffect|watchEffect|onMounted|onBeforeMount|addEventListener|ready|nextTick|setTimeout)$/;
const LIFECYCLE = /^(?:componentDidMount|mounted|created|beforeMount|ngOnInit|connectedCallback)$/;

/** Whether nobody waits for what a function does: an effect, a listener, a component's beginning, or the last that such a one does. */
function isUnawaited(fn: FunctionNode, index: CallIndex, steps = 2): boolean {
  const { parent } = fn;
  if (parent.type === 'CallExpression' && parent.callee !== fn && CALLBACKS_OF.test(calleeName(parent) ?? '')) return true;
  if (LIFECYCLE.test(functionName(fn) ?? '')) return true;
  const calls = index.callsTo(fn);
  return steps > 0 && calls.length > 0 && calls.every(({ node }) => isLast(node, index, steps));
}

function isLast(call: Node, index: CallIndex, steps: number): boolean {
  const statement = call.parent;
  if (statement?.type === 'ArrowFunctionExpression') return isUnawaited(statement, index, steps - 1);
  const block = statement?.parent;
  if (statement?.type !== 'ExpressionStatement' || (block?.type !== 'BlockStatement' && block?.type !== 'Program')) return false;
  if (block.body.at(-1) !== statement) return false;
  const fn = enclosingFunction(statement);
  return block.type === 'Program' || (fn?.body === block && isUnawaited(fn, index, steps - 1));
}

function ask(context: CodemodContext, { form, first, last }: AskingPlace): void {
  const { file, changes, facts } = context;
  const style = styleOf(file);
  const indentation = indentationAt(file.text, first.range[0]);
  changes.addImport({ source: importPath(file.path, facts.client.session), imported: 'getSession', local: 'getSession' });
  if (form === 'awaited') {
    changes.insert(first.range[0], `await getSession()${style.semicolon}${style.lineEnd}${indentation}`);
    return;
  }
  changes.insert(first.range[0], `getSession().then(() => {${style.lineEnd}${indentation}${style.indent}`);
  changes.insert(last.range[1], `${style.lineEnd}${indentation}})${style.semicolon}`);
  changes.indent([first.range[0] + 1, last.range[1]]);
}
