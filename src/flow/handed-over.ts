import type { Variable } from '@typescript-eslint/scope-manager';
import type { Port, PortBase, PortStep } from '../apis/state/index.ts';
import type { Binding } from '../syntax/bindings.ts';
import { bindingOf, readsOf, variableOf } from '../syntax/bindings.ts';
import { argumentAt } from '../syntax/functions.ts';
import type { CallNode, ClassNode, FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, dressed, isClass, isFunction, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { LocatedCall } from './calls.ts';
import { importedReadings, readingsElsewhere } from './imported-readings.ts';
import type { Site } from './library-flows.ts';
import { callOfResult, flowsOfCall, flowsOfClass, flowsOfLibrary } from './library-flows.ts';
import type { Location, Path } from './location.ts';
import { locationOf } from './location.ts';
import { namesElsewhere } from './names-elsewhere.ts';
import type { Place } from './resolve.ts';
import { MAX_STEPS, memberOf, resolveValue } from './resolve.ts';
import { hostOfMethod, readsOfThis, thisHost } from './this-host.ts';

/** The functions that stand at a location: written there, named there, or a member of an object there. */
export function functionsAt({ file, node, path }: Location): LocatedCall<FunctionNode>[] {
  let places: Place[] = [resolveValue({ file, node })];
  for (const step of path) places = places.flatMap((place) => (step === '*' ? membersOf(place) : memberIn(place, step)));
  return places.flatMap((place) => {
    const value = resolveValue(place);
    if (isFunction(value.node)) return [{ file: value.file, node: value.node }];
    return value.node.type === 'CallExpression' ? wrapped(value.file, value.node) : [];
  });
}

function memberIn(place: Place, name: string): Place[] {
  const found = memberOf(place, name, MAX_STEPS);
  return found ? [resolveValue(found)] : [];
}

/** Every member of an object that is written out. */
function membersOf({ file, node }: Place): Place[] {
  if (node.type !== 'ObjectExpression') return [];
  return node.properties.flatMap((one) => (one.type === 'Property' && one.kind === 'init' ? [{ file, node: one.value }] : []));
}

/** `run.bind(this)`, where `run` stands in it; else the node itself. */
function boundCall(at: Node): Node {
  const { parent } = at;
  const isBound = parent?.type === 'MemberExpression' && parent.object === at && memberName(parent) === 'bind';
  return isBound && parent.parent.type === 'CallExpression' ? dressed(parent.parent) : at;
}

/** `persist(creator, options)`, `useCallback(fn, [])`: what a library gives back as it is. */
function wrapped(file: SourceFile, call: TSESTree.CallExpression): LocatedCall<FunctionNode>[] {
  return flowsOfCall(file, call).flatMap(([from, to]) => {
    if (from.base.kind !== 'argument' || from.steps.length > 0 || to.base.kind !== 'result' || to.steps.length > 0) return [];
    const given = argumentAt(call, from.base.index);
    return given ? functionsAt(locationOf(file, given)) : [];
  });
}

/** Where a function is handed over. */
export interface HandedOver {
  readonly file: SourceFile;
  readonly call: CallNode;
  readonly argument: number;
  /** Where in the argument, which is an object: `['onSuccess']`. */
  readonly steps: readonly string[];
}

/**
 * The calls that a function is an argument of: by itself, in an object, by its name, as a method of `this`, bound or not, or
 * inside of what only goes round it.
 */
export function handedAt(file: SourceFile, fn: FunctionNode): HandedOver[] {
  const variable = variableOfFunction(file, fn);
  return [
    ...mentionsOf(file, fn).flatMap((place) => handedOver(file, place)),
    ...(variable ? readingsElsewhere(file, variable) : readingsOfDefault(file, fn)).flatMap((place) => handedOver(place.file, place.node)),
  ];
}

/** Where other files read a function that its module exports without a name: `export default function (state, action) {…}`. */
function readingsOfDefault(file: SourceFile, fn: FunctionNode): readonly Place[] {
  if (fn.parent.type !== 'ExportDefaultDeclaration') return [];
  return importedReadings(file, namesElsewhere(file, fn), (exported) => exported === fn || exported === fn.parent);
}

function variableOfFunction(file: SourceFile, fn: FunctionNode): Variable | undefined {
  const name = fn.id ?? (fn.parent.type === 'VariableDeclarator' && fn.parent.id.type === 'Identifier' ? fn.parent.id : undefined);
  return name && variableOf(file, name);
}

/** A function as it is written, and wherever it is spoken of in its file and may be told to be itself. */
function mentionsOf(file: SourceFile, fn: FunctionNode): Node[] {
  const variable = variableOfFunction(file, fn);
  const method = hostOfMethod(fn);
  return [fn, ...(variable ? readsOf(variable) : []), ...(method ? readsOfThis(file, method.host, method.name) : [])];
}

/** Whether a function is put into an object or a list, returned, or given to an element: who has that may call it. */
export function goesOn(file: SourceFile, fn: FunctionNode): boolean {
  return mentionsOf(file, fn).some((one) => {
    const { parent } = dressed(one);
    if (parent?.type === 'CallExpression' && parent.callee !== one) return flowsOfLibrary(file, parent) !== undefined;
    return parent !== undefined && ONWARDS.has(parent.type);
  });
}

const ONWARDS: ReadonlySet<string> = new Set([
  'Property',
  'ArrayExpression',
  'ReturnStatement',
  'ArrowFunctionExpression',
  'JSXExpressionContainer',
]);

function handedOver(file: SourceFile, place: Node): HandedOver[] {
  const steps: string[] = [];
  let at = boundCall(dressed(place));
  while (at.parent?.type === 'Property' && at.parent.value === at && at.parent.parent.type === 'ObjectExpression') {
    steps.unshift(propertyName(at.parent) ?? '');
    at = dressed(at.parent.parent);
  }
  const { parent: call } = at;
  if (call?.type !== 'CallExpression' && call?.type !== 'NewExpression') return [];
  const argument = call.arguments.indexOf(at as TSESTree.Expression);
  if (argument < 0) return [];
  return [{ file, call, argument, steps }, ...(steps.length === 0 && isHandedBack(file, call, argument) ? handedOver(file, call) : [])];
}

/** `persist(creator, options)`, `useCallback(fn, [])`: what stands at the argument is what the call gives. */
function isHandedBack(file: SourceFile, call: CallNode, argument: number): boolean {
  return flowsOfCall(file, call).some(
    ([from, to]) =>
      from.base.kind === 'argument' &&
      from.base.index === argument &&
      from.steps.length === 0 &&
      to.base.kind === 'result' &&
      to.steps.length === 0,
  );
}

/** What a library's call gave or handed to a function of ours, by the port at which it stands. */
export interface KnownPort {
  readonly site: Site;
  readonly base: PortBase;
  readonly steps: readonly PortStep[];
}

/**
 * What of a library's a call calls: `setToken`, a part of what `useState()` gave; `set`, which a store's creator is given;
 * `this.setState`, of a class of the library's.
 */
export function portsCalled(file: SourceFile, call: CallNode): KnownPort[] {
  const of = callOfResult(file, call);
  if (of) return [{ ...of, site: { ...of.site, through: { steps: of.steps, call: { file, node: call } } }, base: { kind: 'result' } }];
  const steps: PortStep[] = [];
  let at = bare(call.callee);
  for (; at.type === 'MemberExpression'; at = bare(at.object)) {
    const name = memberName(at);
    if (name === undefined) return [];
    steps.unshift({ kind: 'part', name });
  }
  if (at.type === 'ThisExpression') {
    const host = thisHost(at);
    return isClass(host) ? portOfInstance(file, host, steps) : [];
  }
  const variable = at.type === 'Identifier' ? variableOf(file, at) : undefined;
  const binding = variable && bindingOf(variable);
  return binding?.kind === 'parameter' ? portsOfBinding(file, binding, steps) : [];
}

/**
 * Where a step leads that follows the way to what a call calls: what a call of a store is given goes to the result of
 * that call alone. Undefined where the step is of something else.
 */
export function stepOfOwnCall({ through }: Site, { base }: Port, steps: readonly PortStep[]): LeftOfPort | undefined {
  if (!through || base.kind !== 'result' || !through.steps.every((step, i) => isSameStep(step, steps[i]))) return undefined;
  const step = steps[through.steps.length];
  const { file, node } = through.call;
  const at = step?.kind === 'given' ? argumentAt(node, step.index) : step?.kind === 'returned' ? node : undefined;
  return at && { at: locationOf(file, at), left: steps.slice(through.steps.length + 1) };
}

/** A location, and the steps of a port that are left from there. */
export interface LeftOfPort {
  readonly at: Location;
  readonly left: readonly PortStep[];
}

function isSameStep(one: PortStep, other: PortStep | undefined): boolean {
  return one.kind === other?.kind && (one.kind !== 'part' || one.name === (other as typeof one).name);
}

/** What lies below an instance of a class, where the class extends one of a library's. */
export function portOfInstance(file: SourceFile, node: ClassNode, steps: readonly PortStep[]): KnownPort[] {
  const flows = flowsOfClass(file, node);
  return flows.length > 0 ? [{ site: { file, node, flows }, base: { kind: 'this' }, steps }] : [];
}

/** The ports of libraries' calls at which a parameter stands, or what lies below it by steps. */
export function portsOfBinding(
  file: SourceFile,
  { fn, index, path }: Pick<Extract<Binding, { kind: 'parameter' }>, 'fn' | 'index' | 'path'>,
  below: readonly PortStep[],
): KnownPort[] {
  if (path.includes(undefined)) return [];
  return handedAt(file, fn).map(({ file: home, call, argument, steps }) => ({
    site: { file: home, node: call, flows: flowsOfCall(home, call) },
    base: { kind: 'argument', index: argument },
    steps: [...asParts(steps), { kind: 'parameter', index }, ...asParts(path as Path), ...below],
  }));
}

/** The steps of a port that a path goes. */
export function asParts(path: readonly string[]): PortStep[] {
  return path.map((name) => ({ kind: 'part', name }));
}
