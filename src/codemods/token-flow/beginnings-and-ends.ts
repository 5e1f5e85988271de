import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { CallIndex } from './calls.ts';
import type { Holders } from './holders.ts';

export const TELLS_APART = 'it tells signing in from signing out: call endSession() where people sign out';

/**
 * `setAuthToken(token)` signs in with one and out without: whether a caller gives one is another question than whether there
 * is a session. Callers that are known say so by a flag; others have to be looked at.
 */
export function tellsApart(file: SourceFile, node: Node, statement: TSESTree.IfStatement, holders: Holders, index: CallIndex): boolean {
  const variable = node.type === 'Identifier' ? variableOf(file, node) : undefined;
  const binding = variable && bindingOf(variable);
  if (
    binding?.kind !== 'parameter' ||
    binding.path.length > 0 ||
    !(statement.alternate || /\b(?:end|forget)Session\(/.test(textOf(file, statement.consequent)))
  )
    return false;
  const calls = index.callsTo(binding.fn);
  return (
    calls.length === 0 ||
    calls.some(({ file: home, node: call }) => {
      const given = argumentAt(call, binding.index);
      return given !== undefined && isUncertain(home, given, holders);
    })
  );
}

/** Whether it is not known where a value comes from: out of a store, say, from which it may be gone by now. */
function isUncertain(file: SourceFile, node: Node, holders: Holders, steps = 4): boolean {
  return holders.sourcesOf(file, node).some((source) => {
    if (source.kind === 'unknown') return true;
    if (source.kind !== 'holder' || source.holder.kind !== 'variable' || steps <= 0) return false;
    const definitions = holders.definitionsOf(source.holder);
    // A parameter whose callers are not known.
    if (definitions.length === 0) return true;
    return definitions.some(({ file: home, form, value }) => form === 'init' && isUncertain(home, value, holders, steps - 1));
  });
}
