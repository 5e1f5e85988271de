import type { NamedFunctions } from '../apis/state/index.ts';
import { stateLibraries } from '../apis/state/index.ts';
import { argumentAt, calleeName, returnsOf } from '../syntax/functions.ts';
import type { FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, dressed, isFunction, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, perFile } from '../syntax/source-file.ts';
import type { Location, Path } from './location.ts';
import { locationsOf, namesFor, sharedStep } from './location.ts';
import { resolveValue } from './resolve.ts';

/** What a library says of the functions in objects of a name. */
interface Group extends NamedFunctions {
  readonly library: string;
}

const groups: ReadonlyMap<string, Group> = new Map(
  stateLibraries.flatMap(({ id, named = {} }) => Object.entries(named).map(([name, rule]) => [name, { ...rule, library: id }] as const)),
);

/** The files that may speak of what the package has one of, itself among them. */
export function sharers(file: SourceFile, name: string): readonly SourceFile[] {
  return [...new Set([file, ...filesAbout(file, name)])];
}

/** The file in which it is taken to be what the package has one of: the same, whichever file asks. */
export function homeOfShared(file: SourceFile, name: string): SourceFile {
  return filesAbout(file, name)[0] ?? file;
}

function filesAbout(file: SourceFile, name: string): readonly SourceFile[] {
  const library = stateLibraries.find(({ id }) => id === name.split(' ')[0]);
  return (library && file.facts?.filesAbout(file, library.hint)) ?? [];
}

interface NamedFunction {
  readonly fn: FunctionNode;
  readonly name: string;
  readonly group: Group;
  readonly groupName: string;
}

/** The functions of a file's stores that are called by their names. */
const namedFunctions = perFile((file): ReadonlyMap<Node, NamedFunction> => {
  const found = new Map<Node, NamedFunction>();
  for (const object of nodesOf(file, 'ObjectExpression')) {
    const groupName = nameOfObject(file, object);
    const group = groupName === undefined ? undefined : groups.get(groupName);
    if (!group) continue;
    for (const one of object.properties) {
      const name = one.type === 'Property' && isFunction(one.value) ? keyOf(file, one) : undefined;
      if (one.type === 'Property' && isFunction(one.value) && name !== undefined)
        found.set(one.value, { fn: one.value, name, group, groupName: groupName! });
    }
  }
  return found;
});

/** What an object is called: by its property, its variable, or the module that it is all of. */
function nameOfObject(file: SourceFile, object: TSESTree.ObjectExpression): string | undefined {
  const { parent } = dressed(object);
  switch (parent?.type) {
    case 'Property':
      return propertyName(parent);
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id.name : undefined;
    case 'ExportDefaultDeclaration':
      return /([^/\\]+)\.[^./\\]+$/.exec(file.path)?.[1];
    default:
      return undefined;
  }
}

/** A property's name, that of `[SIGNED_IN](state, user) {…}` too. */
function keyOf(file: SourceFile, property: TSESTree.Property): string | undefined {
  return propertyName(property) ?? textAt(file, property.key);
}

function textAt(file: SourceFile, node: Node | undefined): string | undefined {
  const value = node && resolveValue({ file, node }).node;
  return value?.type === 'Literal' && typeof value.value === 'string' ? value.value : undefined;
}

/** Which of a library's modules a function is of is not told apart. */
function lastName(text: string): string {
  return text.slice(text.lastIndexOf('/') + 1);
}

/** What the calls of a file give to functions by their names. */
const givenIn = perFile((file): ReadonlyMap<string, readonly Node[]> => {
  const found = new Map<string, Node[]>();
  const add = (group: string, name: string | undefined, given: Node | undefined): void => {
    if (name === undefined || !given) return;
    const key = `${group} ${lastName(name)}`;
    const list = found.get(key);
    if (list) list.push(given);
    else found.set(key, [given]);
  };
  const mapped = mappedIn(file);
  for (const call of nodesOf(file, 'CallExpression')) {
    const called = calleeName(call);
    for (const [group, { method }] of groups)
      if (method !== undefined && called === method) add(group, textAt(file, argumentAt(call, 0)), argumentAt(call, 1));
    const { callee } = call;
    const own =
      callee.type === 'MemberExpression' && bare(callee.object).type === 'ThisExpression'
        ? mapped.get(memberName(callee) ?? '')
        : undefined;
    if (own) add(own.group, own.name, argumentAt(call, 0));
  }
  return found;
});

/** The methods that a component makes of such functions, by the names that it has for them. */
const mappedIn = perFile((file): ReadonlyMap<string, { readonly group: string; readonly name: string }> => {
  const found = new Map<string, { group: string; name: string }>();
  for (const call of nodesOf(file, 'CallExpression')) {
    const called = calleeName(call);
    const group = [...groups].find(([, { mapper }]) => mapper !== undefined && mapper === called)?.[0];
    const list = group === undefined ? undefined : call.arguments.at(-1);
    if (group === undefined || !list) continue;
    const names: [string | undefined, string | undefined][] =
      list.type === 'ArrayExpression'
        ? list.elements.map((one) => [textAt(file, one ?? undefined), textAt(file, one ?? undefined)])
        : list.type === 'ObjectExpression'
          ? list.properties.map((one) => (one.type === 'Property' ? [propertyName(one), textAt(file, one.value)] : [undefined, undefined]))
          : [];
    for (const [own, name] of names) if (own !== undefined && name !== undefined) found.set(lastName(own), { group, name });
  }
  return found;
});

/** What a function that is called by its name is given: what the store shares, and what calls of the name hand over. */
export function givenByName(file: SourceFile, fn: FunctionNode, index: number, path: Path): Location[] {
  const named = namedFunctions(file).get(fn);
  if (!named) return [];
  const { group, groupName, name } = named;
  if (index === group.state) return ofShared(file, group.library, path);
  const whole = group.shares?.[index];
  if (whole !== undefined) return ofShared(file, whole, path);
  const part = index === 0 ? group.context?.[path[0] ?? ''] : undefined;
  if (part !== undefined) return ofShared(file, part, path.slice(1));
  if (index !== group.given) return [];
  return sharers(file, group.library).flatMap((other) => locationsOf(other, givenIn(other).get(`${groupName} ${name}`) ?? [], path));
}

function ofShared(file: SourceFile, name: string, path: Path): Location[] {
  const home = homeOfShared(file, name);
  return locationsOf(home, [home.ast], [sharedStep(name), ...path]);
}

/** What the package shares where a function that is called by its name puts something into a parameter: `state.token = token`. */
export function sharedBehind(file: SourceFile, fn: Node, index: number, path: Path): Location[] {
  const group = namedFunctions(file).get(fn)?.group;
  return group && index === group.state ? ofShared(file, group.library, path) : [];
}

/** Where functions that are called by their names are handed a part of what the package shares, by the names that they have for it. */
export function sharedByName(file: SourceFile, name: string, path: Path): Location[] {
  // The first step may name a module, whose functions are handed what is below it.
  const ways = path.length > 1 && !name.includes(' ') ? [path, path.slice(1)] : [path];
  return sharers(file, name).flatMap((other) =>
    [...namedFunctions(other).values()].flatMap(({ fn, group }) =>
      fn.params.flatMap((parameter, index) =>
        ways.flatMap((way) =>
          stepsTo(group, index, name).flatMap((step) =>
            namesFor(parameter, [...step, ...way]).flatMap((one) => locationsOf(other, [one.name], one.path)),
          ),
        ),
      ),
    ),
  );
}

/** The ways down a parameter to what a library shares under a name: it may be all of it, or parts of a context. */
function stepsTo({ library, state, shares, context }: Group, index: number, name: string): Path[] {
  if ((index === state && name === library) || shares?.[index] === name) return [[]];
  return index === 0 ? Object.entries(context ?? {}).flatMap(([part, shared]) => (shared === name ? [[part]] : [])) : [];
}

/** What the options of a file's stores hold of what the package shares: state, as it begins and as functions change it; getters. */
export function sharedByOptions(file: SourceFile, name: string, path: Path): Location[] {
  const [library, groupName] = name.split(' ');
  const functions = [...namedFunctions(file).values()].filter(({ group }) => group.library === library);
  if (groupName !== undefined)
    return functions.flatMap((one) =>
      one.groupName === groupName && one.name === path[0] ? locationsOf(file, returnsOf(one.fn), path.slice(1)) : [],
    );
  // The first step may name a module.
  const ways = path.length > 1 ? [path, path.slice(1)] : [path];
  const ofModule = path.length === 1 ? statesOfModule(file, path[0]!) : [];
  return [...ofModule, ...ways.flatMap((way) => stateAt(file, functions, way))];
}

function stateAt(file: SourceFile, functions: readonly NamedFunction[], way: Path): Location[] {
  return [
    ...locationsOf(file, initialStates(file), way),
    ...functions.flatMap(({ fn, group }) => {
      const parameter = group.state === undefined ? undefined : fn.params[group.state];
      return parameter ? namesFor(parameter, way).flatMap((one) => locationsOf(file, [one.name], one.path)) : [];
    }),
  ];
}

/** The whole state of a module that a store of the file has under a name: `modules: { session }`. */
function statesOfModule(file: SourceFile, name: string): Location[] {
  return nodesOf(file, 'Property').flatMap((one) => {
    if (propertyName(one) !== 'modules' || one.value.type !== 'ObjectExpression') return [];
    const own = one.value.properties.find((other) => other.type === 'Property' && propertyName(other) === name);
    const module = own?.type === 'Property' ? resolveValue({ file, node: own.value }) : undefined;
    if (module?.node.type !== 'ObjectExpression') return [];
    return module.node.properties.flatMap((other) =>
      other.type === 'Property' && propertyName(other) === 'state' ? stateNodes(module.file, other.value) : [],
    );
  });
}

function stateNodes(file: SourceFile, value: Node): Location[] {
  const { file: home, node } = resolveValue({ file, node: value });
  return locationsOf(home, isFunction(node) ? returnsOf(node) : [node], []);
}

/** What a file's stores begin with: `state: {…}`, `const state = () => ({…})` beside functions that change it. */
const initialStates = perFile((file): readonly Node[] => {
  if (namedFunctions(file).size === 0 && !nodesOf(file, 'Property').some((one) => groups.has(propertyName(one) ?? ''))) return [];
  const properties = nodesOf(file, 'Property').filter(
    (one) =>
      propertyName(one) === 'state' &&
      one.parent.type === 'ObjectExpression' &&
      one.parent.properties.some((other) => other.type === 'Property' && groups.has(propertyName(other) ?? '')),
  );
  return properties.flatMap(({ value }) => {
    const { file: home, node } = resolveValue({ file, node: value });
    if (home !== file) return [value];
    return isFunction(node) ? returnsOf(node) : [node];
  });
});
