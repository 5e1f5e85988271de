import type { Binding } from './bindings.ts';
import { bindingOf, variableOf } from './bindings.ts';
import type { Node, TSESTree } from './nodes.ts';
import { bare, dressed, enclosingClass, memberName } from './nodes.ts';
import type { SourceFile } from './source-file.ts';
import type { TypePlace } from './types.ts';
import { membersOf } from './types.ts';

/**
 * The type that code declares for a name or a member where it is read: by a parameter's annotation, `FC<Props>` around
 * the function, a variable's annotation, a class component's `Component<Props>`, and the members of those.
 */
export function typeWhereRead(file: SourceFile, node: Node, steps = 4): TypePlace | undefined {
  const inner = bare(node);
  if (steps <= 0) return undefined;
  if (inner.type === 'Identifier') {
    const variable = variableOf(file, inner);
    const binding = variable && bindingOf(variable);
    return binding && typeOfBinding(file, binding, variable.identifiers[0]);
  }
  const name = inner.type === 'MemberExpression' ? memberName(inner) : undefined;
  if (inner.type !== 'MemberExpression' || name === undefined) return undefined;
  if (bare(inner.object).type === 'ThisExpression') return name === 'props' ? typeOfProps(file, inner) : undefined;
  const object = typeWhereRead(file, inner.object, steps - 1);
  return object && memberType(object, name);
}

function typeOfBinding(file: SourceFile, binding: Binding, name: Node | undefined): TypePlace | undefined {
  if (binding.kind !== 'parameter' && binding.kind !== 'value') return undefined;
  let type = binding.kind === 'parameter' ? typeOfParameter(file, binding) : typeOfDeclarator(file, name);
  for (const step of binding.path) type = type && step !== undefined ? memberType(type, step) : undefined;
  return type;
}

function typeOfParameter(file: SourceFile, { fn, index, node }: Extract<Binding, { kind: 'parameter' }>): TypePlace | undefined {
  const inner = node.type === 'TSParameterProperty' ? node.parameter : node;
  const target = inner.type === 'AssignmentPattern' ? inner.left : inner;
  const annotation = target.type === 'Identifier' || target.type === 'ObjectPattern' ? target.typeAnnotation : undefined;
  if (annotation) return { file, node: annotation.typeAnnotation };
  // const Home: React.FC<Props> = ({ cookies }) => …
  const { parent } = dressed(fn);
  const declared = index === 0 && parent?.type === 'VariableDeclarator' ? parent.id.typeAnnotation?.typeAnnotation : undefined;
  const given = declared?.type === 'TSTypeReference' ? declared.typeArguments?.params[0] : undefined;
  return given ? { file, node: given } : undefined;
}

function typeOfDeclarator(file: SourceFile, name: Node | undefined): TypePlace | undefined {
  let at = name;
  while (at && at.type !== 'VariableDeclarator') at = at.parent;
  const annotation = at?.id.type === 'Identifier' || at?.id.type === 'ObjectPattern' ? at.id.typeAnnotation : undefined;
  return annotation ? { file, node: annotation.typeAnnotation } : undefined;
}

function typeOfProps(file: SourceFile, node: TSESTree.MemberExpression): TypePlace | undefined {
  const first = enclosingClass(node)?.superTypeArguments?.params[0];
  return first ? { file, node: first } : undefined;
}

function memberType(of: TypePlace, name: string): TypePlace | undefined {
  const member = membersOf(of).find((one) => one.name === name);
  return member?.type ? { file: member.file, node: member.type } : undefined;
}
