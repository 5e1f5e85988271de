import type { Flow } from '../apis/state/index.ts';
import { Port } from '../apis/state/index.ts';
import { bindingOf, variableOf } from '../syntax/bindings.ts';
import type { CallNode, FunctionNode } from '../syntax/nodes.ts';
import { bare } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { handedAt } from './handed-over.ts';
import { flowsOfCall } from './library-flows.ts';
import type { Location, Path } from './location.ts';
import type { CallsOf, Rest, Site } from './ports.ts';
import { matched, standing } from './ports.ts';

/** What a library hands into a part of a parameter of a function that it is given. */
export function flowsIntoParameter(file: SourceFile, fn: FunctionNode, index: number, path: Path, callsOf: CallsOf): Location[] {
  return handedAt(file, fn).flatMap(({ call, argument, steps }) => {
    const site: Site = { file, node: call, flows: flowsOfCall(file, call) };
    const direct = site.flows.flatMap(([from, to]) => {
      const rest = to.base.kind === 'argument' && to.base.index === argument ? belowParameter(to, steps, index, path) : undefined;
      return rest ? standing(site, from, rest, callsOf) : [];
    });
    return steps.length > 0 ? direct : [...direct, ...intoUpdater(file, call, argument, index, path, callsOf)];
  });
}

/** The rest of a path below `argument.steps.parameter(index)`, where that is what a port says. */
function belowParameter(port: Port, steps: readonly string[], index: number, path: Path): Rest | undefined {
  const at = port.steps.findIndex((step) => step.kind === 'parameter');
  const parameter = port.steps[at];
  if (parameter?.kind !== 'parameter' || parameter.index !== index || at !== steps.length) return undefined;
  const isThere = port.steps.slice(0, at).every((step, i) => step.kind === 'part' && (step.name === '*' || step.name === steps[i]));
  return isThere ? matched(new Port(port.base, port.steps.slice(at + 1)), path) : undefined;
}

/** A call of what a library's call gave: of `setToken`, which `useState()` gave as its part `1`. */
export interface CallOfResult {
  readonly site: Site;
  readonly path: readonly (string | undefined)[];
}

/** The library's call that gave what a call calls. */
export function callOfResult(file: SourceFile, call: CallNode): CallOfResult | undefined {
  const variable = call.callee.type === 'Identifier' ? variableOf(file, call.callee) : undefined;
  const binding = variable && bindingOf(variable);
  const made = binding?.kind === 'value' ? bare(binding.init) : undefined;
  if (binding?.kind !== 'value' || made?.type !== 'CallExpression') return undefined;
  return { site: { file, node: made, flows: flowsOfCall(file, made) }, path: binding.path };
}

/** How many steps of a port lead to what its part is called with at an index, where it is this part. */
export function stepsToGiven({ base, steps }: Flow[0], path: CallOfResult['path'], argument: number): number | undefined {
  const at = steps.findIndex((step) => step.kind === 'given');
  const given = steps[at];
  if (base.kind !== 'result' || given?.kind !== 'given' || given.index !== argument || at !== path.length) return undefined;
  return steps.slice(0, at).every((step, i) => step.kind === 'part' && step.name === path[i]) ? at + 1 : undefined;
}

/** `setToken((token) => …)`: what a function is given that is called by what a library's call gave. */
function intoUpdater(file: SourceFile, call: CallNode, argument: number, index: number, path: Path, callsOf: CallsOf): Location[] {
  const of = callOfResult(file, call);
  return (of?.site.flows ?? []).flatMap(([from, to]) => {
    const given = stepsToGiven(to, of!.path, argument);
    const parameter = given === undefined ? undefined : to.steps[given];
    if (given === undefined || parameter?.kind !== 'parameter' || parameter.index !== index) return [];
    const rest = matched(new Port(to.base, to.steps.slice(given + 1)), path);
    return rest ? standing(of!.site, from, rest, callsOf) : [];
  });
}
