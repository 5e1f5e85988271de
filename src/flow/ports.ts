import type { Flow } from '../apis/state/index.ts';
import { Port } from '../apis/state/index.ts';
import { argumentAt, returnsOf } from '../syntax/functions.ts';
import type { CallNode, Node, TSESTree } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile } from '../syntax/source-file.ts';
import type { LocatedCall } from './calls.ts';
import { functionsAt } from './handed-over.ts';
import { flowsOfCall, flowsOfElement, madeBy, tablesIn } from './library-flows.ts';
import type { Location, Path } from './location.ts';
import { locationOf, namesFor } from './location.ts';

/** Where the function at a location is called: what knows how values go forwards. */
export type CallsOf = (at: Location) => readonly LocatedCall[];

/** A call or an element at which a library hands values on. */
export interface Site {
  readonly file: SourceFile;
  readonly node: CallNode | TSESTree.JSXOpeningElement;
  readonly flows: readonly Flow[];
}

/** What is left of a path below a port's parts, and which step `*` stood for. */
export interface Rest {
  readonly path: Path;
  readonly any?: string;
}

/** What a library hands into a part of what a call gives. */
export function flowsInto(file: SourceFile, call: CallNode, path: Path, callsOf: CallsOf): Location[] {
  const site: Site = { file, node: call, flows: flowsOfCall(file, call) };
  return site.flows.flatMap(([from, to]) => {
    const rest = to.base.kind === 'result' ? matched(to, path) : undefined;
    return rest ? standing(site, from, rest, callsOf) : [];
  });
}

/** What a library hands into a part of what is called at `path` below what a call gave: `a()` of `const [a] = createSignal()`. */
export function flowsIntoCalled(made: LocatedCall, way: Path, path: Path, callsOf: CallsOf): Location[] {
  const site: Site = { ...made, flows: flowsOfCall(made.file, made.node) };
  return site.flows.flatMap(([from, to]) => {
    const at = to.steps.findIndex((step) => step.kind === 'returned');
    if (at !== way.length || to.base.kind !== 'result') return [];
    const called = matched(new Port(to.base, to.steps.slice(0, at)), way);
    const rest = called && matched(new Port(to.base, to.steps.slice(at + 1)), path);
    return rest ? standing(site, from, rest, callsOf) : [];
  });
}

/** What is left of a path below a port's parts. Undefined where the path does not lead through them. */
export function matched(port: Port, path: Path): Rest | undefined {
  let any: string | undefined;
  for (const [i, step] of port.steps.entries()) {
    const own = path[i];
    if (step.kind !== 'part' || own === undefined) return undefined;
    if (step.name === '*') any = own;
    else if (own !== step.name && own !== '*') return undefined;
  }
  return { path: path.slice(port.steps.length), ...(any !== undefined && { any }) };
}

/** The locations that stand at a port, with the rest of a path below them. */
export function standing(site: Site, port: Port, rest: Rest, callsOf: CallsOf): Location[] {
  let at = based(site, port, callsOf);
  for (const step of port.steps) {
    at = at.flatMap((one): Location[] => {
      switch (step.kind) {
        case 'part':
          return below(one, [step.name === '*' ? (rest.any ?? '*') : step.name]);
        case 'returned':
          return functionsAt(one).flatMap(({ file, node }) => returnsOf(node).map((value) => locationOf(file, value)));
        case 'given':
          return callsOf(one).flatMap(({ file, node }) => located(file, argumentAt(node, step.index)));
        case 'parameter':
          return functionsAt(one).flatMap(({ file, node }) => {
            const parameter = node.params[step.index];
            return parameter ? namesFor(parameter, []).map(({ name }) => locationOf(file, name)) : [];
          });
      }
    });
  }
  return at.flatMap((one) => below(one, rest.path));
}

function located(file: SourceFile, node: Node | undefined): Location[] {
  return node ? [locationOf(file, node)] : [];
}

function below({ file, node, path }: Location, more: Path): Location[] {
  const found = locationOf(file, node, [...path, ...more] as readonly (string | undefined)[]);
  return found ? [found] : [];
}

function based({ file, node, flows }: Site, { base }: Port, callsOf: CallsOf): Location[] {
  if (base.kind === 'shared') return sharedAs(file, base.name, callsOf);
  if (base.kind === 'cell of') {
    const of = portNode(node, base.port);
    const made = of && madeBy(file, of);
    return made ? kept(made, flowsOfCall(made.file, made.node), callsOf) : [];
  }
  if (node.type === 'JSXOpeningElement') return base.kind === 'attribute' ? located(file, attributeOf(node, base.name)) : [];
  switch (base.kind) {
    case 'argument':
      return located(file, argumentAt(node, base.index));
    case 'result':
      return located(file, node);
    case 'receiver':
      return node.callee.type === 'MemberExpression' ? located(file, node.callee.object) : [];
    case 'cell':
      return kept({ file, node }, flows, callsOf);
    default:
      return [];
  }
}

/** The expression at a port of a call or element, where it stands there as written. */
function portNode(node: Site['node'], { base }: Port): Node | undefined {
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
function kept(made: LocatedCall, flows: readonly Flow[], callsOf: CallsOf): Location[] {
  const own = flows.flatMap(([from, to]) => (to.base.kind === 'cell' ? standing({ ...made, flows }, from, { path: [] }, callsOf) : []));
  const others = [made.file, ...(made.file.facts?.importersOf(made.file) ?? [])].flatMap((file) =>
    putElsewhere(file).flatMap((site) =>
      site.flows.flatMap(([from, { base }]) => {
        const of = base.kind === 'cell of' ? portNode(site.node, base.port) : undefined;
        return of && madeBy(file, of)?.node === made.node ? standing(site, from, { path: [] }, callsOf) : [];
      }),
    ),
  );
  return [...own, ...others];
}

/** What any file of the package puts into what there is one of. */
function sharedAs(file: SourceFile, name: string, callsOf: CallsOf): Location[] {
  return (file.facts?.packageFilesOf(file) ?? [file]).flatMap((other) =>
    putElsewhere(other).flatMap((site) =>
      site.flows.flatMap(([from, { base, steps }]) =>
        base.kind === 'shared' && base.name === name && steps.length === 0 ? standing(site, from, { path: [] }, callsOf) : [],
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
