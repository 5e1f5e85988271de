import { bindingOf, readsOf } from '../../syntax/bindings.ts';
import { argumentAt } from '../../syntax/functions.ts';
import { bare } from '../../syntax/nodes.ts';
import type { Node } from '../../syntax/nodes.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';
import type { CallIndex } from './calls.ts';
import type { Definition, Holder } from './holder.ts';
import type { Holders } from './holders.ts';
import type { Use } from './uses.ts';

/** What a parameter is called that says whether there is a session, where it was the token itself. */
const NAME = 'isSignedIn';

/**
 * Whether a parameter tells its function to begin or to end: `setAuthToken(token)` beside `setAuthToken(null)`. Asking
 * whether there is a session would answer something else: on logout there still is one.
 */
export function isFlag(holder: Holder, holders: Holders, index: CallIndex, useAt: (file: SourceFile, node: Node) => Use): boolean {
  if (holder.kind !== 'variable') return false;
  const binding = bindingOf(holder.variable);
  if (binding.kind !== 'parameter' || binding.path.length > 0) return false;
  const uses = readsOf(holder.variable)
    .map((node) => useAt(holder.file, node))
    .filter(({ kind }) => kind !== 'gone');
  if (!uses.some(({ kind }) => kind === 'truth') || uses.some(({ kind }) => kind === 'other' || kind === 'decode')) return false;
  const calls = index.callsTo(binding.fn);
  return calls.some(({ file, node }) => {
    const given = argumentAt(node, binding.index);
    return !given || holders.sourcesOf(file, given).every(({ kind }) => kind === 'nothing');
  });
}

/**
 * The parameter says whether there is a session: callers that gave a token give `true`.
 *
 * @param isFlagged Whether what a caller gives says so already.
 */
export function becomeFlag(
  holder: Extract<Holder, { kind: 'variable' }>,
  holders: Holders,
  context: (file: SourceFile) => CodemodContext,
  isFlagged: (given: Definition) => boolean = () => false,
): void {
  const given = holders.definitionsOf(holder).filter((one) => one.form === 'argument' && !isFlagged(one));
  for (const { file, value } of given) {
    const sources = holders.sourcesOf(file, value);
    const { changes, facts } = context(file);
    if (sources.every(({ kind }) => kind === 'nothing')) {
      changes.replace(value, 'false');
      continue;
    }
    const isKnown = sources.every(({ kind }) => kind === 'received');
    changes.replace(value, isKnown ? 'true' : 'hasSession()');
    if (!isKnown) changes.addImport({ source: importPath(file.path, facts.client.session), imported: 'hasSession', local: 'hasSession' });
  }
  const { changes } = context(holder.file);
  const parameter = holder.variable.identifiers[0] as Node | undefined;
  if (parameter?.type !== 'Identifier' || holder.variable.scope.set.has(NAME)) return;
  const isOptional = textOf(holder.file, parameter).includes('?');
  changes.replace(parameter, parameter.typeAnnotation ? `${NAME}${isOptional ? '?' : ''}: boolean` : NAME);
  for (const read of changes.remaining(readsOf(holder.variable))) changes.replace(read, NAME);
}

/** What is tested of a parameter that is a flag, in place of a comparison of the token: `token !== null`. */
export function flagCheck({ node, isNegated }: Extract<Use, { kind: 'truth' }>): string | undefined {
  if (bare(node).type !== 'BinaryExpression' && node.type !== 'CallExpression') return undefined;
  return isNegated ? `!${NAME}` : NAME;
}
