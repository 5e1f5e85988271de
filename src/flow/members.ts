import { requiredModule } from '../syntax/bindings.ts';
import type { ByType } from '../syntax/by-type.ts';
import { byType } from '../syntax/by-type.ts';
import { elementsNamed, givenInConstructor, parameterField } from '../syntax/members.ts';
import type { ClassNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, fixedName, isClass, isFunction, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { onceFor } from '../syntax/source-file.ts';
import { returnsOf } from '../syntax/functions.ts';
import type { Place } from './resolve.ts';
import { resolveToModule, resolveValue } from './resolve.ts';
import { optionGroupOf } from './this-host.ts';

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
  // `import * as x`: the links answer with the module itself.
  Program: (_, { file, name }) => file.links?.exported(file, file.path, name),
};

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

/** A field's initial value, a method, or what a getter returns. Fields that the constructor fills count too. */
function memberOfClass(node: ClassNode, name: string): Node | undefined {
  for (const element of elementsNamed(node, name)) {
    if (element.type === 'MethodDefinition') return element.kind === 'get' ? getterValue(element.value) : element.value;
    if (element.value) return element.value;
  }
  const assigned = givenInConstructor(node, name);
  return assigned.length === 1 ? assigned[0] : typeNameOf(node, name);
}

/** `private store: StorageService`, as a field or a constructor's parameter: the name of the class that it is an instance of. */
function typeNameOf(node: ClassNode, name: string): Node | undefined {
  const parameter = parameterField(node, name)?.parameter;
  const annotations = [
    ...elementsNamed(node, name).map((element) => (element.type === 'PropertyDefinition' ? element.typeAnnotation : undefined)),
    parameter?.type === 'Identifier' ? parameter.typeAnnotation : undefined,
  ];
  const type = annotations.find((one) => one !== undefined)?.typeAnnotation;
  return type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' ? type.typeName : undefined;
}

/** What a getter of one statement returns. */
function getterValue(fn: Node): Node | undefined {
  if (!isFunction(fn) || fn.body.type !== 'BlockStatement') return undefined;
  const [only, ...more] = fn.body.body;
  return more.length === 0 && only?.type === 'ReturnStatement' && only.argument ? bare(only.argument) : undefined;
}
