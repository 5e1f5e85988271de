import { bindingOf, valuesOf, variableOf } from '../syntax/bindings.ts';
import type { Binding } from '../syntax/bindings.ts';
import { argumentAt, returnsOf } from '../syntax/functions.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { bare, fixedName, isFunction, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { TypePlace } from '../syntax/types.ts';
import { aliasedType } from '../syntax/types.ts';
import { callersOf } from './calls.ts';
import type { Place } from './resolve.ts';
import { resolveValue } from './resolve.ts';

/** How far a text is followed: a constant of a map, handed to a function, is four. */
const STEPS = 6;

/**
 * The texts that an expression may be, as far as the code says so: by its value, by its type (`'a' | 'b'`, an enum,
 * `keyof typeof KINDS`), by its default, else by what callers give. Empty where nothing is known.
 */
export function possibleTexts(file: SourceFile, node: Node, steps = STEPS): readonly string[] {
  if (steps <= 0) return [];
  const of = (one: Node): readonly string[] => possibleTexts(file, one, steps - 1);
  const inner = bare(node);
  const found = ofValue(file, inner, steps, of);
  // kind as 'localStorage'
  return found.length === 0 && node.type === 'TSAsExpression' ? textsOfType({ file, node: node.typeAnnotation }, steps - 1) : found;
}

function ofValue(file: SourceFile, node: Node, steps: number, of: (one: Node) => readonly string[]): readonly string[] {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'TemplateLiteral':
      return node.expressions.length === 0 ? [node.quasis[0]!.value.cooked ?? ''] : [];
    case 'ConditionalExpression':
      return [...of(node.consequent), ...of(node.alternate)];
    case 'LogicalExpression':
      return [...(node.operator === '&&' ? [] : of(node.left)), ...of(node.right)];
    case 'Identifier':
      return ofIdentifier(file, node, steps);
    case 'MemberExpression':
      return ofMember(file, node, steps);
    case 'CallExpression': {
      const fn = resolveValue({ file, node: node.callee });
      return isFunction(fn.node) ? returnsOf(fn.node).flatMap((one) => possibleTexts(fn.file, one, steps - 1)) : [];
    }
    default:
      return [];
  }
}

function ofIdentifier(file: SourceFile, node: TSESTree.Identifier, steps: number): readonly string[] {
  const variable = variableOf(file, node);
  const binding = variable && bindingOf(variable);
  if (binding?.kind === 'parameter') return ofParameter(file, binding, steps);
  if (binding?.kind === 'value' && binding.path.length === 0)
    return valuesOf(variable!).flatMap((one) => possibleTexts(file, one, steps - 1));
  const value = resolveValue({ file, node });
  return value.node === node ? [] : possibleTexts(value.file, value.node, steps - 1);
}

function ofParameter(file: SourceFile, binding: Extract<Binding, { kind: 'parameter' }>, steps: number): readonly string[] {
  if (binding.path.length > 0) return [];
  const target = binding.node.type === 'AssignmentPattern' ? binding.node.left : binding.node;
  const type = target.type === 'Identifier' ? target.typeAnnotation?.typeAnnotation : undefined;
  const typed = type ? textsOfType({ file, node: type }, steps - 1) : [];
  if (typed.length > 0) return typed;
  if (binding.fallback) return possibleTexts(file, binding.fallback, steps - 1);
  return callersOf(file, binding.fn).flatMap((call) => {
    const given = argumentAt(call.node, binding.index);
    return given ? possibleTexts(call.file, given, steps - 1) : [];
  });
}

/** `KINDS.local`; `KINDS[where]`, which is any of them unless `where` says which. */
function ofMember(file: SourceFile, node: TSESTree.MemberExpression, steps: number): readonly string[] {
  if (memberName(node) !== undefined) {
    const value = resolveValue({ file, node });
    return value.node === node ? [] : possibleTexts(value.file, value.node, steps - 1);
  }
  const object = resolveValue({ file, node: node.object });
  return textsIn(object, new Set(possibleTexts(file, node.property, steps - 1)), steps);
}

/** The texts of an object's properties, an enum's members or a list, where some are named those alone. */
function textsIn({ file, node }: Place, names: ReadonlySet<string>, steps: number): readonly string[] {
  const values = partsOf(node).filter(({ name }) => names.size === 0 || name === undefined || names.has(name));
  return values.flatMap(({ value }) => possibleTexts(file, value, steps - 1));
}

interface Part {
  readonly name?: string;
  readonly value: Node;
}

function partsOf(node: Node): Part[] {
  switch (node.type) {
    case 'ObjectExpression':
      return node.properties.flatMap((one) =>
        one.type === 'Property' && propertyName(one) !== undefined ? [{ name: propertyName(one)!, value: one.value }] : [],
      );
    case 'ArrayExpression':
      return node.elements.flatMap((one) => (one && one.type !== 'SpreadElement' ? [{ value: one }] : []));
    case 'TSEnumDeclaration':
      return node.body.members.flatMap((one) =>
        one.initializer ? [{ name: fixedName(one.id, false) ?? '', value: one.initializer }] : [],
      );
    default:
      return [];
  }
}

/** The texts that a type allows. */
function textsOfType({ file, node }: TypePlace, steps: number): readonly string[] {
  if (steps <= 0) return [];
  switch (node.type) {
    case 'TSLiteralType':
      return possibleTexts(file, node.literal, steps - 1);
    case 'TSUnionType':
      return node.types.flatMap((one) => textsOfType({ file, node: one }, steps - 1));
    case 'TSTypeReference': {
      if (node.typeName.type !== 'Identifier') return [];
      const alias = aliasedType(file, node.typeName);
      return alias ? textsOfType(alias, steps - 1) : textsIn(resolveValue({ file, node: node.typeName }), NO_NAMES, steps);
    }
    case 'TSTypeOperator': {
      const object = node.operator === 'keyof' && node.typeAnnotation ? queried(file, node.typeAnnotation) : undefined;
      return object ? partsOf(object.node).flatMap(({ name }) => name ?? []) : [];
    }
    case 'TSIndexedAccessType': {
      const object = queried(file, node.objectType);
      return object ? textsIn(object, NO_NAMES, steps) : [];
    }
    default:
      return [];
  }
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** `typeof KINDS`: the value. */
function queried(file: SourceFile, type: TSESTree.TypeNode): Place | undefined {
  return type.type === 'TSTypeQuery' && type.exprName.type === 'Identifier' ? resolveValue({ file, node: type.exprName }) : undefined;
}
