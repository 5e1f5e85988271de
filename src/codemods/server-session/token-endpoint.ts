import { routesOf } from '../../app/routes.ts';
import { quoted, styleOf } from '../../edits/style.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { besidePath } from './routes.ts';

/**
 * What is mounted on the path of the sign-in, such as a rate limit, is mounted on the endpoint for programs too: it
 * tries passwords as well.
 */
export function coverTokenEndpoint({ file, changes, facts: { server } }: CodemodContext): void {
  if (!server.tokenEndpoint || server.signInPath === undefined) return;
  for (const { node, methods, ownPath } of routesOf(file)) {
    const [first] = node.arguments;
    if (!methods.includes('use') || first?.type !== 'Literal' || ownPath !== server.signInPath) continue;
    changes.replace(first, `[${textOf(file, first)}, ${quoted(styleOf(file), besidePath(ownPath, 'token'))}]`);
  }
}
