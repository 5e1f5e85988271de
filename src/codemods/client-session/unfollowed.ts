import { isTokenName } from '../../apis/http/token-slots.ts';
import { originOf } from '../../flow/origin.ts';
import type { Node } from '../../syntax/nodes.ts';
import { isAssignmentTarget, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, nodesWithin, textOf } from '../../syntax/source-file.ts';

const SESSION = /session(?!Storage)/i;

/** Places that take something of a name out of what is called a session, wherever that comes from. */
export function unfollowedReads(file: SourceFile, names: ReadonlySet<string>): Node[] {
  if (!SESSION.test(file.text)) return [];
  const members = nodesOf(file, 'MemberExpression').filter(
    (node) => names.has(memberName(node) ?? '') && SESSION.test(textOf(file, node.object)) && !isAssignmentTarget(node),
  );
  const taken = nodesOf(file, 'Property').filter(
    (node) => node.parent.type === 'ObjectPattern' && names.has(propertyName(node) ?? '') && isOfSession(file, node.parent),
  );
  return [...members, ...taken];
}

/** `const { accessToken } = props.session`, `({ session: { accessToken } })`. */
function isOfSession(file: SourceFile, pattern: Node): boolean {
  const { parent } = pattern;
  if (parent?.type === 'VariableDeclarator') return parent.init != null && SESSION.test(textOf(file, parent.init));
  return parent?.type === 'Property' && SESSION.test(propertyName(parent) ?? '');
}

/** `update({ accessToken })`, which hands it to the `jwt` callback: https://next-auth.js.org/getting-started/client#updating-the-session */
export function tokensGivenBack(file: SourceFile): Node[] {
  if (!/\bupdate\b/.test(file.text)) return [];
  return nodesOf(file, 'CallExpression').filter((call) => {
    const [given] = call.arguments;
    if (given?.type !== 'ObjectExpression' || !/^next-auth\/react#useSession\(\)\.update$/.test(originOf(file, call.callee) ?? ''))
      return false;
    return nodesWithin(file, 'Property', given).some((one) => isTokenName(file, propertyName(one) ?? ''));
  });
}
