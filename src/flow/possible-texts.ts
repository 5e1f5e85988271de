import { bindingOf, valuesOf, variableOf } from '../syntax/bindings.ts';
import type { Binding, Step } from '../syntax/bindings.ts';
import { argumentAt, iteratedBy, returnsOf } from '../syntax/functions.ts';
import type { Node, TSESTree } from '../syntax/nodes.ts';
import { bare, fixedName, isFunction, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { TypePlace } from '../syntax/types.ts';
import { aliasedType } from '../syntax/types.ts';
import { callersOf } from './calls.ts';
import type { Place } from './resolve.ts';
import { resolveValue } from './resolve.ts';

/** How far a text is followed, and whether callers are asked. */
interface Search {
  readonly steps: number;
  readonly asksCallers: boolean;
}

/** A constant of a map, handed to a function, is four steps away. */
const STEPS = 6;

function deeper({ steps, asksCallers }: Search): Search {
  return { steps: steps - 1, asksCallers };
}

/**
 * The texts that an expression may be, as far as the code says so: by its value, by its type (`'a' | 'b'`, an enum,
 * `keyof typeof KINDS`), by its default, else by what callers give. Empty where nothing is known.
 */
export function possibleTexts(file: SourceFile, node: Node): readonly string[] {
  return textsOf(file, node, { steps: STEPS, asksCallers: true });
}

/** The same without what callers give: what the place itself says. */
export function statedTexts(file: SourceFile, node: Node): readonly string[] {
  return textsOf(file, node, { steps: STEPS, asksCallers: false });
}

function textsOf(file: SourceFile, node: Node, search: Search): readonly string[] {
  if (search.steps <= 0) return [];
  const of = (one: Node): readonly string[] => textsOf(file, one, deeper(search));
  const inner = bare(node);
  const found = ofValue(file, inner, search, of);
  // kind as 'localStorage'
  return found.length === 0 && node.type === 'TSAsExpression' ? textsOfType({ file, node: node.typeAnnotation }, deeper(search)) : found;
}

function ofValue(file: SourceFile, node: Node, search: Search, of: (one: Node) => readonly string[]): readonly string[] {
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
      return ofIdentifier(file, node, search);
    case 'MemberExpression':
      return ofMember(file, node, search);
    case 'CallExpression': {
      const fn = resolveValue({ file, node: node.callee });
      return isFunction(fn.node) ? returnsOf(fn.node).flatMap((one) => textsOf(fn.file, one, deeper(search))) : [];
    }
    default:
      return [];
  }
}

function ofIdentifier(file: SourceFile, node: TSESTree.Identifier, search: Search): readonly string[] {
  const variable = variableOf(file, node);
  const binding = variable && bindingOf(variable);
  if (binding?.kind === 'element') return ofElements({ file, node: binding.list }, binding.path, search);
  if (binding?.kind === 'parameter') {
    const list = binding.index === 0 ? iteratedBy(binding.fn) : undefined;
    return list ? ofElements({ file, node: list }, binding.path, search) : ofParameter(file, binding, search);
  }
  if (binding?.kind === 'value' && binding.path.length === 0)
    return valuesOf(variable!).flatMap((one) => textsOf(file, one, deeper(search)));
  const value = resolveValue({ file, node });
  return value.node === node ? [] : textsOf(value.file, value.node, deeper(search));
}

function ofParameter(file: SourceFile, binding: Extract<Binding, { kind: 'parameter' }>, search: Search): readonly string[] {
  if (binding.path.length > 0) return [];
  const target = binding.node.type === 'AssignmentPattern' ? binding.node.left : binding.node;
  const type = target.type === 'Identifier' ? target.typeAnnotation?.typeAnnotation : undefined;
  const typed = type ? textsOfType({ file, node: type }, deeper(search)) : [];
  if (typed.length > 0) return typed;
  if (binding.fallback) return textsOf(file, binding.fallback, deeper(search));
  if (!search.asksCallers) return [];
  return callersOf(file, binding.fn).flatMap((call) => {
    const given = argumentAt(call.node, binding.index);
    return given ? textsOf(call.file, given, deeper(search)) : [];
  });
}

/** The elements of a list, or what stands at an index of each: `['a', 'b']`, `Object.entries(KEYS)`, `[...KEYS, 'c'].filter(f)`. */
function ofElements(list: Place, path: readonly Step[], search: Search): readonly string[] {
  const { file, node } = resolveValue(list);
  const [index, ...more] = path;
  if (search.steps <= 0 || more.length > 0) return [];
  const of = (one: Node): readonly string[] => ofElements({ file, node: one }, path, deeper(search));
  if (node.type === 'ArrayExpression')
    return node.elements.flatMap((one) => {
      if (!one) return [];
      if (one.type === 'SpreadElement') return of(one.argument);
      const part = index === undefined ? one : one.type === 'ArrayExpression' ? one.elements[Number(index)] : undefined;
      return part ? textsOf(file, part, deeper(search)) : [];
    });
  if (node.type === 'NewExpression') return node.arguments[0] ? of(node.arguments[0]) : [];
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return [];
  const { object } = node.callee;
  if (object.type === 'Identifier' && object.name === 'Object') return ofParts({ file, node }, index, search);
  return SAME_ELEMENTS.test(memberName(node.callee) ?? '') ? of(object) : [];
}

/** `Object.keys(KEYS)`, `Object.values(KEYS)`, or what stands at an index of each of `Object.entries(KEYS)`. */
function ofParts({ file, node }: Place & { readonly node: TSESTree.CallExpression }, index: Step, search: Search): readonly string[] {
  const method = node.callee.type === 'MemberExpression' ? (memberName(node.callee) ?? '') : '';
  const [given] = node.arguments;
  const parts = given ? partsOf(resolveValue({ file, node: given })) : [];
  const isName = method === 'keys' || (method === 'entries' && index === '0');
  if (!/^(?:keys|values|entries)$/.test(method) || (method === 'entries') !== (index !== undefined)) return [];
  return parts.flatMap((part) => (isName ? (part.name ?? []) : textsOf(part.file, part.value, deeper(search))));
}

/** Methods of a list that give some of it. */
const SAME_ELEMENTS = /^(?:filter|slice|reverse|sort|toSorted|toReversed|concat)$/;

/** `KINDS.local`; `KINDS[where]`, which is any of them unless `where` says which. */
function ofMember(file: SourceFile, node: TSESTree.MemberExpression, search: Search): readonly string[] {
  if (memberName(node) !== undefined) {
    const value = resolveValue({ file, node });
    return value.node === node ? [] : textsOf(value.file, value.node, deeper(search));
  }
  const object = resolveValue({ file, node: node.object });
  return textsIn(object, new Set(textsOf(file, node.property, deeper(search))), search);
}

/** The texts of an object's properties, an enum's members or a list, where some are named those alone. */
function textsIn(whole: Place, names: ReadonlySet<string>, search: Search): readonly string[] {
  const parts = partsOf(whole).filter(({ name }) => names.size === 0 || name === undefined || names.has(name));
  return parts.flatMap(({ file, value }) => textsOf(file, value, deeper(search)));
}

interface Part {
  readonly file: SourceFile;
  readonly name?: string;
  readonly value: Node;
}

function partsOf({ file, node }: Place): Part[] {
  switch (node.type) {
    case 'ObjectExpression':
      return node.properties.flatMap((one) => {
        if (one.type === 'SpreadElement') return partsOf(resolveValue({ file, node: one.argument }));
        const name = propertyName(one);
        return name === undefined ? [] : [{ file, name, value: one.value }];
      });
    case 'ArrayExpression':
      return node.elements.flatMap((one) => (one && one.type !== 'SpreadElement' ? [{ file, value: one }] : []));
    case 'TSEnumDeclaration':
      return node.body.members.flatMap((one) =>
        one.initializer ? [{ file, name: fixedName(one.id, false) ?? '', value: one.initializer }] : [],
      );
    default:
      return [];
  }
}

/** The texts that a type allows. */
function textsOfType({ file, node }: TypePlace, search: Search): readonly string[] {
  if (search.steps <= 0) return [];
  switch (node.type) {
    case 'TSLiteralType':
      return textsOf(file, node.literal, deeper(search));
    case 'TSUnionType':
      return node.types.flatMap((one) => textsOfType({ file, node: one }, deeper(search)));
    case 'TSTypeReference': {
      if (node.typeName.type !== 'Identifier') return [];
      const alias = aliasedType(file, node.typeName);
      return alias ? textsOfType(alias, deeper(search)) : textsIn(resolveValue({ file, node: node.typeName }), NO_NAMES, search);
    }
    case 'TSTypeOperator': {
      const object = node.operator === 'keyof' && node.typeAnnotation ? queried(file, node.typeAnnotation) : undefined;
      return object ? partsOf(object).flatMap(({ name }) => name ?? []) : [];
    }
    case 'TSIndexedAccessType': {
      const object = queried(file, node.objectType);
      return object ? textsIn(object, NO_NAMES, search) : [];
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
