import type { Step } from '../syntax/bindings.ts';
import { variableOf } from '../syntax/bindings.ts';
import { fixedName, bare } from '../syntax/nodes.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';

/** Steps from a value down into its parts: names of properties, indices; `*` is any of a list's elements. */
export type Path = readonly string[];

/** A value, or a part of one: an expression, and the way from it down to the part. There is one object for each. */
export interface Location {
  readonly file: SourceFile;
  readonly node: Node;
  readonly path: Path;
}

const WHOLE: Path = [];

/** Deeper parts than these are not told apart: a list that holds itself would have no end. */
const DEEPEST = 7;

/** The step from a library's call to what it keeps for others: a context's value, a store's state. No name is written so. */
export const KEPT = '<kept>';

const SHARED = /^<shared (.+)>$/;

/** The step from a package to what there is one of in it, under the id of the library whose it is: its store. */
export function sharedStep(library: string): string {
  return `<shared ${library}>`;
}

/** The library of which a location is in what there is one of in a package. */
export function sharedLibrary({ node, path }: Location): string | undefined {
  return node.type === 'Program' ? SHARED.exec(path[0] ?? '')?.[1] : undefined;
}

/** Whether a step leads to what is kept, and is no part's name. */
export function isKeptStep(step: string): boolean {
  return step === KEPT || SHARED.test(step);
}

/** Whether a location is in what a call or a package keeps, and not a part of what the call gives. */
export function isKept({ path }: Location): boolean {
  return path[0] !== undefined && isKeptStep(path[0]);
}

const whole = perFile(() => new Map<Node, Location>());
const parts = perFile(() => new Map<Node, Map<string, Location>>());

/** The location of an expression's value, or of a part of it. Undefined for parts that lie too deep to be told apart. */
export function locationOf(file: SourceFile, node: Node): Location;
export function locationOf(file: SourceFile, node: Node, path: readonly Step[]): Location | undefined;
export function locationOf(file: SourceFile, node: Node, path: readonly Step[] = WHOLE): Location | undefined {
  const inner = bare(node);
  if (path.length === 0) {
    const known = whole(file).get(inner);
    if (known) return known;
    const made = { file, node: inner, path: WHOLE };
    whole(file).set(inner, made);
    return made;
  }
  if (path.length > DEEPEST || path.includes(undefined) || goesRound(path)) return undefined;
  let of = parts(file).get(inner);
  if (!of) parts(file).set(inner, (of = new Map<string, Location>()));
  const key = path.join('\0');
  let made = of.get(key);
  if (!made) of.set(key, (made = { file, node: inner, path: path as Path }));
  return made;
}

/**
 * Whether a way down comes by the same name again: `fiber.alternate.child.alternate`. Records that point at each other have
 * one such way for each order of their fields. `data.data` is an answer in an envelope, and lists hold lists.
 */
function goesRound(path: readonly Step[]): boolean {
  return path.length > 2 && path.some((step, i) => path.indexOf(step, i + 2) >= 0 && !/^(?:\d+|\*)$/.test(step ?? ''));
}

/**
 * The same part of the same variable, at the name that declares it. What a variable holds is asked there: else a variable
 * that is read and written at n places would cost n times n, as the state of a generated parser does.
 */
export function atDeclaration(at: Location): Location {
  const name = declaredName(at.file, at.node);
  return name === at.node ? at : (locationOf(at.file, name, at.path) ?? at);
}

/** The name that declares the variable which an identifier names; any other node as it is. */
export function declaredName(file: SourceFile, node: Node): Node {
  if (node.type !== 'Identifier' && node.type !== 'JSXIdentifier') return node;
  return (variableOf(file, node)?.identifiers[0] as Node | undefined) ?? node;
}

/** The same of several expressions, where there are any. */
export function locationsOf(file: SourceFile, nodes: readonly (Node | null | undefined)[], path: readonly Step[]): Location[] {
  return nodes.flatMap((node) => (node && locationOf(file, node, path)) ?? []);
}

/** A name that a pattern gives to a part of what it takes apart, and where the part is in it. */
export interface PatternName {
  readonly name: TSESTree.Identifier;
  readonly path: Path;
}

/** The names in a pattern under which a part of the value (at `path`) is found, with what is left of the path. */
export function namesFor(pattern: Node, path: Path): PatternName[] {
  switch (pattern.type) {
    case 'Identifier':
      return [{ name: pattern, path }];
    case 'AssignmentPattern':
      return namesFor(pattern.left, path);
    case 'TSParameterProperty':
      return namesFor(pattern.parameter, path);
    case 'RestElement':
      return namesFor(pattern.argument, path);
    case 'ObjectPattern':
      return namesInObject(pattern, path);
    case 'ArrayPattern':
      return namesInList(pattern, path);
    default:
      return [];
  }
}

function namesInObject(pattern: TSESTree.ObjectPattern, path: Path): PatternName[] {
  const [step, ...rest] = path;
  if (step === undefined) return [];
  const taken = pattern.properties.filter((one) => one.type === 'Property' && fixedName(one.key, one.computed) === step);
  if (taken.length > 0) return taken.flatMap((one) => (one.type === 'Property' ? namesFor(one.value, rest) : []));
  return pattern.properties.flatMap((one) => (one.type === 'RestElement' ? namesFor(one, path) : []));
}

function namesInList(pattern: TSESTree.ArrayPattern, path: Path): PatternName[] {
  const [step, ...rest] = path;
  if (step === undefined) return [];
  return pattern.elements.flatMap((element, index) => {
    if (!element) return [];
    if (element.type === 'RestElement') {
      if (step === '*') return namesFor(element, path);
      return Number(step) >= index ? namesFor(element, [String(Number(step) - index), ...rest]) : [];
    }
    return step === '*' || step === String(index) ? namesFor(element, rest) : [];
  });
}
