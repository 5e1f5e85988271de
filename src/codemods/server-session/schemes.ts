import { textParts } from '../../flow/static-text.ts';
import { quoted, styleOf } from '../../edits/style.ts';
import type { Node } from '../../syntax/nodes.ts';
import { bare } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';

/** `'Bearer '`, with which some servers begin the token of their answers, so that pages can send it as it is. */
const SCHEME = /^(?:bearer|token|jwt)\s+$/i;

/** The scheme that stands before a token, and the node of the token alone, where both are written in one place. */
export function schemeBefore(file: SourceFile, node: Node): { readonly scheme: string; readonly token?: Node } | undefined {
  const [scheme, ...rest] = textParts(file, node);
  if (typeof scheme !== 'string' || !SCHEME.test(scheme) || rest.length !== 1) return undefined;
  const token = writtenBehind(bare(node), scheme);
  return token ? { scheme, token } : { scheme };
}

function writtenBehind(node: Node, scheme: string): Node | undefined {
  if (node.type === 'TemplateLiteral') return node.quasis[0]?.value.cooked === scheme ? node.expressions[0] : undefined;
  return node.type === 'BinaryExpression' && node.left.type === 'Literal' && node.left.value === scheme ? node.right : undefined;
}

/** The code that takes a scheme away from the text of a name, a member or a call. */
export function withoutScheme(file: SourceFile, expression: string, scheme: string): string {
  const style = styleOf(file);
  return `${expression}.replace(${quoted(style, scheme)}, ${quoted(style, '')})`;
}
