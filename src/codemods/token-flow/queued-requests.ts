import { isTokenName } from '../../apis/http/token-slots.ts';
import { callersOf } from '../../flow/calls.ts';
import { bindingOf, readsOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt, calleeName, iteratedBy } from '../../syntax/functions.ts';
import type { FunctionNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, dressed, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';

/**
 * Requests that wait while one renews the session are told of the new token: `queue.forEach(({ resolve }) => resolve(token))`. They
 * put it into their header, which goes: then they are told that they can go on, and nothing else.
 */
export function dropQueuedTokens({ file, changes }: CodemodContext): void {
  if (!/\.push\(/.test(file.text)) return;
  for (const call of nodesOf(file, 'CallExpression')) {
    const token = call.arguments[0];
    if (token?.type !== 'Identifier' || !isTokenName(file, token.name) || changes.isGone(call)) continue;
    if (tellsOnly(file, call, (read) => changes.isGone(read)) && mayBeUntold(file)) changes.remove(token);
  }
}

/** Whether all that a call tells to go on does nothing with what it is given. */
export function tellsOnly(file: SourceFile, call: TSESTree.CallExpression, isGone: (read: Node) => boolean = () => false): boolean {
  const queue = queueBehind(file, call);
  const waiting = queue === undefined ? [] : waitingIn(file, queue);
  return waiting.length > 0 && waiting.every((one) => one !== undefined && isUnread(file, one, isGone));
}

/** Types may want to be told something: `(token: string) => void`. */
function mayBeUntold(file: SourceFile): boolean {
  return !/\.[cm]?tsx?$/.test(file.path) || !/\(\s*\w*token\w*\s*:\s*string\b[^)]*\)\s*=>\s*void|Promise<string/i.test(file.text);
}

/** The list whose elements a call calls, one after the other: `queue` of `queue.forEach((one) => one.resolve(token))`. */
function queueBehind(file: SourceFile, { callee }: TSESTree.CallExpression): string | undefined {
  const name = callee.type === 'MemberExpression' ? bare(callee.object) : callee;
  const variable = name.type === 'Identifier' ? variableOf(file, name) : undefined;
  const binding = variable && bindingOf(variable);
  if (binding?.kind !== 'parameter' || binding.index !== 0) return undefined;
  const list = iteratedBy(binding.fn);
  return list && textOf(file, list);
}

/** What a request that waits does when it is told: a function, or the name that it gets the token by. Undefined where that is not known. */
type Waiting = FunctionNode | TSESTree.Identifier | undefined;

function waitingIn(file: SourceFile, queue: string): Waiting[] {
  return nodesOf(file, 'CallExpression').flatMap((call): Waiting[] => {
    if (call.callee.type !== 'MemberExpression' || memberName(call.callee) !== 'push' || textOf(file, call.callee.object) !== queue)
      return [];
    const pushed = argumentAt(call, 0);
    return pushed ? waitingBy(file, pushed) : [undefined];
  });
}

/** A function; an object with one; what resolves a promise; a parameter that callers give one of these. */
function waitingBy(file: SourceFile, pushed: Node): Waiting[] {
  const inner = bare(pushed);
  if (isFunction(inner)) return [inner];
  if (inner.type === 'ObjectExpression') {
    const told = inner.properties.find(
      (one) => one.type === 'Property' && /^(?:resolve|onSuccess|callback|cb)$/.test(propertyName(one) ?? ''),
    );
    return told?.type === 'Property' ? waitingBy(file, told.value) : [undefined];
  }
  const variable = inner.type === 'Identifier' ? variableOf(file, inner) : undefined;
  const binding = variable && bindingOf(variable);
  if (binding?.kind !== 'parameter' || binding.path.length > 0) return [undefined];
  const { parent } = binding.fn;
  if (parent.type === 'NewExpression' && calleeName(parent) === 'Promise') return binding.index === 0 ? [resolvedTo(parent)] : [undefined];
  return callersOf(file, binding.fn).map(({ file: home, node }) => {
    const given = argumentAt(node, binding.index);
    return home === file && given && isFunction(bare(given)) ? (bare(given) as FunctionNode) : undefined;
  });
}

/** What gets a promise's value: `.then((token) => …)`, `const token = await …`. */
function resolvedTo(promise: TSESTree.NewExpression): Waiting {
  const at = dressed(promise);
  const { parent } = at;
  if (parent?.type === 'MemberExpression' && memberName(parent) === 'then' && parent.parent.type === 'CallExpression') {
    const [then] = parent.parent.arguments;
    return isFunction(then) ? then : undefined;
  }
  if (parent?.type !== 'AwaitExpression') return undefined;
  const awaited = dressed(parent);
  if (awaited.parent?.type === 'VariableDeclarator' && awaited.parent.id.type === 'Identifier') return awaited.parent.id;
  return undefined;
}

function isUnread(file: SourceFile, waiting: NonNullable<Waiting>, isGone: (read: Node) => boolean): boolean {
  const name = isFunction(waiting) ? waiting.params[0] : waiting;
  if (!name) return true;
  const variable = name.type === 'Identifier' ? variableOf(file, name) : undefined;
  return variable !== undefined && readsOf(variable).every((read) => isGone(read));
}
