import type { Variable } from '@typescript-eslint/scope-manager';
import { bindingOf, readsOf, requiredModule, variableOf } from '../syntax/bindings.ts';
import type { Binding } from '../syntax/bindings.ts';
import type { ByType } from '../syntax/by-type.ts';
import { byType } from '../syntax/by-type.ts';
import { argumentAt, returnsOf } from '../syntax/functions.ts';
import type { CallNode, ClassNode, FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { dressed, isClass, isFunction, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { LocatedCall } from './calls.ts';
import { calledFunction, callersOf, resolvedWith } from './calls.ts';
import { assignedBelow, givenToSetter, ofMemberOfClass, ofObject, ofThis, watchedBy } from './host-sources.ts';
import type { Location, Path } from './location.ts';
import { isKept, locationOf, locationsOf, sharedLibrary } from './location.ts';
import { goesOn } from './handed-over.ts';
import { heardBy } from './hearings.ts';
import { givenByName } from './named-functions.ts';
import { flowsIntoParameter } from './parameter-flows.ts';
import { attributesGiven } from './attributes.ts';
import { stepForwards } from './forward.ts';
import { flowsInto, putInto, putIntoShared, stateGivenBy } from './ports.ts';
import { Forward } from './reach.ts';
import { resolveValue } from './resolve.ts';
import { callsAmong } from './walker.ts';

/**
 * One step back: the locations that a value may come from. Empty where it comes from nothing that can be seen: a literal,
 * a call of something unknown, a parameter whose callers are not known.
 */
export function sourcesOf(at: Location): Location[] {
  return byType(SOURCES, at.node, at) ?? [];
}

const ofCallOrKept = (node: CallNode, at: Location): Location[] =>
  isKept(at) ? putInto({ file: at.file, node }, at.path.slice(1), forward) : ofCall(at.file, node, at.path);

const ofClass = (node: ClassNode, { file, path }: Location): Location[] =>
  path.length > 0 ? ofMemberOfClass(file, node, path, forward) : [];

/** What each kind of expression takes its value from. */
const SOURCES: ByType<Location[], [at: Location]> = {
  Identifier: (node, { file, path }) => ofIdentifier(file, node, path),
  JSXIdentifier: (node, { file, path }) => ofIdentifier(file, node, path),
  MemberExpression: (node, { file, path }) => ofMember(file, node, path),
  ThisExpression: (node, { file, path }) => ofThis(file, node, path, forward),
  ObjectExpression: (node, { file, path }) => ofObject(file, node, path, forward),
  ArrayExpression: (node, { file, path }) => ofList(file, node, path),
  CallExpression: ofCallOrKept,
  NewExpression: ofCallOrKept,
  ConditionalExpression: (node, { file, path }) => locationsOf(file, [node.consequent, node.alternate], path),
  LogicalExpression: (node, { file, path }) => locationsOf(file, node.operator === '&&' ? [node.right] : [node.left, node.right], path),
  AssignmentExpression: (node, { file, path }) => locationsOf(file, [node.right], path),
  // What a saga gets for the effect that it yields is what the effect gives.
  YieldExpression: (node, { file, path }) => locationsOf(file, [node.argument], path),
  ClassDeclaration: ofClass,
  ClassExpression: ofClass,
  Program: (_, at) => ofProgram(at),
  TSEnumDeclaration: (node, { file, path }) => ofModule(file, node, path),
  ImportExpression: (node, { file, path }) => ofModule(file, node, path),
};

function ofIdentifier(file: SourceFile, node: TSESTree.Identifier | TSESTree.JSXIdentifier, path: Path): Location[] {
  const variable = variableOf(file, node);
  if (!variable) return ofShared(file, node, path);
  return [...ofBinding(file, bindingOf(variable), path), ...assignedTo(file, variable, path), ...assignedLater(file, variable, path)];
}

/** What another classic script declares under a name. */
function ofShared(file: SourceFile, node: TSESTree.Identifier | TSESTree.JSXIdentifier, path: Path): Location[] {
  const shared = file.links?.global?.(file, node.name);
  return shared && !isFunction(shared.node) ? locationsOf(shared.file, [shared.node], path) : [];
}

/** What a variable is declared with. */
function ofBinding(file: SourceFile, binding: Binding, path: Path): Location[] {
  switch (binding.kind) {
    case 'value':
      return [
        ...locationsOf(
          file,
          [binding.init],
          [...binding.path.filter((step, i) => step !== undefined || i < binding.path.length - 1), ...path],
        ),
        ...locationsOf(file, [binding.fallback], path),
      ];
    case 'element':
      return locationsOf(file, [binding.list], ['*', ...binding.path, ...path]);
    case 'parameter':
      return [
        ...ofParameter(file, binding, [...(binding.node.type === 'RestElement' ? binding.path.slice(1) : binding.path), ...path]),
        ...locationsOf(file, [binding.fallback], path),
      ];
    case 'import': {
      const [first, ...rest] = path;
      if (binding.imported === '*') {
        const member = first === undefined ? undefined : file.links?.exported(file, binding.source, first);
        return member ? locationsOf(member.file, [member.node], rest) : [];
      }
      const exported = file.links?.exported(file, binding.source, binding.imported);
      return exported ? locationsOf(exported.file, [exported.node], path) : [];
    }
    case 'declaration':
      return isFunction(binding.node) ? [] : locationsOf(file, [binding.node], path);
    default:
      return [];
  }
}

/** `x = …`, `({ a: x } = …)`, `[x] = …`: every assignment to the variable itself. */
function assignedTo(file: SourceFile, variable: Variable, path: Path): Location[] {
  return variable.references.flatMap((reference): Location[] => {
    if (!reference.isWrite() || reference.init) return [];
    const written = writtenAt(reference.identifier);
    return written ? locationsOf(file, [written.value], [...written.path, ...path]) : [];
  });
}

/** The right side of the assignment that a name is written by, and which part of it the name gets. */
function writtenAt(name: Node): { readonly value: Node; readonly path: Path } | undefined {
  let at = name;
  while (at.parent && at.parent.type !== 'AssignmentExpression') {
    if (!['Property', 'ObjectPattern', 'ArrayPattern', 'AssignmentPattern', 'RestElement'].includes(at.parent.type)) return undefined;
    at = at.parent;
  }
  const assignment = at.parent;
  if (assignment?.type !== 'AssignmentExpression' || assignment.left !== at) return undefined;
  if (!/^(?:=|\|\|=|\?\?=|&&=)$/.test(assignment.operator)) return undefined;
  const path = pathInPattern(assignment.left, name);
  return path && { value: assignment.right, path };
}

/** Where in a pattern a name stands, as a way into what the pattern takes apart. Undefined where a step is computed or the rest. */
function pathInPattern(pattern: Node, name: Node): Path | undefined {
  const path: string[] = [];
  for (let at = name; at !== pattern && at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.type === 'Property' && parent.value === at) {
      const step = propertyName(parent);
      if (step === undefined) return undefined;
      path.unshift(step);
    } else if (parent.type === 'ArrayPattern') path.unshift(String(parent.elements.indexOf(at as TSESTree.DestructuringPattern)));
    else if (parent.type === 'RestElement') return undefined;
  }
  return path;
}

/** `x.a.b = …`, wherever it stands, for the part `a.b` of what is in `x` and for what is below it. */
function assignedLater(file: SourceFile, variable: Variable, path: Path): Location[] {
  return path.length === 0 ? [] : readsOf(variable).flatMap((read) => assignedBelow(file, read, path));
}

function ofMember(file: SourceFile, node: TSESTree.MemberExpression, path: Path): Location[] {
  const name = memberName(node);
  if (name !== undefined) return locationsOf(file, [node.object], [name, ...path]);
  return node.computed && isIndex(file, node.property) ? locationsOf(file, [node.object], ['*', ...path]) : [];
}

/** `list[i]`: any of its elements. A text as key is another matter. */
function isIndex(file: SourceFile, key: Node): boolean {
  const { node } = resolveValue({ file, node: key });
  return (node.type === 'Literal' && typeof node.value === 'number') || node.type === 'UpdateExpression';
}

function ofList(file: SourceFile, list: TSESTree.ArrayExpression, path: Path): Location[] {
  const [step, ...rest] = path;
  if (step === undefined || !/^(?:\d+|\*)$/.test(step)) return [];
  const spread = list.elements.findIndex((one) => one?.type === 'SpreadElement');
  const isFixed = step !== '*' && (spread < 0 || Number(step) < spread);
  const elements = isFixed ? [list.elements[Number(step)]] : list.elements;
  return elements.flatMap((one) => {
    if (!one) return [];
    return one.type === 'SpreadElement' ? locationsOf(file, [one.argument], ['*', ...rest]) : locationsOf(file, [one], rest);
  });
}

/** What a package has one of, or what a module exports. */
function ofProgram(at: Location): Location[] {
  const library = sharedLibrary(at);
  return library === undefined ? ofModule(at.file, at.node, at.path) : putIntoShared(at.file, library, at.path.slice(1), forward);
}

/** What a module, an enum or a package gives under a name. */
function ofModule(file: SourceFile, node: Node, path: Path): Location[] {
  const [name, ...rest] = path;
  if (name === undefined) return [];
  if (node.type === 'TSEnumDeclaration')
    return node.body.members.flatMap((one) =>
      one.id.type === 'Identifier' && one.id.name === name ? locationsOf(file, [one.initializer], rest) : [],
    );
  const source = node.type === 'Program' ? file.path : requiredModule(file, node);
  const exported = source === undefined ? undefined : file.links?.exported(file, source, name);
  return exported ? locationsOf(exported.file, [exported.node], rest) : [];
}

const forward = new Forward(sourcesOf);

/** Every expression that a value reaches, itself among them. Undefined where it reaches too many to be told. */
export function reachOf(from: Location): ReadonlySet<Location> | undefined {
  return forward.reachOf(from);
}

/** One step forwards: the expressions and names that hold, whole or as a part, what is at a location. */
export function destinationsOf(at: Location): Location[] {
  return stepForwards(at, forward);
}

/** What files put into a part of what a call keeps. */
export function putIn(files: readonly SourceFile[], made: LocatedCall, path: Path): Location[] {
  return putInto(made, path, forward, files);
}

/**
 * The functions of the project that a call calls, wherever they come from: out of a variable, a context, a store. Those that
 * are given as parameters are not among them, since not all who give one need be known.
 */
export function functionsCalled(file: SourceFile, call: CallNode): readonly LocatedCall<FunctionNode>[] {
  const { functions, isOpen } = forward.called(file, call);
  return isOpen ? [] : functions;
}

/** Whether a call may call what is given as a parameter: then not all need be known that it calls. */
export function callsWhatIsGiven(file: SourceFile, call: CallNode): boolean {
  return forward.called(file, call).isOpen;
}

/** Where the function at a location is called, in whatever way it gets there. */
export function callsOfValue(from: Location): LocatedCall[] {
  return callsAmong(forward.reach(from));
}

/** What a library that keeps state gives as the result of a call. */
export function stateSourcesOf(file: SourceFile, call: CallNode): Location[] {
  return stateGivenBy(file, call, forward);
}

function ofCall(file: SourceFile, call: CallNode, path: Path): Location[] {
  if (requiredModule(file, call) !== undefined) return ofModule(file, call, path);
  const flows = flowsInto(file, call, path, forward);
  if (flows.length > 0) return [...flows, ...assignedAfter(file, call, path)];
  if (call.type === 'NewExpression') {
    const resolved = resolvedWith(file, call);
    if (resolved.length > 0) return locationsOf(file, resolved, path);
    const made = resolveValue({ file, node: call.callee });
    return path.length > 0 && isClass(made.node) ? locationsOf(made.file, [made.node], path) : [];
  }
  const called = calledFunction(file, call);
  if (called) return locationsOf(called.file, returnsOf(called.node), path);
  // What a function of our own returns is itself called: `mk().get()`, or a member of what it returns.
  return [];
}

/** `useAuth().token = …`, `const auth = useAuth(); auth.token = …`: what is put into a part of what a library's call gave. */
function assignedAfter(file: SourceFile, call: CallNode, path: Path): Location[] {
  if (path.length === 0) return [];
  const { parent } = dressed(call);
  const variable = parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? variableOf(file, parent.id) : undefined;
  return variable ? assignedLater(file, variable, path) : assignedBelow(file, call, path);
}

/** The calls of a function: by its name, else where it gets to in an object, a list, a result. */
function callsWherever(file: SourceFile, fn: FunctionNode): readonly LocatedCall[] {
  const direct = callersOf(file, fn);
  return direct.length === 0 && goesOn(file, fn) ? callsOfValue(locationOf(file, fn)) : direct;
}

type ParameterBinding = Extract<Binding, { kind: 'parameter' }>;

function ofParameter(file: SourceFile, binding: ParameterBinding, path: readonly (string | undefined)[]): Location[] {
  const { fn, index, node } = binding;
  if (path.includes(undefined)) return [];
  const way = path as Path;
  const isRest = node.type === 'RestElement';
  const calls = callsWherever(file, fn).flatMap((call): Location[] => {
    if (!isRest) return locationsOf(call.file, [argumentAt(call.node, index)], way);
    const [step, ...rest] = way;
    const given = call.node.arguments.slice(index).filter((one) => one.type !== 'SpreadElement');
    return step === undefined ? [] : locationsOf(call.file, step === '*' ? given : [given[Number(step)]], rest);
  });
  const first = index === 0 ? [...attributesGiven(file, fn, way), ...givenToSetter(file, fn, way)] : [];
  const handed = [
    ...flowsIntoParameter(file, binding, way, forward),
    ...givenByName(file, fn, index, way),
    ...heardBy(file, fn, index, way),
  ];
  return [...calls, ...first, ...handed, ...watchedBy(file, fn, index, way)];
}
