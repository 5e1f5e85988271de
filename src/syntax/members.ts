import type { ClassNode, Node, TSESTree } from './nodes.ts';
import { bare, isFunction, memberName, propertyName } from './nodes.ts';
import { onceFor } from './source-file.ts';

/** An element of a class that has a name. */
export type NamedElement = TSESTree.MethodDefinition | TSESTree.PropertyDefinition;

/** What a class says of its members, by their names: a class may have thousands, and is asked for each. */
interface Members {
  readonly elements: ReadonlyMap<string, readonly NamedElement[]>;
  /** What the constructor puts into fields. */
  readonly given: ReadonlyMap<string, readonly Node[]>;
  readonly parameters: ReadonlyMap<string, TSESTree.TSParameterProperty>;
}

/** The class's constructor, where it has one with a body. */
export const constructorOf = onceFor((node: ClassNode): TSESTree.FunctionExpression | undefined => {
  for (const element of node.body.body) {
    if (element.type === 'MethodDefinition' && element.kind === 'constructor' && element.value.type === 'FunctionExpression')
      return element.value;
  }
  return undefined;
});

const membersOf = onceFor((node: ClassNode): Members => {
  const elements = new Map<string, NamedElement[]>();
  for (const element of node.body.body) {
    if (element.type !== 'MethodDefinition' && element.type !== 'PropertyDefinition') continue;
    const name = propertyName(element);
    if (name !== undefined) addTo(elements, name, element);
  }
  const parameters = new Map<string, TSESTree.TSParameterProperty>();
  for (const parameter of constructorOf(node)?.params.toReversed() ?? [])
    if (parameter.type === 'TSParameterProperty') parameters.set(fieldOf(parameter).name, parameter);
  return { elements, given: filledBy(constructorOf(node)), parameters };
});

/** What a constructor puts into fields. */
function filledBy(constructor: TSESTree.FunctionExpression | undefined): Map<string, Node[]> {
  const given = new Map<string, Node[]>();
  for (const statement of constructor?.body.body ?? []) {
    const assignment = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
    if (assignment?.type !== 'AssignmentExpression' || assignment.left.type !== 'MemberExpression') continue;
    const name = assignment.left.object.type === 'ThisExpression' ? memberName(assignment.left) : undefined;
    if (name !== undefined) addTo(given, name, assignment.right);
  }
  return given;
}

function addTo<T>(lists: Map<string, T[]>, name: string, one: T): void {
  const list = lists.get(name);
  if (list) list.push(one);
  else lists.set(name, [one]);
}

/** The fields and methods of a class that have a name, in source order. */
export function elementsNamed(host: ClassNode, name: string): readonly NamedElement[] {
  return membersOf(host).elements.get(name) ?? [];
}

/** `constructor(store = localStorage) { this.store = store; }`: what the constructor puts into a field. */
export function givenInConstructor(host: ClassNode, name: string): readonly Node[] {
  return membersOf(host).given.get(name) ?? [];
}

/** `constructor(private store: Store) {}`: the parameter that is a field as well. */
export function parameterField(host: ClassNode, name: string): TSESTree.TSParameterProperty | undefined {
  return membersOf(host).parameters.get(name);
}

/** The name of a parameter that is a field. */
export function fieldOf({ parameter }: TSESTree.TSParameterProperty): TSESTree.Identifier {
  return parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
}

/** A field's initial value, a method, or what a getter returns. Fields that the constructor fills count too. */
export function memberOfClass(node: ClassNode, name: string): Node | undefined {
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
export function getterValue(fn: Node): Node | undefined {
  if (!isFunction(fn) || fn.body.type !== 'BlockStatement') return undefined;
  const [only, ...more] = fn.body.body;
  return more.length === 0 && only?.type === 'ReturnStatement' && only.argument ? bare(only.argument) : undefined;
}
