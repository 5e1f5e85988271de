import type { PortBase, PortStep } from '../apis/state/index.ts';
import { argumentAt } from '../syntax/functions.ts';
import type { CallNode, Node, TSESTree } from '../syntax/nodes.ts';
import { isClass } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { LocatedCall } from './calls.ts';
import { asParts, functionsAt, stepOfOwnCall } from './handed-over.ts';
import type { Site } from './library-flows.ts';
import { flowsOfCall, flowsOfElement } from './library-flows.ts';
import type { Location, Path } from './location.ts';
import { KEPT, locationOf, namesFor } from './location.ts';
import type { Outlet } from './ports.ts';
import { isSameBase, matchedSteps } from './matching.ts';
import { portNode } from './port-nodes.ts';
import { keptBehind, outletsOf, outletsUnder, sharedOutlets, sharedPart } from './ports.ts';
import type { Walker } from './walker.ts';
import { callsAmong, givenTo } from './walker.ts';

/**
 * Where a library hands on what stands at an argument of a call, or what lies below that by steps: a part, what the
 * function there returns, what it puts into a parameter.
 */
export function flowsOutOf(file: SourceFile, call: CallNode, index: number, steps: readonly PortStep[], walker: Walker): Location[] {
  const own: Site = { file, node: call, flows: flowsOfCall(file, call) };
  const called = walker
    .called(file, call)
    .ports.flatMap(({ site, base, steps: before }) => outOfPort(site, base, [...before, { kind: 'given', index }, ...steps], walker));
  return [...outOfPort(own, { kind: 'argument', index }, steps, walker), ...called];
}

/** Where a library hands on what a method is called on. */
export function flowsOutOfReceiver(file: SourceFile, call: CallNode, path: Path, walker: Walker): Location[] {
  return outOfPort({ file, node: call, flows: flowsOfCall(file, call) }, { kind: 'receiver' }, asParts(path), walker);
}

/** Where a library hands on what stands at an attribute: the value of a context's provider. */
export function flowsOutOfAttribute(file: SourceFile, { parent, name }: TSESTree.JSXAttribute, path: Path, walker: Walker): Location[] {
  if (name.type !== 'JSXIdentifier') return [];
  const site: Site = { file, node: parent, flows: flowsOfElement(file, parent) };
  return site.flows.flatMap(([from, to]) => {
    const isThere = from.base.kind === 'attribute' && from.base.name === name.name;
    const rest = isThere ? matchedSteps(from.steps, asParts(path)) : undefined;
    return rest ? arriving({ site, to, rest }, walker) : [];
  });
}

/** Where a library hands on what stands at a port of one of its calls. */
export function outOfPort(site: Site, base: PortBase, steps: readonly PortStep[], walker: Walker): Location[] {
  return site.flows.flatMap(([from, to]) => {
    const rest = isSameBase(from.base, base) ? matchedSteps(from.steps, steps) : undefined;
    return rest ? arriving({ site, to, rest }, walker) : [];
  });
}

/** The locations at which a value arrives that goes to a port. */
function arriving({ site, to, rest }: Outlet, walker: Walker): Location[] {
  const named = to.steps.map((step): PortStep => (step.kind === 'part' && step.name === '*' ? { ...step, name: rest.any ?? '*' } : step));
  const steps = [...named, ...asParts(rest.path)];
  const { file, node } = site;
  const own = stepOfOwnCall(site, to, steps);
  if (own) return below(own.at, own.left, walker);
  switch (to.base.kind) {
    case 'this':
      return isClass(node) ? below(locationOf(file, node), steps, walker) : [];
    case 'cell':
      return isCall(node) ? below(locationOf(file, node), [{ kind: 'part', name: KEPT }, ...steps], walker) : [];
    case 'cell of':
      return keptBehind(file, portNode(node, to.base.port), pathOf(steps));
    case 'shared':
      return sharedPart(file, to.base.name, pathOf(steps));
    case 'under':
      return takenFrom(outletsUnder(site, to, pathOf(steps)), walker);
    case 'result':
      return isCall(node) ? below(locationOf(file, node), steps, walker) : [];
    case 'argument': {
      const given = isCall(node) ? argumentAt(node, to.base.index) : undefined;
      return given ? below(locationOf(file, given), steps, walker) : [];
    }
    default:
      return [];
  }
}

/** Where a part of what a call keeps is taken out. */
export function takenOutOf(made: LocatedCall, path: Path, walker: Walker): Location[] {
  return takenFrom(outletsOf(made, path), walker);
}

/** Where a part of what there is one of in a package is taken out. */
export function takenOutOfShared(file: SourceFile, name: string, path: Path, walker: Walker): Location[] {
  return takenFrom(sharedOutlets(file, name, path), walker);
}

function isCall(node: Site['node']): node is CallNode {
  return node.type === 'CallExpression' || node.type === 'NewExpression';
}

function takenFrom(outlets: readonly Outlet[], walker: Walker): Location[] {
  return outlets.flatMap((one) => arriving(one, walker));
}

function pathOf(steps: readonly PortStep[]): Path {
  return steps.flatMap((step) => (step.kind === 'part' ? [step.name] : []));
}

/** The locations that lie below one by steps: where what is called there is called, parameters of the functions there. */
function below(at: Location, steps: readonly PortStep[], walker: Walker): Location[] {
  const [step, ...more] = steps;
  switch (step?.kind) {
    case undefined:
      return [at];
    case 'part': {
      const part = locationOf(at.file, at.node, [...at.path, step.name] as readonly (string | undefined)[]);
      return part ? below(part, more, walker) : [];
    }
    case 'parameter':
      return functionsAt(at).flatMap(({ file, node }) => intoParameter(file, node.params[step.index], more, walker));
    case 'given':
      return callsAmong(walker.reach(at)).flatMap(({ file, node }) => {
        const given = argumentAt(node, step.index);
        return given ? below(locationOf(file, given), more, walker) : [];
      });
    case 'returned':
      return returnedBy(at, more, walker);
  }
}

/** The names that a parameter has for what lies below it, or what is done with what is called there. */
function intoParameter(file: SourceFile, parameter: Node | undefined, steps: readonly PortStep[], walker: Walker): Location[] {
  const end = steps.findIndex((step) => step.kind !== 'part');
  const parts = pathOf(end < 0 ? steps : steps.slice(0, end));
  return (parameter ? namesFor(parameter, parts) : []).flatMap(({ name, path }) => {
    const found = locationOf(file, name, path as readonly (string | undefined)[]);
    return found ? below(found, end < 0 ? [] : steps.slice(end), walker) : [];
  });
}

/** Functions whose results are followed just now: they may be handed to what gives them back. */
const followed = new Set<Location>();

/** Where a function goes, what it returns goes: to its calls, and to what a library does with the results of what it is given. */
function returnedBy(at: Location, more: readonly PortStep[], walker: Walker): Location[] {
  if (followed.has(at)) return [];
  followed.add(at);
  try {
    return [...walker.reach(at)].flatMap(({ file, node, path }) => {
      const { call, index } = givenTo(node);
      if (!call) return [];
      if (index < 0) return path.length === 0 ? below(locationOf(file, call), more, walker) : [];
      return flowsOutOf(file, call, index, [...asParts(path), { kind: 'returned' }, ...more], walker);
    });
  } finally {
    followed.delete(at);
  }
}
