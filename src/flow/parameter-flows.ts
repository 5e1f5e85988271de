import type { PortStep } from '../apis/state/index.ts';
import type { CallNode, FunctionNode } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { handedAt } from './handed-over.ts';
import type { Site } from './library-flows.ts';
import { callOfResult, flowsOfCall } from './library-flows.ts';
import type { Location, Path } from './location.ts';
import type { CallsOf } from './ports.ts';
import { matchedSteps, parts, standing } from './ports.ts';

/** What a library hands into a part of a parameter of a function that it is given. */
export function flowsIntoParameter(file: SourceFile, fn: FunctionNode, index: number, path: Path, callsOf: CallsOf): Location[] {
  return handedAt(file, fn).flatMap(({ call, argument, steps }) => {
    const site: Site = { file, node: call, flows: flowsOfCall(file, call) };
    const direct = site.flows.flatMap(([from, to]) => {
      const isThis = to.base.kind === 'argument' && to.base.index === argument;
      const rest = isThis ? matchedSteps(to.steps, [...parts(steps), { kind: 'parameter', index }, ...parts(path)]) : undefined;
      return rest ? standing(site, from, rest, callsOf) : [];
    });
    return steps.length > 0 ? direct : [...direct, ...intoUpdater(file, call, argument, index, path, callsOf)];
  });
}

/** `setToken((token) => …)`: what a function is given that is called by what a library's call gave. */
function intoUpdater(file: SourceFile, call: CallNode, argument: number, index: number, path: Path, callsOf: CallsOf): Location[] {
  const of = callOfResult(file, call);
  if (!of) return [];
  const steps: PortStep[] = [...of.steps, { kind: 'given', index: argument }, { kind: 'parameter', index }, ...parts(path)];
  return of.site.flows.flatMap(([from, to]) => {
    const rest = to.base.kind === 'result' ? matchedSteps(to.steps, steps) : undefined;
    return rest ? standing(of.site, from, rest, callsOf) : [];
  });
}
