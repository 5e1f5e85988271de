import { resolveValue } from '../../flow/resolve.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';

const TOKEN = /^(?:token|authToken|accessToken|jwt|authorization|x-access-token|x-auth-token)$/i;

/** `socket.handshake.auth.token` takes the cookie of the handshake where the client sent no token. */
export function takeHandshakes(context: CodemodContext): void {
  const { file, changes, facts } = context;
  const done = new Set<Node>();
  for (const member of nodesOf(file, 'MemberExpression')) {
    const handshake = handshakeOf(file, member);
    if (!handshake || isFollowed(context, member)) continue;
    const whole = wholeChain(member);
    if (done.has(whole)) continue;
    done.add(whole);
    const call = `${textOf(file, whole)} ?? handshakeToken(${textOf(file, handshake)})`;
    const { parent } = whole;
    const isLoose =
      parent?.type === 'VariableDeclarator' ||
      parent?.type === 'AssignmentExpression' ||
      (parent?.type === 'CallExpression' && parent.callee !== whole);
    changes.replace(whole, facts.server.takesBearer ? (isLoose ? call : `(${call})`) : `handshakeToken(${textOf(file, handshake)})`);
    changes.addImport({ source: importPath(file.path, facts.server.sessionCookie), imported: 'handshakeToken', local: 'handshakeToken' });
  }
}

/** The handshake of `socket.handshake.auth.token`, `socket.handshake.query.token`. */
function handshakeOf(file: SourceFile, member: TSESTree.MemberExpression): Node | undefined {
  if (!TOKEN.test(memberName(member) ?? '')) return undefined;
  // const auth = socket.handshake.auth
  const { file: home, node: from } = resolveValue({ file, node: member.object });
  if (home !== file || from.type !== 'MemberExpression' || !/^(?:auth|query)$/.test(memberName(from) ?? '')) return undefined;
  const handshake = bare(from.object);
  return handshake.type === 'MemberExpression' && memberName(handshake) === 'handshake' ? handshake : undefined;
}

/** With `?.` around it, the whole chain. */
function wholeChain(node: Node): Node {
  return node.parent?.type === 'ChainExpression' ? node.parent : node;
}

/** `a.token || b.token`, or a fallback that is there already: the last of them takes the cookie. */
function isFollowed({ file }: CodemodContext, member: Node): boolean {
  const whole = wholeChain(member);
  const { parent } = whole;
  if (parent?.type === 'LogicalExpression' && parent.operator !== '&&' && parent.left === whole) return true;
  if (parent?.type === 'AssignmentExpression' && parent.left === whole) return true;
  return parent?.type === 'LogicalExpression' && textOf(file, parent).includes('handshakeToken(');
}
