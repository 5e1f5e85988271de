import type { PortStep } from '../apis/state/index.ts';
import type { CallNode, ClassNode, FunctionNode, TSESTree } from '../syntax/nodes.ts';
import { bare, enclosingClass, isClass, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { handedAt } from './handed-over.ts';
import type { Site } from './library-flows.ts';
import { callOfResult, flowsOfCall, flowsOfClass } from './library-flows.ts';
import type { Location, Path } from './location.ts';
import type { CallsOf } from './ports.ts';
import { matchedSteps, parts, standing } from './ports.ts';
import { thisHost } from './this-host.ts';

/** What a library hands into a part of a parameter of a function that it is given, or calls as a method of a class of its own. */
export function flowsIntoParameter(file: SourceFile, fn: FunctionNode, index: number, path: Path, callsOf: CallsOf): Location[] {
  const parameter: PortStep[] = [{ kind: 'parameter', index }, ...parts(path)];
  return [...intoArgument(file, fn, index, path, callsOf), ...intoMethod(file, fn, parameter, callsOf)];
}

/** `componentDidUpdate(props, state)`: what a library calls a method with. */
function intoMethod(file: SourceFile, fn: FunctionNode, parameter: readonly PortStep[], callsOf: CallsOf): Location[] {
  const { parent } = fn;
  const host = enclosingClass(fn);
  if (!host || (parent.type !== 'MethodDefinition' && parent.type !== 'PropertyDefinition')) return [];
  return intoInstance(file, host, [...parts([propertyName(parent) ?? '']), ...parameter], callsOf);
}

function intoInstance(file: SourceFile, host: ClassNode, steps: readonly PortStep[], callsOf: CallsOf): Location[] {
  const site: Site = { file, node: host, flows: flowsOfClass(file, host) };
  return site.flows.flatMap(([from, to]) => {
    const rest = to.base.kind === 'this' ? matchedSteps(to.steps, steps) : undefined;
    return rest ? standing(site, from, rest, callsOf) : [];
  });
}

function intoArgument(file: SourceFile, fn: FunctionNode, index: number, path: Path, callsOf: CallsOf): Location[] {
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
  const given: PortStep[] = [{ kind: 'given', index: argument }, { kind: 'parameter', index }, ...parts(path)];
  const { callee } = call;
  const self = callee.type === 'MemberExpression' ? bare(callee.object) : undefined;
  const host = self?.type === 'ThisExpression' ? thisHost(self) : undefined;
  if (isClass(host)) {
    const ofMethod = intoInstance(file, host, [...parts([memberName(callee as TSESTree.MemberExpression) ?? '']), ...given], callsOf);
    if (ofMethod.length > 0) return ofMethod;
  }
  const of = callOfResult(file, call);
  if (!of) return [];
  const steps: PortStep[] = [...of.steps, ...given];
  return of.site.flows.flatMap(([from, to]) => {
    const rest = to.base.kind === 'result' ? matchedSteps(to.steps, steps) : undefined;
    return rest ? standing(of.site, from, rest, callsOf) : [];
  });
}
