import type { Changes } from '../../edits/changes.ts';
import type { CallNode, FunctionNode, Node } from '../../syntax/nodes.ts';
import { dressed, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { CallIndex, Located } from './calls.ts';
import { variableOfFunction } from './calls.ts';
import type { Removal } from './removal.ts';

type ChangesOf = (file: SourceFile) => Changes;

/**
 * Takes out the calls of functions that do nothing any more, because all that they did goes: of `keepToken(token)` that
 * stored the token. The function itself goes with its last mention, as everything does that is used no more.
 *
 * @returns Whether something was taken out now.
 */
export function dropEmptiedFunctions(files: readonly SourceFile[], index: CallIndex, changesOf: ChangesOf, removal: Removal): boolean {
  let found = false;
  for (const file of files) {
    const changes = changesOf(file);
    if (changes.isEmpty) continue;
    for (const fn of functionsOf(file))
      if (changes.isEmptiedFunction(fn) && !changes.isGone(fn) && dropCalls({ file, node: fn }, index, changesOf)) {
        found = true;
        if (variableOfFunction(file, fn)) removal.removeIfUnused(file, fn);
        else dropMember(file, fn, files, changesOf);
      }
  }
  return found;
}

function functionsOf(file: SourceFile): FunctionNode[] {
  return [...nodesOf(file, 'ArrowFunctionExpression'), ...nodesOf(file, 'FunctionExpression'), ...nodesOf(file, 'FunctionDeclaration')];
}

/** @returns Whether a call was taken out. */
function dropCalls({ file: home, node: fn }: Located<FunctionNode>, index: CallIndex, changesOf: ChangesOf): boolean {
  const calls = [...index.callsTo(fn), ...index.delegatedTo(fn)].filter(({ file, node }) => isForNothing(node, changesOf(file)));
  const handlers = index.referencesTo(home, fn).filter(({ node }) => isHandler(node));
  const going = [...calls, ...handlers].filter(({ file, node }) => !changesOf(file).isGone(node));
  for (const { file, node } of going) changesOf(file).remove(node);
  return going.length > 0;
}

function isForNothing(call: CallNode, changes: Changes): boolean {
  let at = dressed(call);
  // `yield call(keep, token)`
  while (at.parent?.type === 'YieldExpression') at = dressed(at.parent);
  return at.parent?.type === 'ExpressionStatement' && call.arguments.every((one) => changes.isPure(one));
}

/** `promise.then(keep)`: the promise is what is left. */
function isHandler(node: Node): boolean {
  const { parent } = node;
  return (
    parent?.type === 'CallExpression' &&
    parent.arguments.length === 1 &&
    parent.arguments[0] === node &&
    parent.callee.type === 'MemberExpression' &&
    /^(?:then|finally)$/.test(memberName(parent.callee) ?? '')
  );
}

/** A method, or a function of an object, goes where nothing of its name is mentioned any more. */
function dropMember(file: SourceFile, fn: FunctionNode, files: readonly SourceFile[], changesOf: ChangesOf): void {
  const { parent } = fn;
  const name =
    parent.type === 'MethodDefinition' || parent.type === 'Property' || parent.type === 'PropertyDefinition'
      ? propertyName(parent)
      : undefined;
  if (name === undefined || files.some((one) => mentions(one, name, parent, changesOf(one)))) return;
  changesOf(file).remove(parent);
}

function mentions(file: SourceFile, name: string, definition: Node, changes: Changes): boolean {
  const isStaying = (node: Node): boolean => node !== definition && !changes.isGone(node);
  return (
    nodesOf(file, 'MemberExpression').some((one) => memberName(one) === name && isStaying(one)) ||
    nodesOf(file, 'Property').some((one) => propertyName(one) === name && isStaying(one)) ||
    nodesOf(file, 'Literal').some((one) => one.value === name && isStaying(one))
  );
}
