import { returnsOf } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { contains, fixedName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { isReceivedToken, isSignInAnswer, signInRequests } from './received.ts';

/**
 * Types of sign-in answers lose the token and tell when the session ends, as the answers themselves do. A type that some
 * code still takes a token out of stays.
 */
export function retypeAnswers(contexts: readonly CodemodContext[]): void {
  const names = new Set(
    contexts.flatMap(({ file, facts }) => (/\.(?:[cm]?tsx?|vue|svelte)$/.test(file.path) ? [...answerTypes(file, facts.client)] : [])),
  );
  if (names.size === 0 || contexts.some(stillTakesToken)) return;
  for (const context of contexts) {
    const { file, changes, facts } = context;
    for (const member of nodesOf(file, 'TSPropertySignature')) {
      if (
        !facts.client.bodyKeys.includes(fixedName(member.key, member.computed) ?? '') ||
        !names.has(declaredIn(member) ?? '') ||
        changes.isGone(member)
      )
        continue;
      const siblings = member.parent.type === 'TSInterfaceBody' ? member.parent.body : member.parent.members;
      if (siblings.some((one) => one.type === 'TSPropertySignature' && fixedName(one.key, one.computed) === 'expires_at'))
        changes.remove(member);
      else changes.replace(member, `expires_at: number${/[;,]$/.exec(textOf(file, member))?.[0] ?? ''}`);
    }
  }
}

function stillTakesToken({ file, changes, facts }: CodemodContext): boolean {
  return nodesOf(file, 'MemberExpression').some(
    (node) => isReceivedToken(file, node, facts.client) && !changes.isGone(node) && !changes.replaced.has(node),
  );
}

/** The names of types that a file gives to sign-in answers: `api.post<AuthResponse>('/login')`, `login(): Promise<AuthResponse>`. */
function* answerTypes(file: SourceFile, facts: CodemodContext['facts']['client']): Generator<string> {
  const annotations: Node[] = signInRequests(file, facts).flatMap((call) => call.typeArguments ?? []);
  for (const fn of [
    ...nodesOf(file, 'FunctionDeclaration'),
    ...nodesOf(file, 'ArrowFunctionExpression'),
    ...nodesOf(file, 'FunctionExpression'),
  ]) {
    if (fn.returnType && returnsOf(fn).some((returned) => isSignInAnswer(file, returned, facts))) annotations.push(fn.returnType);
  }
  for (const reference of nodesOf(file, 'TSTypeReference')) {
    if (reference.typeName.type === 'Identifier' && annotations.some((one) => contains(one, reference))) yield reference.typeName.name;
  }
}

/** The name of the interface or type that a member belongs to. */
function declaredIn(member: TSESTree.TSPropertySignature): string | undefined {
  for (let at: Node = member.parent; at.parent; at = at.parent)
    if (at.type === 'TSInterfaceDeclaration' || at.type === 'TSTypeAliasDeclaration') return at.id.name;
  return undefined;
}
