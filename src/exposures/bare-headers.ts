import type { TokenRead } from '../apis/server/express-app.ts';
import { reachOf } from '../flow/back.ts';
import { locationOf } from '../flow/location.ts';
import type { Node } from '../syntax/nodes.ts';
import { bare, enclosingFunction } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { textOf } from '../syntax/source-file.ts';
import { decodingsOf, verificationsOf } from './jwt-calls.ts';

/** What takes a scheme away from a header, or asks for one. */
const SCHEME = /bearer|\.(?:split|slice|substr|substring|replace|match)\(/i;

/**
 * Whether what is read from the Authorization header is the token itself, without a scheme before it: it reaches a call
 * that checks or decodes it as it is.
 */
export function isBareToken(file: SourceFile, { node, header }: TokenRead): boolean {
  if (header !== 'authorization' || SCHEME.test(textOf(file, enclosingFunction(node) ?? node))) return false;
  const read = node.type === 'Property' ? node.value : node;
  return [...(reachOf(locationOf(file, read)) ?? [])].some((at) => at.path.length === 0 && isChecked(at.file, at.node));
}

function isChecked(file: SourceFile, node: Node): boolean {
  return [...verificationsOf(file), ...decodingsOf(file)].some(({ token }) => token !== undefined && bare(token) === bare(node));
}
