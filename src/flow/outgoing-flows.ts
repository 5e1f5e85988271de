import { Port } from '../apis/state/index.ts';
import { argumentAt } from '../syntax/functions.ts';
import type { CallNode } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { functionsAt } from './handed-over.ts';
import { callOfResult, flowsOfCall } from './library-flows.ts';
import type { Location, Path } from './location.ts';
import { locationOf, namesFor } from './location.ts';
import type { Rest } from './ports.ts';
import { matched, matchedSteps } from './ports.ts';

/** Where a library hands on what stands at an argument (or what the function there returns): results, parameters, state. */
export function flowsOutOf(file: SourceFile, call: CallNode, index: number, path: Path, what?: 'returned'): Location[] {
  const direct = flowsOfCall(file, call).flatMap(([from, to]) =>
    from.base.kind === 'argument' && from.base.index === index ? onwards(file, call, from, to, 0, path, what) : [],
  );
  const of = callOfResult(file, call);
  const given = (of?.site.flows ?? []).flatMap(([from, to]) => {
    const before = of!.steps.length + 1;
    const rest = from.base.kind === 'result' && matchedSteps(from.steps.slice(0, before), [...of!.steps, { kind: 'given', index }]);
    return rest ? onwards(of!.site.file, of!.site.node, from, to, before, path, what) : [];
  });
  return [...direct, ...given];
}

/** Where a library hands on what a method is called on. */
export function flowsOutOfReceiver(file: SourceFile, call: CallNode, path: Path): Location[] {
  return flowsOfCall(file, call).flatMap(([from, to]) => (from.base.kind === 'receiver' ? onwards(file, call, from, to, 0, path) : []));
}

/** Follows a flow whose first steps have been gone. */
function onwards(file: SourceFile, call: CallNode, from: Port, to: Port, gone: number, path: Path, what?: 'returned'): Location[] {
  const isReturned = from.steps[gone]?.kind === 'returned';
  if (isReturned !== (what === 'returned')) return [];
  const rest = matched(new Port(from.base, from.steps.slice(isReturned ? gone + 1 : gone)), path);
  return rest ? arriving(file, call, to, rest) : [];
}

/** The locations at which a value arrives that goes to a port. */
function arriving(file: SourceFile, call: CallNode, { base, steps }: Port, rest: Rest): Location[] {
  const at = steps.findIndex((step) => step.kind === 'parameter');
  const parameter = steps[at];
  const parts = steps.slice(at + 1).flatMap((step) => (step.kind === 'part' ? [step.name === '*' ? (rest.any ?? '*') : step.name] : []));
  const path = [...parts, ...rest.path];
  if (parameter?.kind !== 'parameter') return base.kind === 'result' ? located(file, call, path) : [];
  const given = base.kind === 'argument' ? argumentAt(call, base.index) : undefined;
  const inside =
    given &&
    locationOf(
      file,
      given,
      steps.slice(0, at).map((one) => (one.kind === 'part' ? one.name : undefined)),
    );
  return (inside ? functionsAt(inside) : []).flatMap(({ file: home, node }) => {
    const target = node.params[parameter.index];
    return target ? namesFor(target, path).flatMap((one) => located(home, one.name, one.path)) : [];
  });
}

function located(file: SourceFile, node: Location['node'], path: readonly (string | undefined)[]): Location[] {
  const found = locationOf(file, node, path);
  return found ? [found] : [];
}
