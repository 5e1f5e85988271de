import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { enclosingFunction, fixedName, isFunction, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import type { StateWrite } from './state-parts.ts';

type Contexts = ReadonlyMap<SourceFile, CodemodContext>;

/** The types that are written around a state, by their names: of its variable, of what makes it, of the function that returns it. */
function typesAround({ node }: StateWrite): Set<string> {
  const names = new Set<string>();
  for (let at: Node = node; at.type !== 'Program'; at = at.parent) {
    const types: (Node | null | undefined)[] = [
      at.type === 'VariableDeclarator' ? at.id.typeAnnotation : undefined,
      isFunction(at) ? at.returnType : undefined,
      at.type === 'TSAsExpression' || at.type === 'TSSatisfiesExpression' ? at.typeAnnotation : undefined,
      ...typeArgumentsOf(at),
    ];
    for (const type of types) if (type) addNames(type, names);
  }
  return names;
}

/** `create<AuthState>(…)`, `create<AuthState>()(…)` */
function typeArgumentsOf(at: Node): Node[] {
  if (at.type !== 'CallExpression') return [];
  const inner = at.callee.type === 'CallExpression' ? (at.callee.typeArguments?.params ?? []) : [];
  return [...(at.typeArguments?.params ?? []), ...inner];
}

function addNames(type: Node, names: Set<string>): void {
  if (type.type === 'TSTypeAnnotation') addNames(type.typeAnnotation, names);
  else if (type.type === 'TSTypeReference' && type.typeName.type === 'Identifier') names.add(type.typeName.name);
  else if (type.type === 'TSUnionType' || type.type === 'TSIntersectionType') for (const one of type.types) addNames(one, names);
}

/** The members of the types that are written around a state, in whatever file they are declared. */
function membersOf(contexts: Contexts, write: StateWrite): { readonly file: SourceFile; readonly member: TSESTree.TypeElement }[] {
  const names = typesAround(write);
  if (names.size === 0) return [];
  return [...contexts.keys()].flatMap((file) => [
    ...nodesOf(file, 'TSInterfaceDeclaration').flatMap(({ id, body }) =>
      names.has(id.name) ? body.body.map((member) => ({ file, member })) : [],
    ),
    ...nodesOf(file, 'TSTypeAliasDeclaration').flatMap(({ id, typeAnnotation }) =>
      names.has(id.name) && typeAnnotation.type === 'TSTypeLiteral' ? typeAnnotation.members.map((member) => ({ file, member })) : [],
    ),
  ]);
}

/** The state's type has a flag in place of the token, or nothing where the part goes. */
export function retypePart(contexts: Contexts, write: StateWrite, before: string, name: string | undefined): void {
  for (const { file, member } of membersOf(contexts, write)) {
    if (member.type !== 'TSPropertySignature' || fixedName(member.key, member.computed) !== before) continue;
    const { changes } = contexts.get(file)!;
    const end = /[;,]$/.exec(textOf(file, member))?.[0] ?? '';
    if (name === undefined) changes.remove(member);
    else changes.replace(member, `${name}${member.optional ? '?' : ''}: boolean${end}`);
  }
}

/** The parameter of one of a store's own functions takes a flag: in the function and in the store's type. */
export function retypeParameter(contexts: Contexts, write: StateWrite, parameter: TSESTree.Identifier, name: string): void {
  const fn = enclosingFunction(parameter);
  const { changes } = contexts.get(write.file)!;
  if (parameter.typeAnnotation) changes.replace(parameter, `${name}: boolean`);
  const index = fn?.params.indexOf(parameter) ?? -1;
  const action = fn?.parent.type === 'Property' ? propertyName(fn.parent) : undefined;
  for (const { file, member } of action === undefined || index < 0 ? [] : membersOf(contexts, write)) {
    const declared = parametersOf(member, action!)?.[index];
    if (declared?.type === 'Identifier') contexts.get(file)!.changes.replace(declared, `${name}: boolean`);
  }
}

function parametersOf(member: TSESTree.TypeElement, name: string): readonly TSESTree.Parameter[] | undefined {
  if (member.type === 'TSMethodSignature' && fixedName(member.key, member.computed) === name) return member.params;
  if (member.type !== 'TSPropertySignature' || fixedName(member.key, member.computed) !== name) return undefined;
  const type = member.typeAnnotation?.typeAnnotation;
  return type?.type === 'TSFunctionType' ? type.params : undefined;
}

/** `action: PayloadAction<string>`: the payload is a flag, or an object that has lost the token. */
export function retypePayload(contexts: Contexts, { file, value }: StateWrite, keys: readonly string[]): void {
  const payload = payloadTypeOf(enclosingFunction(value)?.params[1]);
  if (!payload) return;
  const { changes } = contexts.get(file)!;
  if (payload.type === 'TSTypeLiteral') {
    for (const member of payload.members)
      if (member.type === 'TSPropertySignature' && keys.includes(fixedName(member.key, member.computed) ?? '')) changes.remove(member);
  } else if (/^string\b/.test(textOf(file, payload))) changes.replace(payload, 'boolean');
}

function payloadTypeOf(parameter: TSESTree.Parameter | undefined): TSESTree.TypeNode | undefined {
  if (parameter?.type !== 'Identifier' && parameter?.type !== 'ObjectPattern') return undefined;
  const type = parameter.typeAnnotation?.typeAnnotation;
  return type?.type === 'TSTypeReference' ? type.typeArguments?.params[0] : undefined;
}
