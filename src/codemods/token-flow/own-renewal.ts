import { readName } from '../../credentials/names.ts';
import { calleeName } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, isFunction, propertyName } from '../../syntax/nodes.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { urlOf } from './received.ts';
import type { Removal } from './removal.ts';

/**
 * An app's own interceptor that renews the session on 401 goes, since the generated client does that, for one tab at a
 * time; and requests carry no refresh token in their body, since that is in a cookie.
 */
export function dropOwnRenewal(context: CodemodContext, removal: Removal): void {
  const { file, changes, facts } = context;
  if (!facts.client.renews) return;
  for (const call of nodesOf(file, 'CallExpression')) {
    const url = urlOf(file, call);
    const answer = url !== undefined && /refresh|renew/i.test(url) ? renewingBranch(context, call) : undefined;
    if (answer && !changes.isGone(answer)) changes.remove(answer);
    if (url === undefined || changes.isGone(call)) continue;
    for (const argument of call.arguments) dropRefreshTokens(context, removal, argument);
  }
}

/** The `if (error.response.status === 401 …)` of a response interceptor in which a session is renewed. */
function renewingBranch({ file }: CodemodContext, call: TSESTree.CallExpression): Node | undefined {
  let branch: Node | undefined;
  for (let at: Node | undefined = call.parent; at; at = at.parent) {
    if (at.type === 'IfStatement' && /401|_?retry/i.test(textOf(file, at.test))) branch = at;
    if (
      isFunction(at) &&
      at.parent.type === 'CallExpression' &&
      calleeName(at.parent) === 'use' &&
      /interceptors\.response\.use$/.test(textOf(file, at.parent.callee))
    )
      return branch;
  }
  return undefined;
}

/** `{ refreshToken: … }` in what a request sends. */
function dropRefreshTokens({ file }: CodemodContext, removal: Removal, argument: Node): void {
  const inner = bare(argument);
  if (inner.type !== 'ObjectExpression') return;
  for (const property of inner.properties) {
    const reading = property.type === 'Property' ? readName(propertyName(property) ?? '') : undefined;
    if (reading?.kind === 'refresh token' && reading.verdict === 'credential') removal.removeProperty(file, property);
  }
}
