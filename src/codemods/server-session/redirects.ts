import { exposuresOfKind } from '../../exposures/index.ts';
import { enclosingFunction } from '../../syntax/nodes.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';

/**
 * A redirect that carries the session's token in its address begins a session too. The page that it leads to has to ask
 * for the session then, and not read the address, so that both are left together.
 */
export function nameRedirects(context: CodemodContext): void {
  const { file } = context;
  for (const { node, goal } of exposuresOfKind(file, 'token-in-url')) {
    const handler = enclosingFunction(node);
    if (goal !== 'redirect' || (handler && textOf(file, handler).includes('setSessionCookie('))) continue;
    context.todo(
      node,
      'token-in-redirect',
      'this hands the token to the page in its address: call setSessionCookie(res, token) before it, redirect ' +
        'without the token, and have the page that it leads to call getSession().',
    );
  }
}
