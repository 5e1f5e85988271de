import type { Changes } from '../../edits/changes.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { constructorOf } from '../../syntax/members.ts';
import type { CallNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { fixedName, isClass, isFunction, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import type { Located } from './calls.ts';

/**
 * An object whose type is written down lost members: `const store: TokenStore = { get, set, clear }`. Its type loses them too,
 * where no other object is of that type; else the object has to have them, and a person has to see to it.
 */
export function dropDeclaredMembers(contexts: readonly CodemodContext[]): void {
  const typed = contexts.flatMap((context) => typedObjects(context).map((one) => ({ ...one, context })));
  for (const { object, type, context } of typed) {
    const lost = object.properties.flatMap((one) =>
      one.type === 'Property' && context.changes.goes(one) && !context.changes.isGone(object) ? (propertyName(one) ?? []) : [],
    );
    const signatures = contexts.flatMap(({ file, changes }) => signaturesOf(file, changes, type));
    const wanted = lost.filter((name) => signatures.length === 0 || signatures.some((one) => one.name === name && !one.isOptional));
    if (wanted.length === 0) continue;
    const isAlone = typed.filter((one) => one.type === type).length === 1 && !contexts.some(({ file }) => isImplemented(file, type));
    if (signatures.length > 0 && isAlone) {
      for (const { changes, node } of signatures.filter(({ name }) => wanted.includes(name))) changes.remove(node);
      continue;
    }
    const names = wanted.map((name) => `\`${name}\``).join(' and ');
    context.todo(object, 'token-needed', `${names} went with the token, and the type ${type} wants them: take them out of it.`);
  }
}

/** Objects that are written out where a variable or a parameter of a named type takes them. */
function typedObjects({ file }: CodemodContext): { readonly object: TSESTree.ObjectExpression; readonly type: string }[] {
  return nodesOf(file, 'ObjectExpression').flatMap((object) => {
    const { parent } = object;
    const taker =
      parent.type === 'VariableDeclarator'
        ? parent.id
        : parent.type === 'CallExpression' || parent.type === 'NewExpression'
          ? parameterFor(file, parent, object)
          : undefined;
    const type = taker && 'typeAnnotation' in taker ? taker.typeAnnotation?.typeAnnotation : undefined;
    const name =
      type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && !type.typeArguments ? type.typeName.name : undefined;
    return name === undefined ? [] : [{ object, type: name }];
  });
}

/** The parameter that a call gives an argument to. */
function parameterFor(file: SourceFile, call: CallNode, argument: TSESTree.ObjectExpression): TSESTree.Parameter | undefined {
  const { node: called } = resolveValue({ file, node: call.callee });
  const fn = isClass(called) ? constructorOf(called) : called;
  return isFunction(fn) ? fn.params[call.arguments.indexOf(argument)] : undefined;
}

interface Signature extends Located {
  readonly changes: Changes;
  readonly name: string;
  readonly isOptional: boolean;
}

function signaturesOf(file: SourceFile, changes: Changes, type: string): Signature[] {
  return [...nodesOf(file, 'TSPropertySignature'), ...nodesOf(file, 'TSMethodSignature')].flatMap((node) => {
    const name = fixedName(node.key, node.computed);
    return name !== undefined && declares(node.parent.parent, type) ? [{ file, node, changes, name, isOptional: node.optional }] : [];
  });
}

function declares(node: Node | undefined, type: string): boolean {
  return (node?.type === 'TSInterfaceDeclaration' || node?.type === 'TSTypeAliasDeclaration') && node.id.name === type;
}

function isImplemented(file: SourceFile, type: string): boolean {
  return [...nodesOf(file, 'ClassDeclaration'), ...nodesOf(file, 'ClassExpression')].some((one) =>
    one.implements.some(({ expression }) => expression.type === 'Identifier' && expression.name === type),
  );
}
