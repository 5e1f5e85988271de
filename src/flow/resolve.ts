import type { Binding, Step } from '../syntax/bindings.ts';
import { bindingOf, isGlobal, requiredModule, valuesOf, variableOf } from '../syntax/bindings.ts';
import type { Variable } from '@typescript-eslint/scope-manager';
import { decorationOf } from '../apis/state/fastify-decorations.ts';
import { typeWhereRead } from '../syntax/binding-types.ts';
import type { ByType } from '../syntax/by-type.ts';
import { byType } from '../syntax/by-type.ts';
import { returnsOf } from '../syntax/functions.ts';
import { getterValue, memberOfClass } from '../syntax/members.ts';
import { optionGroupOf, thisHost } from './this-host.ts';
import type { ClassNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, fixedName, isClass, isFunction, memberName, propertyName } from '../syntax/nodes.ts';
import type { Place, SourceFile } from '../syntax/source-file.ts';
import { onceFor } from '../syntax/source-file.ts';

export type { Place } from '../syntax/source-file.ts';

/** How many steps a value is followed back. Real code needs four or five; the bound keeps cycles and odd code harmless. */
export const MAX_STEPS = 12;

/**
 * Follows a value back to the expression or declaration that makes it: through constants, destructuring, members of
 * object literals, enums and classes, `Object.freeze`, re-exports and imports (where the project's links are known).
 * A value that is reassigned, computed or a parameter stays where it is.
 */
export function resolveValue(place: Place, steps = MAX_STEPS): Place {
  return follow(place, steps, (at, left) => definitionOf(at, left) ?? wholeModule(at));
}

/** The same up to the `require` of a module, of which a member may be wanted. */
function resolveToModule(place: Place, steps = MAX_STEPS): Place {
  return follow(place, steps, definitionOf);
}

function follow(place: Place, steps: number, stepBack: (at: Place, left: number) => Place | undefined): Place {
  let at: Place = { file: place.file, node: bare(place.node) };
  for (let left = steps; left > 0; left--) {
    const next = stepBack(at, left - 1);
    if (!next) break;
    at = { file: next.file, node: bare(next.node) };
  }
  return at;
}

/** What a module of CommonJS is as a whole, where that is something that is called or made: `module.exports = function …`. */
function wholeModule({ file, node }: Place): Place | undefined {
  const required = node.type === 'CallExpression' ? requiredModule(file, node) : undefined;
  const whole = required === undefined ? undefined : file.links?.exported(file, required, 'module.exports');
  return whole && bare(whole.node).type !== 'ObjectExpression' ? whole : undefined;
}

/** One step back: from a name or member to what it was given. Undefined where the step is not certain. */
function definitionOf(place: Place, steps: number): Place | undefined {
  return steps <= 0 ? undefined : byType(DEFINITIONS, place.node, place.file, steps);
}

const DEFINITIONS: ByType<Place | undefined, [file: SourceFile, steps: number]> = {
  Identifier: (node, file, steps) => {
    const variable = variableOf(file, node);
    return variable ? definitionOfVariable(file, variable, node, steps) : file.links?.global?.(file, node.name);
  },
  MemberExpression: (node, file, steps) => {
    const name = memberName(node);
    return name === undefined ? undefined : definitionOfMember(file, node.object, name, steps);
  },
  CallExpression: (node, file) => {
    const same = unchanged(node);
    return same && { file, node: same };
  },
  ExportSpecifier: (node, file) => ({ file, node: node.local }),
};

function definitionOfVariable(file: SourceFile, variable: Variable, name: Node, steps: number): Place | undefined {
  const binding = bindingOf(variable);
  if (binding.kind === 'value') {
    if (isGivenLater(variable, binding.init, name)) return undefined;
    const declared = (binding.path.length === 0 ? 1 : 0) + (binding.fallback ? 1 : 0);
    return valuesOf(variable).length > declared ? undefined : definitionOfBinding(file, binding, steps);
  }
  if (binding.kind !== 'unknown') return definitionOfBinding(file, binding, steps);
  const [value, ...others] = valuesOf(variable);
  return value && others.length === 0 && !isGivenLater(variable, value, name) ? { file, node: value } : undefined;
}

/**
 * Whether a name is asked for before it has been given the value: `list = [...list, item]`, `one = other; other = one`. There it is
 * what it was before, and whoever followed it would come back to where it began. What stands in a function runs later.
 */
function isGivenLater({ identifiers, references }: Variable, value: Node, name: Node): boolean {
  // Where it is declared a name is no read, though Vue's parser has one there for the template of a `<script setup>`.
  if (identifiers.includes(name as TSESTree.Identifier)) return false;
  if (name.range[0] >= value.range[1] || /^(?:TSTypeQuery|TSQualifiedName|ExportSpecifier)$/.test(name.parent?.type ?? '')) return false;
  return sequenceOf(value) === sequenceOf(name) && references.some((one) => one.identifier === name && one.isRead());
}

/** What is run from its start to its end: a function, a field of a class, the code of a template, a script. */
function sequenceOf(node: Node): Node {
  let at = node.parent ?? node;
  while (at.parent && !isFunction(at) && !OF_ITS_OWN.test(at.type)) at = at.parent;
  return at;
}

const OF_ITS_OWN = /^(?:PropertyDefinition$|AccessorProperty$|Svelte|Astro|V[A-Z])/;

function definitionOfMember(file: SourceFile, of: Node, name: string, steps: number): Place | undefined {
  const object = bare(of);
  if (object.type === 'ThisExpression') {
    const host = thisHost(object);
    return host && memberOf({ file, node: host }, name, steps - 1);
  }
  // window.App is App
  if (isGlobalObject(file, of)) return file.links?.global?.(file, name);
  return decorationOf(file, of, name) ?? memberOf({ file, node: of }, name, steps - 1);
}

/** What `Object.freeze({…})` and `run.bind(this)` are of. */
function unchanged({ callee, arguments: given }: TSESTree.CallExpression): Node | undefined {
  if (callee.type !== 'MemberExpression') return undefined;
  const method = memberName(callee);
  const [first, ...more] = given;
  if (method === 'bind') return more.length === 0 ? callee.object : undefined;
  const isOfObject = callee.object.type === 'Identifier' && callee.object.name === 'Object';
  if (!first || first.type === 'SpreadElement' || !isOfObject) return undefined;
  return method === 'freeze' || method === 'seal' || method === 'preventExtensions' ? first : undefined;
}

function isGlobalObject(file: SourceFile, node: Node): boolean {
  const inner = bare(node);
  return inner.type === 'Identifier' && /^(?:window|self|globalThis)$/.test(inner.name) && isGlobal(file, inner);
}

function definitionOfBinding(file: SourceFile, binding: Binding, steps: number): Place | undefined {
  switch (binding.kind) {
    case 'value':
      return partOf({ file, node: binding.init }, binding.path, steps);
    case 'import':
      return file.links?.exported(file, binding.source, binding.imported);
    case 'declaration':
      return { file, node: binding.node };
    default:
      return undefined;
  }
}

/** The part of a value that a destructuring path names, where the value is a literal that shows it. */
function partOf(place: Place, path: readonly Step[], steps: number): Place | undefined {
  let at: Place | undefined = place;
  const required = requiredModule(place.file, place.node);
  if (required !== undefined && path[0] !== undefined) return place.file.links?.exported(place.file, required, path[0]);
  for (const step of path) {
    if (step === undefined || !at) return undefined;
    at = memberOf(at, step, steps - 1);
  }
  return at;
}

/** The member of a value by its name, where the value is a literal, an enum, a class, an instance of one or a module. */
export function memberOf(place: Place, name: string, steps: number): Place | undefined {
  if (steps <= 0) return undefined;
  const asked = resolveToModule(place, steps);
  const required = requiredModule(asked.file, asked.node);
  const named = required === undefined ? undefined : asked.file.links?.exported(asked.file, required, name);
  if (named) return named;
  const { file, node } = resolveValue(asked, steps);
  return byType(MEMBERS, node, { file, name, steps });
}

/** Which member is asked for, and how many steps it may take. */
interface Asked {
  readonly file: SourceFile;
  readonly name: string;
  readonly steps: number;
}

const ofClass = (node: ClassNode, { file, name, steps }: Asked): Place | undefined => {
  const found = memberOfClass(node, name);
  if (found) return { file, node: found };
  return node.superClass ? memberOf({ file, node: node.superClass }, name, steps - 1) : undefined;
};

const MEMBERS: ByType<Place | undefined, [asked: Asked]> = {
  ObjectExpression: (node, { file, name, steps }) => memberOfObject({ file, node }, node, name, steps),
  TSEnumDeclaration: (node, { file, name }) => {
    const member = node.body.members.find((one) => fixedName(one.id, false) === name);
    return member?.initializer ? { file, node: member.initializer } : undefined;
  },
  ClassDeclaration: ofClass,
  ClassExpression: ofClass,
  NewExpression: (node, { file, name, steps }) => {
    const made = resolveValue({ file, node: node.callee }, steps - 1);
    return isClass(made.node) ? memberOf(made, name, steps - 1) : undefined;
  },
  CallExpression: (node, { file, name, steps }) => memberOfResult(file, node, name, steps),
  ArrayExpression: (node, { file, name }) => {
    const element = node.elements[Number(name)];
    return element && element.type !== 'SpreadElement' ? { file, node: element } : undefined;
  },
  Identifier: (node, { file, name, steps }) => memberOfInstance(file, node, name, steps),
  // `import * as x`: the links answer with the module itself.
  Program: (_, { file, name }) => file.links?.exported(file, file.path, name),
};

/** `constructor(auth: AuthService)`, `(auth: AuthService) => …`: what is given to a parameter is an instance of the class that it says. */
function memberOfInstance(file: SourceFile, node: TSESTree.Identifier, name: string, steps: number): Place | undefined {
  const variable = variableOf(file, node);
  if (!variable || bindingOf(variable).kind !== 'parameter') return undefined;
  const type = typeWhereRead(file, node);
  const said = type?.node.type === 'TSTypeReference' && type.node.typeName.type === 'Identifier' ? type.node.typeName : undefined;
  const made = type && said && resolveValue({ file: type.file, node: said }, steps - 1);
  return made && isClass(made.node) ? memberOf(made, name, steps - 1) : undefined;
}

/** A member of what a call gives: a factory's methods, an instance that is injected. */
function memberOfResult(file: SourceFile, call: TSESTree.CallExpression, name: string, steps: number): Place | undefined {
  // Angular's inject(Service) gives the service's instance.
  const [token] = call.arguments;
  if (token && call.callee.type === 'Identifier' && call.callee.name === 'inject') return memberOf({ file, node: token }, name, steps - 1);
  const called = resolveValue({ file, node: call.callee }, steps - 1);
  if (!isFunction(called.node)) return undefined;
  const [only, ...more] = returnsOf(called.node);
  return only && more.length === 0 ? memberOf({ file: called.file, node: only }, name, steps - 1) : undefined;
}

function memberOfObject(place: Place, object: TSESTree.ObjectExpression, name: string, steps: number): Place | undefined {
  const { named, others } = propertiesOf(object);
  const own = named.get(name);
  // What stands later wins.
  for (const property of others) {
    if (own && property.range[0] <= own.range[0]) break;
    const found =
      property.type === 'SpreadElement'
        ? memberOf({ file: place.file, node: property.argument }, name, steps - 1)
        : memberOfOption(place, property, name, steps);
    if (found) return found;
  }
  if (!own) return undefined;
  return { file: place.file, node: own.kind === 'init' ? own.value : (getterValue(own.value) ?? own.value) };
}

/** The properties of an object by their names, and from the last to the first what stands for several: an object may have thousands. */
const propertiesOf = onceFor((object: TSESTree.ObjectExpression) => {
  const named = new Map<string, TSESTree.Property>();
  const others: TSESTree.ObjectExpression['properties'] = [];
  for (const property of object.properties) {
    const name = property.type === 'Property' ? propertyName(property) : undefined;
    if (property.type === 'Property' && name !== undefined) named.set(name, property);
    if (property.type === 'SpreadElement' || optionGroupOf(property) !== undefined) others.unshift(property);
  }
  return { named, others };
});

/** A component's method, or what its computed value gives where that is one expression. */
function memberOfOption(place: Place, property: TSESTree.Property, name: string, steps: number): Place | undefined {
  const group = optionGroupOf(property);
  if ((group !== 'methods' && group !== 'values') || property.value.type !== 'ObjectExpression') return undefined;
  if (group === 'methods') return memberOfObject(place, property.value, name, steps - 1);
  const computed = property.value.properties.find((one) => one.type === 'Property' && propertyName(one) === name);
  const value = computed?.type === 'Property' ? getterValue(computed.value) : undefined;
  return value && { file: place.file, node: value };
}
