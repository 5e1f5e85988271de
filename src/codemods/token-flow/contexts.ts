import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt, returnsOf } from '../../syntax/functions.ts';
import { calledFunction } from '../../flow/calls.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';

/** A React context: where it is made, and the object that its provider hands out. */
export interface ReactContext {
  readonly file: SourceFile;
  /** The call of `createContext`. */
  readonly creation: TSESTree.CallExpression;
}

/** The creation of the context that an expression names. */
export function contextNamed(file: SourceFile, node: Node): ReactContext | undefined {
  const { file: home, node: creation } = resolveValue({ file, node });
  return creation.type === 'CallExpression' && originOf(home, creation.callee) === 'react#createContext'
    ? { file: home, creation }
    : undefined;
}

/** The context whose value an expression is: `useContext(AuthContext)`, a hook that returns it, a variable that holds it. */
function contextValueAt(file: SourceFile, node: Node, steps = 4): ReactContext | undefined {
  if (steps <= 0) return undefined;
  const { file: home, node: value } = resolveValue({ file, node });
  if (value.type === 'LogicalExpression') return contextValueAt(home, value.left, steps - 1);
  if (value.type !== 'CallExpression') return undefined;
  const origin = originOf(home, value.callee);
  if (origin === 'react#useContext' || origin === 'react#use') {
    const named = argumentAt(value, 0);
    return named && contextNamed(home, named);
  }
  const called = calledFunction(home, value);
  if (!called) return undefined;
  for (const returned of returnsOf(called.node)) {
    const found = contextValueAt(called.file, returned, steps - 1);
    if (found) return found;
  }
  return undefined;
}

/** The objects that a context's providers hand out, in the context's own file and in `files`. */
export function valuesOfContext(
  context: ReactContext,
  files: readonly SourceFile[],
): { file: SourceFile; node: TSESTree.ObjectExpression }[] {
  return files.flatMap((file) =>
    nodesOf(file, 'JSXOpeningElement').flatMap((element) => {
      const { name } = element;
      const provider = name.type === 'JSXMemberExpression' && name.property.name === 'Provider' ? name.object : name;
      if (provider.type !== 'JSXIdentifier' || contextOfElement(file, provider)?.creation !== context.creation) return [];
      const attribute = element.attributes.find((one) => one.type === 'JSXAttribute' && one.name.name === 'value');
      const value =
        attribute?.type === 'JSXAttribute' && attribute.value?.type === 'JSXExpressionContainer' ? attribute.value.expression : undefined;
      const literal = value && value.type !== 'JSXEmptyExpression' ? literalOf(file, value) : undefined;
      return literal ? [literal] : [];
    }),
  );
}

function contextOfElement(file: SourceFile, name: TSESTree.JSXIdentifier): ReactContext | undefined {
  const variable = variableOf(file, name);
  const binding = variable && bindingOf(variable);
  if (binding?.kind === 'import') {
    const exported = file.links?.exported(file, binding.source, binding.imported);
    return exported && contextNamed(exported.file, exported.node);
  }
  return binding?.kind === 'value' && binding.path.length === 0 ? contextNamed(file, binding.init) : undefined;
}

/** The object literal that a value is, also through `useMemo(() => ({ … }), …)`. */
function literalOf(file: SourceFile, node: Node): { file: SourceFile; node: TSESTree.ObjectExpression } | undefined {
  const value = resolveValue({ file, node });
  if (value.node.type === 'ObjectExpression') return { file: value.file, node: value.node };
  if (value.node.type !== 'CallExpression') return undefined;
  const [first] = value.node.arguments;
  if (!isFunction(first)) return undefined;
  const [returned] = returnsOf(first);
  const inner = returned && bare(returned);
  return inner?.type === 'ObjectExpression' ? { file: value.file, node: inner } : undefined;
}

/** What a context's value holds under the name that an expression takes out of it: `login` of `const { login } = useAuth()`. */
export function contextMember(file: SourceFile, node: Node): { file: SourceFile; value: Node } | undefined {
  const taken = takenFromContext(file, node);
  if (!taken) return undefined;
  for (const literal of valuesOfContext(taken.context, [taken.context.file])) {
    const property = literal.node.properties.find((one) => one.type === 'Property' && propertyName(one) === taken.name);
    if (property?.type === 'Property') return { file: literal.file, value: property.value };
  }
  return undefined;
}

/** The context and the name that a variable or member takes out of its value. */
export function takenFromContext(file: SourceFile, node: Node): { context: ReactContext; name: string } | undefined {
  const inner = bare(node);
  if (inner.type === 'MemberExpression') {
    const context = contextValueAt(file, inner.object);
    const name = memberName(inner);
    return context && name !== undefined ? { context, name } : undefined;
  }
  const variable = inner.type === 'Identifier' ? variableOf(file, inner) : undefined;
  const binding = variable && bindingOf(variable);
  if (binding?.kind !== 'value' || binding.path.length !== 1 || binding.path[0] === undefined) return undefined;
  const context = contextValueAt(file, binding.init);
  return context && { context, name: binding.path[0] };
}

/** A place where a property is taken out of a context's value. */
export interface ContextRead {
  readonly file: SourceFile;
  /** `useAuth().token`, or the property of `const { token } = useAuth()`. */
  readonly node: TSESTree.MemberExpression | TSESTree.Property;
}

/** Every place in the files that takes a property out of a context's value. */
export function readsOfContext(context: ReactContext, name: string, files: readonly SourceFile[]): ContextRead[] {
  return files.flatMap((file) => {
    const members = nodesOf(file, 'MemberExpression')
      .filter((member) => memberName(member) === name && contextValueAt(file, member.object)?.creation === context.creation)
      .map((node) => ({ file, node }));
    const patterns = nodesOf(file, 'ObjectPattern').flatMap((pattern) => {
      const { parent } = pattern;
      if (parent.type !== 'VariableDeclarator' || !parent.init || contextValueAt(file, parent.init)?.creation !== context.creation)
        return [];
      return pattern.properties.flatMap((property) =>
        property.type === 'Property' && propertyName(property) === name ? [{ file, node: property }] : [],
      );
    });
    return [...members, ...patterns];
  });
}

/** The members that declare a property of a context's value in types: of the interface that `createContext<T>` names. */
export function typeMembersOf(context: ReactContext, name: string): { file: SourceFile; node: TSESTree.TSPropertySignature }[] {
  const { file, creation } = context;
  const mentioned = new Set<string>();
  const collect = (node: Node | undefined): void => {
    if (!node) return;
    if (node.type === 'TSTypeReference' && node.typeName.type === 'Identifier') mentioned.add(node.typeName.name);
    if (node.type === 'TSUnionType' || node.type === 'TSIntersectionType') node.types.forEach(collect);
  };
  creation.typeArguments?.params.forEach(collect);
  return [file].flatMap((one) =>
    nodesOf(one, 'TSPropertySignature').flatMap((node) => {
      const holder = node.parent.parent;
      const type = holder.type === 'TSInterfaceDeclaration' || holder.type === 'TSTypeAliasDeclaration' ? holder.id.name : undefined;
      return type !== undefined && mentioned.has(type) && node.key.type === 'Identifier' && node.key.name === name
        ? [{ file: one, node }]
        : [];
    }),
  );
}
