import { argumentAt } from '../../syntax/functions.ts';
import type { Node } from '../../syntax/nodes.ts';
import { propertyName } from '../../syntax/nodes.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';
import { typeMembersOf } from './declared-members.ts';
import type { Action, Decisions } from './holder-actions.ts';
import type { MemberHolder } from './holder.ts';

/** What a context hands down under a name goes, or becomes the session: where it is put in, where it is read, in its type. */
export function rewriteMember(holder: MemberHolder, action: Action, decisions: Decisions): void {
  const { holders, removal, contexts } = decisions;
  for (const { file, site } of holders.definitionsOf(holder)) {
    const { changes } = contexts.get(file)!;
    if (action === 'remove') removal.removeProperty(file, site);
    else if (site.type === 'Property' && !site.shorthand && !changes.replaced.has(site)) changes.replace(site.key, 'session');
  }
  if (action === 'session') renameReads(holder, decisions);
  rewriteBeginning(holder, action, decisions);
  rewriteType(holder, action, decisions);
}

function renameReads(holder: MemberHolder, { holders, contexts }: Decisions): void {
  for (const { file, node } of holders.readsOf(holder)) {
    const context = contexts.get(file)!;
    if (node.type === 'MemberExpression' && !context.changes.isGone(node) && !isInReplaced(context, node))
      context.changes.replace(node.property, 'session');
  }
}

/** What the context begins with: `createContext({ token: null, … })`. */
function rewriteBeginning({ made: { file, node }, name }: MemberHolder, action: Action, { contexts }: Decisions): void {
  const initial = argumentAt(node, 0);
  if (initial?.type !== 'ObjectExpression') return;
  const { changes } = contexts.get(file)!;
  for (const property of initial.properties) {
    if (property.type !== 'Property' || propertyName(property) !== name) continue;
    if (action === 'remove') changes.remove(property);
    else changes.replace(property, 'session: null');
  }
}

function rewriteType(holder: MemberHolder, action: Action, { contexts, claims }: Decisions): void {
  for (const { file, node } of typeMembersOf(holder.made, holder.name)) {
    const { changes, facts } = contexts.get(file)!;
    const end = /[;,]$/.exec(textOf(file, node))?.[0] ?? '';
    if (action === 'remove') changes.remove(node);
    else {
      const type = claims.get(holder);
      changes.replace(node, `session: Session${type === undefined ? '' : `<${type}>`} | null${end}`);
      changes.addImport({ source: importPath(file.path, facts.client.session), imported: 'Session', local: 'Session', isType: true });
    }
  }
}

/** Whether a node stands in something that becomes another text. */
export function isInReplaced({ changes }: CodemodContext, node: Node): boolean {
  for (let at: Node | undefined = node; at; at = at.parent) if (changes.replaced.has(at)) return true;
  return false;
}
