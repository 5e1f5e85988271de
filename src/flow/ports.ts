import type { Flow, Port, PortStep } from '../apis/state/index.ts';
import { argumentAt, returnsOf } from '../syntax/functions.ts';
import type { CallNode, ClassNode, FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { dressed, isClass } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile } from '../syntax/source-file.ts';
import type { LocatedCall } from './calls.ts';
import { elementsOf } from './calls.ts';
import { functionsAt } from './handed-over.ts';
import { callOfResult, flowsOfCall, flowsOfClass, flowsOfElement, flowsOfLibrary, madeBy, tablesIn } from './library-flows.ts';
import type { Site } from './library-flows.ts';
import type { Location, Path } from './location.ts';
import { locationOf, locationsOf, namesFor } from './location.ts';
import { memberOf } from './members.ts';
import { MAX_STEPS } from './resolve.ts';

/** Where the function at a location is called: what knows how values go forwards. */
export type CallsOf = (at: Location) => readonly LocatedCall[];

/** What is left of a path below a port's parts, and which step `*` stood for. */
export interface Rest {
  readonly path: Path;
  readonly any?: string;
}

/** What a library hands into a part of what a call gives: a call of the library's, or of what one of its calls gave. */
export function flowsInto(file: SourceFile, call: CallNode, path: Path, callsOf: CallsOf): Location[] {
  const own: Site = { file, node: call, flows: flowsOfCall(file, call) };
  const of = callOfResult(file, call);
  return [
    ...intoResult(own, parts(path), callsOf),
    ...(of ? intoResult(of.site, [...of.steps, { kind: 'returned' }, ...parts(path)], callsOf) : []),
  ];
}

/** What a library that keeps state gives as the result of a call: `token()` of a signal, `get(store)`. */
export function stateGivenBy(file: SourceFile, call: CallNode, callsOf: CallsOf): Location[] {
  const flows = flowsOfLibrary(file, call);
  const of = callOfResult(file, call);
  return [
    ...(flows ? intoResult({ file, node: call, flows }, [], callsOf) : []),
    ...(of ? intoResult(of.site, [...of.steps, { kind: 'returned' }], callsOf) : []),
  ];
}

function intoResult(site: Site, steps: readonly PortStep[], callsOf: CallsOf): Location[] {
  return site.flows.flatMap(([from, to]) => {
    const rest = to.base.kind === 'result' ? matchedSteps(to.steps, steps) : undefined;
    return rest ? standing(site, from, rest, callsOf) : [];
  });
}

/** The steps of a port that a path goes. */
export function parts(path: readonly string[]): PortStep[] {
  return path.map((name) => ({ kind: 'part', name }));
}

/** What is left of a path below a port's parts. Undefined where the path does not lead through them. */
export function matched(port: Port, path: Path): Rest | undefined {
  return matchedSteps(port.steps, parts(path));
}

/** The same of steps among which are calls. */
export function matchedSteps(port: readonly PortStep[], steps: readonly PortStep[]): Rest | undefined {
  let any: string | undefined;
  for (const [i, step] of port.entries()) {
    const own = steps[i];
    if (own?.kind !== step.kind) return undefined;
    if (step.kind === 'given' || step.kind === 'parameter') {
      if ((own as typeof step).index !== step.index) return undefined;
    } else if (step.kind === 'part' && own.kind === 'part') {
      if (step.name === '*') any = own.name;
      else if (own.name !== step.name && own.name !== '*') return undefined;
    }
  }
  const rest = steps.slice(port.length);
  const path = rest.flatMap((step) => (step.kind === 'part' ? [step.name] : []));
  return path.length < rest.length ? undefined : { path, ...(any !== undefined && { any }) };
}

/** The locations that stand at a port, with the rest of a path below them. */
export function standing(site: Site, port: Port, rest: Rest, callsOf: CallsOf): Location[] {
  const named = port.steps.map((step): PortStep =>
    step.kind === 'part' && step.name === '*' ? { kind: 'part', name: rest.any ?? '*' } : step,
  );
  if (port.base.kind === 'attribute' && port.base.name === '*') return based(site, port, [rest.any ?? '*', ...rest.path], callsOf);
  // What is kept is asked for by the whole way into it: a part of it may be put in by itself.
  const first = named.findIndex((step) => step.kind !== 'part');
  const into = (first < 0 ? named : named.slice(0, first)).flatMap((step) => (step.kind === 'part' ? [step.name] : []));
  if (first < 0) return based(site, port, [...into, ...rest.path], callsOf);
  let at = based(site, port, into, callsOf);
  for (const step of named.slice(first)) at = at.flatMap((one) => stepped(one, step, callsOf));
  return at.flatMap((one) => below(one, rest.path));
}

function stepped(at: Location, step: PortStep, callsOf: CallsOf): Location[] {
  switch (step.kind) {
    case 'part':
      return below(at, [step.name]);
    case 'returned': {
      const functions = functionsAt(at);
      if (functions.length > 0) return functions.flatMap(({ file, node }) => returnsOf(node).map((value) => locationOf(file, value)));
      return at.node.type === 'CallExpression' ? callsOf(at).map(({ file, node }) => locationOf(file, node)) : [];
    }
    case 'given':
      return callsOf(at).flatMap(({ file, node }) => located(file, argumentAt(node, step.index)));
    case 'parameter':
      return functionsAt(at).flatMap(({ file, node }) => {
        const parameter = node.params[step.index];
        return parameter ? namesFor(parameter, []).map(({ name }) => locationOf(file, name)) : [];
      });
  }
}

function located(file: SourceFile, node: Node | undefined): Location[] {
  return node ? [locationOf(file, node)] : [];
}

function below({ file, node, path }: Location, more: Path): Location[] {
  const found = locationOf(file, node, [...path, ...more] as readonly (string | undefined)[]);
  return found ? [found] : [];
}

function based(site: Site, { base }: Port, path: Path, callsOf: CallsOf): Location[] {
  const { file, node, flows } = site;
  if (isClass(node)) return ofInstance(site, node, base, path, callsOf);
  if (base.kind === 'shared') return sharedAs(file, base.name, path, callsOf);
  if (base.kind === 'cell of') return keptBehind(file, portNode(node, base.port), path, callsOf);
  if (base.kind === 'cell') return node.type === 'JSXOpeningElement' ? [] : kept({ file, node }, flows, path, callsOf);
  const at = standingNode(site, base);
  return at ? below(locationOf(file, at), path) : [];
}

/** What stands at the base of a port of a class: its instance's parts, the attributes of its elements, what it names a context. */
function ofInstance({ file }: Site, node: ClassNode, base: Port['base'], path: Path, callsOf: CallsOf): Location[] {
  if (base.kind === 'this') return below(locationOf(file, node), path);
  if (base.kind === 'attribute') return attributesGiven(file, node, path);
  if (base.kind !== 'cell of') return [];
  const [named] = base.port.steps;
  const value = named?.kind === 'part' ? memberOf({ file, node }, named.name, MAX_STEPS) : undefined;
  return value ? keptBehind(value.file, value.node, path, callsOf) : [];
}

function keptBehind(file: SourceFile, node: Node | undefined, path: Path, callsOf: CallsOf): Location[] {
  const made = node && madeBy(file, node);
  return made ? kept(made, flowsOfCall(made.file, made.node), path, callsOf) : [];
}

/** `<Nav token={token} />`: what a component's elements give it under a name. */
export function attributesGiven(file: SourceFile, component: FunctionNode | ClassNode, path: Path): Location[] {
  const [name, ...rest] = path;
  if (name === undefined) return [];
  return elementsOf(file, component).flatMap(({ file: home, node }) =>
    node.attributes.flatMap((attribute): Location[] => {
      if (attribute.type === 'JSXSpreadAttribute') return locationsOf(home, [attribute.argument], path);
      if (attribute.name.name !== name || !attribute.value) return [];
      const value = attribute.value.type === 'JSXExpressionContainer' ? attribute.value.expression : attribute.value;
      return value.type === 'JSXEmptyExpression' ? [] : locationsOf(home, [value], rest);
    }),
  );
}

/** What a library hands into a part of an object that it is given: into what `this` is in a store's options. */
export function flowsIntoObject(file: SourceFile, object: TSESTree.ObjectExpression, path: Path, callsOf: CallsOf): Location[] {
  const at = dressed(object);
  const call = at.parent;
  if (call?.type !== 'CallExpression' && call?.type !== 'NewExpression') return [];
  const index = call.arguments.indexOf(at as TSESTree.Expression);
  const site: Site = { file, node: call, flows: index < 0 ? [] : flowsOfCall(file, call) };
  return site.flows.flatMap(([from, to]) => {
    const rest = to.base.kind === 'argument' && to.base.index === index ? matched(to, path) : undefined;
    return rest ? standing(site, from, rest, callsOf) : [];
  });
}

/** What a library hands into a part of the instances of a class that extends one of its own. */
export function flowsIntoInstance(file: SourceFile, node: ClassNode, path: Path, callsOf: CallsOf): Location[] {
  const site: Site = { file, node, flows: flowsOfClass(file, node) };
  return site.flows.flatMap(([from, to]) => {
    const rest = to.base.kind === 'this' ? matched(to, path) : undefined;
    return rest ? standing(site, from, rest, callsOf) : [];
  });
}

function standingNode({ node }: Site, base: Port['base']): Node | undefined {
  if (isClass(node)) return undefined;
  if (node.type === 'JSXOpeningElement') return base.kind === 'attribute' ? attributeOf(node, base.name) : undefined;
  if (base.kind === 'argument') return argumentAt(node, base.index);
  if (base.kind === 'result') return node;
  return base.kind === 'receiver' && node.callee.type === 'MemberExpression' ? node.callee.object : undefined;
}

/** The expression at a port of a call or element, where it stands there as written. */
function portNode(node: Site['node'], { base }: Port): Node | undefined {
  if (isClass(node)) return undefined;
  if (node.type === 'JSXOpeningElement') return node.name.type === 'JSXMemberExpression' ? node.name.object : node.name;
  if (base.kind === 'argument') return argumentAt(node, base.index);
  return base.kind === 'receiver' && node.callee.type === 'MemberExpression' ? node.callee.object : undefined;
}

function attributeOf(element: TSESTree.JSXOpeningElement, name: string): Node | undefined {
  for (const one of element.attributes) {
    if (one.type !== 'JSXAttribute' || one.name.name !== name || one.value?.type !== 'JSXExpressionContainer') continue;
    return one.value.expression.type === 'JSXEmptyExpression' ? undefined : one.value.expression;
  }
  return undefined;
}

/** What a call keeps: what it is given itself, and what is put in elsewhere, in its file and in those that import it. */
function kept(made: LocatedCall, flows: readonly Flow[], path: Path, callsOf: CallsOf): Location[] {
  const site: Site = { ...made, flows };
  const own = flows.flatMap(([from, to]) => put(site, from, to.base.kind === 'cell' ? to : undefined, path, callsOf));
  const others = [made.file, ...(made.file.facts?.importersOf(made.file) ?? [])].flatMap((file) =>
    putElsewhere(file).flatMap((other) =>
      other.flows.flatMap(([from, to]) => {
        const of = to.base.kind === 'cell of' ? portNode(other.node, to.base.port) : undefined;
        return of && madeBy(file, of)?.node === made.node ? put(other, from, to, path, callsOf) : [];
      }),
    ),
  );
  return [...own, ...others];
}

function put(site: Site, from: Port, to: Port | undefined, path: Path, callsOf: CallsOf): Location[] {
  const rest = to && matched(to, path);
  return rest ? standing(site, from, rest, callsOf) : [];
}

/** What any file of the package puts into what there is one of. */
function sharedAs(file: SourceFile, name: string, path: Path, callsOf: CallsOf): Location[] {
  return (file.facts?.packageFilesOf(file) ?? [file]).flatMap((other) =>
    putElsewhere(other).flatMap((site) =>
      site.flows.flatMap(([from, to]) =>
        put(site, from, to.base.kind === 'shared' && to.base.name === name ? to : undefined, path, callsOf),
      ),
    ),
  );
}

/** The calls and elements of a file that put something where others find it. */
const putElsewhere = perFile((file): readonly Site[] => {
  const tables = tablesIn(file);
  if (!tables) return [];
  const isElsewhere = ([, { base }]: Flow): boolean => base.kind === 'cell of' || base.kind === 'shared';
  const calls = [...tables.calls.values()].some((flows) => flows.some(isElsewhere)) ? nodesOf(file, 'CallExpression') : [];
  return [
    ...calls.map((node): Site => ({ file, node, flows: flowsOfCall(file, node).filter(isElsewhere) })),
    ...nodesOf(file, 'JSXOpeningElement').map((node): Site => ({ file, node, flows: flowsOfElement(file, node).filter(isElsewhere) })),
  ].filter(({ flows }) => flows.length > 0);
});
