import { bindingOf, valuesOf, variableOf } from '../../syntax/bindings.ts';
import type { Node } from '../../syntax/nodes.ts';
import { bare, isNothing } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { textOf } from '../../syntax/source-file.ts';

/**
 * Whether the value that an answer carries may be nothing: what a middleware left only where somebody is signed in
 * (`res.locals.token`), a variable that begins empty, an optional member. Such a value begins no session.
 */
export function mayBeMissing(file: SourceFile, node: Node): boolean {
  const value = bare(node);
  if (value.type === 'ChainExpression') return true;
  if (value.type === 'MemberExpression') return isLeftByMiddleware(file, value);
  if (value.type !== 'Identifier') return false;
  const variable = variableOf(file, value);
  const binding = variable && bindingOf(variable);
  if (!variable || binding?.kind === 'parameter') return false;
  if (binding?.kind === 'value' && binding.path.length > 0) return isLeftByMiddleware(file, binding.init);
  // let token; if (user.isVerified) token = sign(user);
  const values = valuesOf(variable);
  return (binding?.kind === 'unknown' && values.length === 1) || values.some((one) => isNothing(one));
}

function isLeftByMiddleware(file: SourceFile, node: Node): boolean {
  const text = textOf(file, bare(node));
  return /^_?res(?:ponse)?\.locals\b|^_?req(?:uest)?\./.test(text);
}
