import { stateLibraries } from '../apis/state/index.ts';
import type { Hearing } from '../apis/state/index.ts';
import { argumentAt, calleeName, returnsOf } from '../syntax/functions.ts';
import type { CallNode, FunctionNode, TSESTree } from '../syntax/nodes.ts';
import { bare, dressed, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { LocatedCall } from './calls.ts';
import { functionsAt } from './handed-over.ts';
import type { Location, Path } from './location.ts';
import { locationOf, locationsOf } from './location.ts';
import { originOf } from './origin.ts';
import { standingNode } from './port-nodes.ts';
import { resolveValue } from './resolve.ts';

const hearings: ReadonlyMap<string, Hearing> = new Map(stateLibraries.flatMap((one) => Object.entries(one.hearings ?? {})));

/** What a function is told of the results of another call that is named beside it: `addCase(signIn.fulfilled, (state, action) => …)`. */
export function heardBy(file: SourceFile, fn: FunctionNode, index: number, [part, ...path]: Path): Location[] {
  const at = dressed(fn);
  const call = at.parent;
  const hearing = call?.type === 'CallExpression' ? hearings.get(calleeName(call) ?? '') : undefined;
  if (call?.type !== 'CallExpression' || !hearing || call.arguments[hearing.fn] !== at) return [];
  const made = hearing.parameter === index && hearing.part === part ? madeBy(file, call, hearing) : undefined;
  return made ? resultsOf(made.file, made.node, hearing).flatMap((one) => locationsOf(one.file, [one.node], path)) : [];
}

/** The call whose results are told of. */
function madeBy(file: SourceFile, call: CallNode, { told, member, of }: Hearing): LocatedCall<TSESTree.CallExpression> | undefined {
  const named = argumentAt(call, told);
  const inner = named && bare(named);
  if (inner?.type !== 'MemberExpression' || memberName(inner) !== member) return undefined;
  const { file: home, node } = resolveValue({ file, node: inner.object });
  return node.type === 'CallExpression' && originOf(home, node.callee) === of ? { file: home, node } : undefined;
}

function resultsOf(file: SourceFile, call: TSESTree.CallExpression, { gives, except }: Hearing): Location[] {
  const standing = standingNode({ file, node: call, flows: [] }, gives.base);
  return (standing ? functionsAt(locationOf(file, standing)) : []).flatMap((fn) =>
    returnsOf(fn.node)
      .filter((value) => {
        const inner = bare(value);
        return inner.type !== 'CallExpression' || calleeName(inner) !== except;
      })
      .map((value) => locationOf(fn.file, value)),
  );
}
