import { argumentAt } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, dressed } from '../../syntax/nodes.ts';
import type { CodemodContext } from '../define-codemod.ts';

/** Whether what carried a token stands below the top of the body: `res.json({ data: { token } })`, `res.json(success({ token }))`. */
export function isInEnvelope(response: TSESTree.CallExpression, carried: readonly { readonly node: Node }[]): boolean {
  const sent = argumentAt(response, 0);
  const made = sent && bare(sent);
  if (made?.type === 'CallExpression' || made?.type === 'NewExpression') return true;
  return carried.some(({ node }) => {
    const object = node.parent;
    return node.type === 'Property' && object?.type === 'ObjectExpression' && dressed(object).parent?.type === 'Property';
  });
}

/**
 * Marks a response whose `expires_at` stands in an envelope. The generated client takes note of a session that the body itself
 * tells of, so a page would seem signed out right after signing in.
 */
export function nameEnvelope(context: CodemodContext, response: TSESTree.CallExpression): void {
  context.todo(
    response,
    'this answers with the session inside an envelope, and pages look for `expires_at` at the top of the body. ' +
      'Answer it there as well, or call rememberSession() with the inner object where people sign in.',
  );
}
