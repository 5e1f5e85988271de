import { either } from '../../credentials/alternatives.ts';
import type { HandshakeRead } from '../../apis/server/socket-handshakes.ts';
import { handshakeReadsOf } from '../../apis/server/socket-handshakes.ts';
import type { Node } from '../../syntax/nodes.ts';
import { contains } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';
import { canFallBack, takeInstead } from './fallbacks.ts';

/** `socket.handshake.auth.token` takes the cookie of the handshake where the client sent no token. */
export function takeHandshakes(context: CodemodContext): void {
  const { file, changes, facts } = context;
  const reads = handshakeReadsOf(file);
  for (const read of reads) {
    if (isFollowed(file, read, reads)) continue;
    const cookie = `handshakeToken(${read.handshake})`;
    if (!canFallBack(file, read.node) || !takeInstead(context, read.node, cookie)) {
      context.todo(
        read.node,
        'socket-not-rewritten',
        `this takes the token of a socket in a form that could not be rewritten. Take ${cookie} where there is none.`,
      );
      continue;
    }
    changes.addImport({ source: importPath(file.path, facts.server.sessionCookie), imported: 'handshakeToken', local: 'handshakeToken' });
  }
}

/** Whether every token that the server takes out of handshakes can come from a cookie from now on. */
export function takesHandshakesByCookie(files: readonly SourceFile[], library: HandshakeRead['library']): boolean {
  const reads = files.flatMap((file) => handshakeReadsOf(file).map((read) => ({ file, read })));
  const ofLibrary = reads.filter(({ read }) => read.library === library);
  return ofLibrary.length > 0 && ofLibrary.every(({ file, read }) => canFallBack(file, read.node));
}

/** Words of code that may look into a handshake: the handshake, its address, a middleware of sockets, what lets them in. */
const LOOKS = either([
  /handshake|\b_query\b|allowrequest|initial_headers|socket(?:io)?-?jwt|\.engine\b/,
  /(?:io|socket|server|nsp|namespace|\))\s*\.use\(\s*(?!['"`])/,
]);
const OF_EXPRESS = /\b(?:app|router)\.use\(/gi;

/** Whether a server takes sockets of socket.io, and nothing in it looks into what was sent for their handshakes. */
export function looksIntoNoHandshake(files: readonly SourceFile[]): boolean {
  return (
    files.some((file) => /['"]socket\.io['"]/.test(file.text)) &&
    !files.some((file) => LOOKS.test(file.text.replace(OF_EXPRESS, '').toLowerCase()))
  );
}

/** `a.token || b.token`, or a fallback that is there already: the last of them takes the cookie. */
function isFollowed(file: SourceFile, { node }: HandshakeRead, reads: readonly HandshakeRead[]): boolean {
  for (let at: Node = node; at.parent?.type === 'LogicalExpression'; at = at.parent) {
    const { operator, left, right } = at.parent;
    if (operator === '&&' || left !== at) continue;
    if (textOf(file, right).includes('handshakeToken(') || reads.some((other) => contains(right, other.node))) return true;
  }
  return false;
}
