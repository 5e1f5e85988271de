import { bindingOf, variableOf } from './bindings.ts';
import type { FunctionNode, Node, TSESTree } from './nodes.ts';
import { dressed, enclosingFunction, fixedName, isFunction, propertyName } from './nodes.ts';
import type { SourceFile } from './source-file.ts';
import { nodesOf } from './source-file.ts';

/** A type as it is written, and the file that it is in. */
export interface TypePlace {
  readonly file: SourceFile;
  readonly node: TSESTree.TypeNode;
}

/** A declared member of a type: `accessToken: string`. */
export interface TypeMember {
  readonly name: string;
  readonly file: SourceFile;
  readonly node: TSESTree.TSPropertySignature;
  readonly type: TSESTree.TypeNode | undefined;
}

/** Types that are about what they wrap: `Promise<Session>`, `Readonly<Session>`, `Session[]`. */
const WRAPPERS = /^(?:Promise|Readonly|Partial|Required|Array|ReadonlyArray|Ref|MaybeRef|NonNullable)$/;

/**
 * The members that a type declares, through unions with null, intersections, interfaces that extend others, aliases and (in
 * a project) imports. Empty for what cannot be seen.
 *
 * @param steps How many names are followed.
 */
export function membersOf({ file, node }: TypePlace, steps = 6): readonly TypeMember[] {
  if (steps <= 0) return [];
  const of = (one: TSESTree.TypeNode): readonly TypeMember[] => membersOf({ file, node: one }, steps - 1);
  switch (node.type) {
    case 'TSTypeLiteral':
      return signatures(file, node.members);
    case 'TSUnionType':
    case 'TSIntersectionType':
      return node.types.flatMap(of);
    case 'TSArrayType':
      return of(node.elementType);
    case 'TSTypeReference':
      return ofReference(file, node, steps);
    default:
      return [];
  }
}

function ofReference(file: SourceFile, { typeName, typeArguments }: TSESTree.TSTypeReference, steps: number): readonly TypeMember[] {
  if (typeName.type !== 'Identifier') return [];
  const [wrapped] = typeArguments?.params ?? [];
  if (wrapped && WRAPPERS.test(typeName.name)) return membersOf({ file, node: wrapped }, steps - 1);
  const declared = declarationOf(file, typeName);
  return declared ? ofDeclaration(declared.file, declared.node, steps) : [];
}

/** The type for which a name stands: `type Kind = 'a' | 'b'`. Undefined for any other name. */
export function aliasedType(file: SourceFile, name: TSESTree.Identifier): TypePlace | undefined {
  const declared = declarationOf(file, name);
  return declared?.node.type === 'TSTypeAliasDeclaration' ? { file: declared.file, node: declared.node.typeAnnotation } : undefined;
}

type TypeDeclaration = TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration;

function ofDeclaration(file: SourceFile, node: TypeDeclaration, steps: number): readonly TypeMember[] {
  if (node.type === 'TSTypeAliasDeclaration') return membersOf({ file, node: node.typeAnnotation }, steps - 1);
  const inherited = node.extends.flatMap(({ expression }) => {
    const parent = expression.type === 'Identifier' ? declarationOf(file, expression) : undefined;
    return parent ? ofDeclaration(parent.file, parent.node, steps - 1) : [];
  });
  return [...signatures(file, node.body.body), ...inherited];
}

function declarationOf(file: SourceFile, name: TSESTree.Identifier): { file: SourceFile; node: TypeDeclaration } | undefined {
  const variable = variableOf(file, name);
  const binding = variable && bindingOf(variable);
  if (binding?.kind === 'import') {
    const exported = file.links?.exported(file, binding.source, binding.imported);
    return exported && isTypeDeclaration(exported.node) ? { file: exported.file, node: exported.node } : undefined;
  }
  const declared = variable?.defs.map((one) => one.node).find(isTypeDeclaration) ?? named(file, name.name);
  return declared && { file, node: declared };
}

/** Scope managers without types know no names of types. */
function named(file: SourceFile, name: string): TypeDeclaration | undefined {
  const declarations = [...nodesOf(file, 'TSInterfaceDeclaration'), ...nodesOf(file, 'TSTypeAliasDeclaration')];
  return declarations.find(({ id }) => id.name === name);
}

function isTypeDeclaration(node: Node): node is TypeDeclaration {
  return node.type === 'TSInterfaceDeclaration' || node.type === 'TSTypeAliasDeclaration';
}

function signatures(file: SourceFile, members: readonly TSESTree.TypeElement[]): TypeMember[] {
  return members.flatMap((node) => {
    const name = node.type === 'TSPropertySignature' ? fixedName(node.key, node.computed) : undefined;
    return node.type === 'TSPropertySignature' && name !== undefined
      ? [{ name, file, node, type: node.typeAnnotation?.typeAnnotation }]
      : [];
  });
}

/**
 * The type that the code declares for a value, where it stands: by an assertion, a variable, a field, a function's result, a
 * type argument (`useState<Session | null>(null)`), or as a member of an object whose type is declared so.
 */
export function declaredTypeOf(file: SourceFile, value: Node, steps = 8): TypePlace | undefined {
  if (steps <= 0) return undefined;
  const asserted = assertedType(value);
  if (asserted) return { file, node: asserted };
  const node = dressed(value);
  const { parent } = node;
  switch (parent?.type) {
    case 'VariableDeclarator':
      return annotated(file, parent.id);
    case 'AssignmentPattern':
      return annotated(file, parent.left);
    case 'PropertyDefinition':
      return parent.typeAnnotation && { file, node: parent.typeAnnotation.typeAnnotation };
    case 'Property':
      return ofProperty(file, parent, steps);
    case 'ArrowFunctionExpression':
      return parent.body === node ? ofResult(file, parent) : undefined;
    case 'ReturnStatement': {
      const fn = enclosingFunction(parent);
      return fn && ofResult(file, fn);
    }
    case 'CallExpression':
      return byTypeArgument(file, parent);
    default:
      return undefined;
  }
}

function assertedType(value: Node): TSESTree.TypeNode | undefined {
  const { parent } = value;
  const isAssertion = (node: Node | null | undefined): node is TSESTree.TSAsExpression | TSESTree.TSSatisfiesExpression =>
    node?.type === 'TSAsExpression' || node?.type === 'TSSatisfiesExpression';
  if (isAssertion(value)) return value.typeAnnotation;
  return isAssertion(parent) && parent.expression === value ? parent.typeAnnotation : undefined;
}

function annotated(file: SourceFile, target: Node): TypePlace | undefined {
  return target.type === 'Identifier' && target.typeAnnotation ? { file, node: target.typeAnnotation.typeAnnotation } : undefined;
}

function ofProperty(file: SourceFile, property: TSESTree.Property, steps: number): TypePlace | undefined {
  const object = declaredTypeOf(file, property.parent, steps - 1);
  const name = propertyName(property);
  const member = object && membersOf(object).find((one) => one.name === name);
  return member?.type && { file: member.file, node: member.type };
}

/** What a function is declared to return, by itself or by the type argument of the call that it is handed to. */
function ofResult(file: SourceFile, fn: FunctionNode): TypePlace | undefined {
  if (fn.returnType) return { file, node: fn.returnType.typeAnnotation };
  const { parent } = dressed(fn);
  return parent?.type === 'CallExpression' ? byTypeArgument(file, parent) : undefined;
}

/** `ref<T>(value)`, `persist<T>(creator)`, `create<T>()(persist(creator))`: the first type argument of the call, or of one around it. */
function byTypeArgument(file: SourceFile, call: TSESTree.CallExpression): TypePlace | undefined {
  let at: Node | undefined = call;
  for (let steps = 0; steps < 4 && at?.type === 'CallExpression'; steps++) {
    const own: TSESTree.TSTypeParameterInstantiation | undefined =
      at.typeArguments ?? (at.callee.type === 'CallExpression' ? at.callee.typeArguments : undefined);
    const first = own?.params[0];
    if (first) return { file, node: first };
    const parent: Node | undefined = dressed(at).parent;
    // Only calls around a creator, not functions around the call: those have types of their own.
    if (parent && isFunction(parent)) return undefined;
    at = parent;
  }
  return undefined;
}
