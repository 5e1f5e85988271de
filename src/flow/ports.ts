import type { Port, PortBase, PortStep } from '../apis/state/index.ts';
import { argumentAt, returnsOf } from '../syntax/functions.ts';
import type { CallNode, ClassNode, Node, TSESTree } from '../syntax/nodes.ts';
import { dressed, isClass } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile } from '../syntax/source-file.ts';
import type { LocatedCall } from './calls.ts';
import { attributesGiven } from './attributes.ts';
import { usersOf } from './calls.ts';
import { asParts, functionsAt, portsCalled, stepOfOwnCall } from './handed-over.ts';
import { flowsOfCall, flowsOfClass, flowsOfElement, flowsOfLibrary, madeBy, tablesIn } from './library-flows.ts';
import type { Site } from './library-flows.ts';
import type { Location, Path } from './location.ts';
import { isKept, KEPT, locationOf, namesFor, sharedStep } from './location.ts';
import type { Rest } from './matching.ts';
import { isSameBase, matched, matchedSteps } from './matching.ts';
import { homeOfShared, sharedByOptions, sharers } from './named-functions.ts';
import { providedByOptions } from './provided-options.ts';
import type { Key } from './port-nodes.ts';
import { keyAt, portNode, standingNode } from './port-nodes.ts';
import { MAX_STEPS, memberOf } from './resolve.ts';
import type { Walker } from './walker.ts';
import { callsAmong } from './walker.ts';

/** What a library hands into a part of what a call gives: a call of the library's, or of what one of its calls gave. */
export function flowsInto(file: SourceFile, call: CallNode, path: Path, walker: Walker): Location[] {
  const own: Site = { file, node: call, flows: flowsOfCall(file, call) };
  return [...intoPort(own, RESULT, asParts(path), walker), ...ofWhatIsCalled(file, call, path, walker)];
}

/** What a library that keeps state gives as the result of a call: `token()` of a signal, `get(store)`. */
export function stateGivenBy(file: SourceFile, call: CallNode, walker: Walker): Location[] {
  const flows = flowsOfLibrary(file, call);
  return [...(flows ? intoPort({ file, node: call, flows }, RESULT, [], walker) : []), ...ofWhatIsCalled(file, call, [], walker)];
}

const RESULT: PortBase = { kind: 'result' };

function ofWhatIsCalled(file: SourceFile, call: CallNode, path: Path, walker: Walker): Location[] {
  return portsCalled(file, call).flatMap(({ site, base, steps }) =>
    intoPort(site, base, [...steps, { kind: 'returned' }, ...asParts(path)], walker),
  );
}

/** What a library hands to a port of one of its calls. */
export function intoPort(site: Site, base: PortBase, steps: readonly PortStep[], walker: Walker): Location[] {
  return site.flows.flatMap(([from, to]) => {
    const rest = isSameBase(to.base, base) ? matchedSteps(to.steps, steps) : undefined;
    return rest ? standing(site, from, rest, walker) : [];
  });
}

/** The locations that stand at a port, with the rest of a path below them. */
function standing(site: Site, port: Port, rest: Rest, walker: Walker): Location[] {
  const named = port.steps.map((step): PortStep =>
    step.kind === 'part' && step.name === '*' ? { kind: 'part', name: rest.any ?? '*' } : step,
  );
  if (port.base.kind === 'attribute' && port.base.name === '*') return based(site, port, [rest.any ?? '*', ...rest.path], walker);
  const own = stepOfOwnCall(site, port, named);
  if (own) return along([own.at], own.left, rest.path, walker);
  // What is kept is asked for by the whole way into it: a part of it may be put in by itself.
  const first = named.findIndex((step) => step.kind !== 'part');
  const into = (first < 0 ? named : named.slice(0, first)).flatMap((step) => (step.kind === 'part' ? [step.name] : []));
  if (first < 0) return based(site, port, [...into, ...rest.path], walker);
  return along(based(site, port, into, walker), named.slice(first), rest.path, walker);
}

function along(from: readonly Location[], steps: readonly PortStep[], path: Path, walker: Walker): Location[] {
  let at = [...from];
  for (const step of steps) at = at.flatMap((one) => stepped(one, step, walker));
  return at.flatMap((one) => below(one, path));
}

function stepped(at: Location, step: PortStep, walker: Walker): Location[] {
  switch (step.kind) {
    case 'part':
      return below(at, [step.name]);
    case 'returned': {
      const functions = functionsAt(at);
      if (functions.length > 0) return functions.flatMap(({ file, node }) => returnsOf(node).map((value) => locationOf(file, value)));
      if (at.node.type !== 'CallExpression' || isKept(at)) return ofFunctionsElsewhere(at, walker);
      return callsAmong(walker.reach(at)).map(({ file, node }) => locationOf(file, node));
    }
    case 'given':
      return callsAmong(walker.reach(at)).flatMap(({ file, node }) => located(file, argumentAt(node, step.index)));
    case 'parameter':
      return functionsAt(at).flatMap(({ file, node }) => {
        const parameter = node.params[step.index];
        return parameter ? namesFor(parameter, []).map(({ name }) => locationOf(file, name)) : [];
      });
  }
}

/** What a function returns that a library made: the reducer of a slice. */
function ofFunctionsElsewhere(at: Location, walker: Walker): Location[] {
  return [...walker.behind(at)].flatMap(({ file, node, path }) => {
    const flows = node.type === 'CallExpression' && path.length > 0 && path[0] !== KEPT ? flowsOfLibrary(file, node) : undefined;
    return flows && node.type === 'CallExpression'
      ? intoPort({ file, node, flows }, RESULT, [...asParts(path), { kind: 'returned' }], walker)
      : [];
  });
}

function located(file: SourceFile, node: Node | undefined): Location[] {
  return node ? [locationOf(file, node)] : [];
}

function below({ file, node, path }: Location, more: Path): Location[] {
  const found = locationOf(file, node, [...path, ...more] as readonly (string | undefined)[]);
  return found ? [found] : [];
}

function based(site: Site, { base }: Port, path: Path, walker: Walker): Location[] {
  const { file, node } = site;
  if (isClass(node)) return ofInstance(site, node, base, path);
  if (base.kind === 'shared') return sharedPart(file, base.name, path);
  if (base.kind === 'under') return keptUnder(file, base.name, keyAt(file, portNode(node, base.key)), path, walker);
  if (base.kind === 'cell of') return keptBehind(file, portNode(node, base.port), path);
  if (base.kind === 'cell') return node.type === 'JSXOpeningElement' ? [] : below(locationOf(file, node), [KEPT, ...path]);
  const at = standingNode(site, base);
  return at ? below(locationOf(file, at), path) : [];
}

/** What stands at the base of a port of a class: its instance's parts, the attributes of its elements, what it names a context. */
function ofInstance({ file }: Site, node: ClassNode, base: Port['base'], path: Path): Location[] {
  if (base.kind === 'this') return below(locationOf(file, node), path);
  if (base.kind === 'attribute') return attributesGiven(file, node, path);
  if (base.kind !== 'cell of') return [];
  const [named] = base.port.steps;
  const value = named?.kind === 'part' ? memberOf({ file, node }, named.name, MAX_STEPS) : undefined;
  return value ? keptBehind(value.file, value.node, path) : [];
}

/** A part of what is kept by the call that made a value. */
export function keptBehind(file: SourceFile, node: Node | undefined, path: Path): Location[] {
  const made = node && madeBy(file, node);
  return made ? below(locationOf(made.file, made.node), [KEPT, ...path]) : [];
}

/** What a library hands into a part of an object that it is given: into what `this` is in a store's options. */
export function flowsIntoObject(file: SourceFile, object: TSESTree.ObjectExpression, path: Path, walker: Walker): Location[] {
  const at = dressed(object);
  const call = at.parent;
  if (call?.type !== 'CallExpression' && call?.type !== 'NewExpression') return [];
  const index = call.arguments.indexOf(at as TSESTree.Expression);
  const site: Site = { file, node: call, flows: index < 0 ? [] : flowsOfCall(file, call) };
  return site.flows.flatMap(([from, to]) => {
    const rest = to.base.kind === 'argument' && to.base.index === index ? matched(to, path) : undefined;
    return rest ? standing(site, from, rest, walker) : [];
  });
}

/** What a library hands into a part of the instances of a class that extends one of its own. */
export function flowsIntoInstance(file: SourceFile, node: ClassNode, path: Path, walker: Walker): Location[] {
  const site: Site = { file, node, flows: flowsOfClass(file, node) };
  return site.flows.flatMap(([from, to]) => {
    const rest = to.base.kind === 'this' ? matched(to, path) : undefined;
    return rest ? standing(site, from, rest, walker) : [];
  });
}

/**
 * What a call keeps: what it is given itself, and what is put in elsewhere, in its file and in those that import it, or in
 * whatever files are asked about.
 */
export function putInto(made: LocatedCall, path: Path, walker: Walker, files: readonly SourceFile[] = filesAround(made.file)): Location[] {
  const flows = flowsOfCall(made.file, made.node);
  const site: Site = { ...made, flows };
  const own = flows.flatMap(([from, to]) => put(site, from, to.base.kind === 'cell' ? to : undefined, path, walker));
  const others = files.flatMap((file) =>
    elsewhere(file).put.flatMap((other) =>
      other.flows.flatMap(([from, to]) => {
        const of = to.base.kind === 'cell of' ? portNode(other.node, to.base.port) : undefined;
        return of && madeBy(file, of)?.node === made.node ? put(other, from, to, path, walker) : [];
      }),
    ),
  );
  return [...own, ...others];
}

function put(site: Site, from: Port, to: Port | undefined, path: Path, walker: Walker): Location[] {
  const rest = to && matched(to, path);
  return rest ? standing(site, from, rest, walker) : [];
}

/** What any file of the package puts into what there is one of. */
export function putIntoShared(file: SourceFile, name: string, path: Path, walker: Walker): Location[] {
  return sharers(file, name).flatMap((other) => [
    ...sharedByOptions(other, name, path),
    ...elsewhere(other).put.flatMap((site) =>
      site.flows.flatMap(([from, to]) =>
        put(site, from, to.base.kind === 'shared' && to.base.name === name ? to : undefined, path, walker),
      ),
    ),
  ]);
}

/** What any file of the package puts under a key, by a call or in its options. */
export function keptUnder(file: SourceFile, name: string, key: Key, path: Path, walker: Walker): Location[] {
  if (key === undefined) return [];
  return sharers(file, name).flatMap((other) => [
    ...(typeof key === 'string' ? providedByOptions(other, [key, ...path]) : []),
    ...elsewhere(other).put.flatMap((site) =>
      site.flows.flatMap(([from, to]) => (isUnder(site, to, name, key) ? put(site, from, to, path, walker) : [])),
    ),
  ]);
}

function isUnder({ file, node }: Site, { base }: Port, name: string, key: Key): boolean {
  return base.kind === 'under' && base.name === name && keyAt(file, portNode(node, base.key)) === key;
}

/** Where what is kept under the key of a site is taken out. */
export function outletsUnder({ file, node }: Site, { base }: Port, path: Path): Outlet[] {
  if (base.kind !== 'under') return [];
  const key = keyAt(file, portNode(node, base.key));
  if (key === undefined) return [];
  return sharers(file, base.name).flatMap((other) =>
    elsewhere(other).taken.flatMap((site) =>
      outlets({ ...site, flows: site.flows.filter(([from]) => isUnder(site, from, base.name, key)) }, path),
    ),
  );
}

/** What a library adds to every component: the store as `this.$store`. */
export function flowsIntoComponent(file: SourceFile, path: Path): Location[] {
  return (tablesIn(file)?.components ?? []).flatMap(([from, to]) => {
    const rest = from.base.kind === 'shared' ? matched(to, path) : undefined;
    return rest && from.base.kind === 'shared' ? sharedPart(file, from.base.name, rest.path) : [];
  });
}

/** The calls and elements of a file that put something where others find it, or find what others put there. */
const elsewhere = perFile((file): { readonly put: readonly Site[]; readonly taken: readonly Site[] } => {
  const tables = tablesIn(file);
  const isElsewhere = ({ base }: Port): boolean => base.kind === 'cell of' || base.kind === 'shared' || base.kind === 'under';
  const isNamed = [...(tables?.calls.values() ?? [])].some((flows) => flows.some((flow) => flow.some(isElsewhere)));
  const calls = isNamed ? nodesOf(file, 'CallExpression') : [];
  const sites = [
    ...calls.map((node): Site => ({ file, node, flows: flowsOfCall(file, node) })),
    ...nodesOf(file, 'JSXOpeningElement').map((node): Site => ({ file, node, flows: flowsOfElement(file, node) })),
  ];
  const ending = (end: 0 | 1): Site[] =>
    sites.flatMap((site) => {
      const flows = site.flows.filter((flow) => isElsewhere(flow[end]));
      return flows.length > 0 ? [{ ...site, flows }] : [];
    });
  return { put: ending(1), taken: ending(0) };
});

/** The files in which what a file keeps may be put in or taken out: itself, and those that it is imported into. */
function filesAround(file: SourceFile): SourceFile[] {
  return [file, ...usersOf(file, undefined)];
}

/** A flow out of what a call keeps, or what there is one of: the call or element that it belongs to, and what is left of the way. */
export interface Outlet {
  readonly site: Site;
  readonly to: Port;
  readonly rest: Rest;
}

/** Where a part of what a call keeps is taken out. */
export function outletsOf(made: LocatedCall, path: Path): Outlet[] {
  const own: Site = { ...made, flows: flowsOfCall(made.file, made.node).filter(([from]) => from.base.kind === 'cell') };
  const others = filesAround(made.file).flatMap((file) =>
    elsewhere(file).taken.flatMap((site): Site[] => {
      const flows = site.flows.filter(([{ base }]) => {
        const of = base.kind === 'cell of' ? portNode(site.node, base.port) : undefined;
        return of !== undefined && madeBy(file, of)?.node === made.node;
      });
      return flows.length > 0 ? [{ ...site, flows }] : [];
    }),
  );
  return [own, ...others].flatMap((site) => outlets(site, path));
}

/** Where a part of what there is one of in a package is taken out. */
export function sharedOutlets(file: SourceFile, name: string, path: Path): Outlet[] {
  return sharers(file, name).flatMap((other) =>
    elsewhere(other).taken.flatMap((site) =>
      outlets({ ...site, flows: site.flows.filter(([{ base }]) => base.kind === 'shared' && base.name === name) }, path),
    ),
  );
}

function outlets(site: Site, path: Path): Outlet[] {
  return site.flows.flatMap(([from, to]) => {
    const rest = matched(from, path);
    return rest ? [{ site, to, rest }] : [];
  });
}

/** A part of what there is one of in a package. It stands in one of the package's files, the same whichever asks. */
export function sharedPart(file: SourceFile, name: string, path: Path): Location[] {
  const home = homeOfShared(file, name);
  return below(locationOf(home, home.ast), [sharedStep(name), ...path]);
}
