import { isTokenName } from '../../apis/http/token-slots.ts';
import { clientSessionExposures } from '../../exposures/client-session.ts';
import { quoted, styleOf } from '../../edits/style.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { fixedName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';

/** Types promise pages no token any more. */
export function rewriteTypes(context: CodemodContext): void {
  const { file, changes } = context;
  const promising = clientSessionExposures(file).filter(({ form }) => form === 'type');
  for (const { node } of promising) {
    if (node.type !== 'TSPropertySignature') continue;
    if (isToken(file, node)) changes.remove(node);
    else omitFrom(context, node);
  }
  if (promising.length > 0) dropEmptied(context);
}

/** The names of tokens that a type of a file says are always there. */
export function requiredTokens(file: SourceFile): string[] {
  return clientSessionExposures(file).flatMap(({ form, node }) =>
    form === 'type' && node.type === 'TSPropertySignature' && !node.optional && isToken(file, node)
      ? [fixedName(node.key, node.computed)!]
      : [],
  );
}

function isToken(file: SourceFile, { key, computed }: TSESTree.TSPropertySignature): boolean {
  return isTokenName(file, fixedName(key, computed) ?? '');
}

/** `user: User` is `user: Omit<User, 'accessToken'>`: the user whom the sign-in returns still has it. */
function omitFrom({ file, changes }: CodemodContext, member: TSESTree.TSPropertySignature): void {
  const type = member.typeAnnotation?.typeAnnotation;
  for (const part of type?.type === 'TSIntersectionType' ? type.types : type ? [type] : []) {
    if (part.type !== 'TSTypeReference' || part.typeName.type !== 'Identifier') continue;
    const { name } = part.typeName;
    const tokens = nodesOf(file, 'TSInterfaceDeclaration')
      .filter(({ id }) => id.name === name)
      .flatMap(({ body }) => body.body)
      .flatMap((one) => (one.type === 'TSPropertySignature' && isToken(file, one) ? [fixedName(one.key, one.computed)!] : []));
    const style = styleOf(file);
    if (tokens.length > 0)
      changes.replace(part, `Omit<${textOf(file, part)}, ${[...new Set(tokens)].map((one) => quoted(style, one)).join(' | ')}>`);
  }
}

/** An augmentation of which nothing is left goes, with the module's declaration around it. */
function dropEmptied({ file, changes }: CodemodContext): void {
  for (const literal of nodesOf(file, 'TSTypeLiteral')) {
    const isEmptied = literal.members.length > 0 && literal.members.every((one) => changes.goes(one));
    const { parent } = literal;
    if (isEmptied && parent.type === 'TSIntersectionType' && parent.types.length === 2)
      changes.replace(
        parent,
        textOf(
          file,
          parent.types.find((one) => one !== literal)!,
        ),
      );
  }
  for (const declaration of nodesOf(file, 'TSInterfaceDeclaration')) {
    const { body } = declaration.body;
    if (body.length > 0 && body.every((one) => changes.goes(one)) && isAugmentation(declaration)) changes.remove(declaration);
  }
  for (const module of nodesOf(file, 'TSModuleDeclaration')) {
    const body: readonly Node[] = module.body?.type === 'TSModuleBlock' ? module.body.body : [];
    if (body.length > 0 && body.every((one) => changes.goes(one))) changes.remove(module);
  }
}

/** An interface of the app's own is used by its name, whatever is in it. */
function isAugmentation({ id, parent }: TSESTree.TSInterfaceDeclaration): boolean {
  return id.name === 'Session' && parent.type === 'TSModuleBlock';
}
