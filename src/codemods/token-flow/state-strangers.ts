import type { Node } from '../../syntax/nodes.ts';
import { bare, memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import type { StatePart } from './state-parts.ts';

/** What a state or a part of one is mostly called: `state`, `getState().auth`, `authStore`. */
const STATE = /(?:state|draft|store|auth|session|getState\(\)|\.value)$/i;

/** Lists of names by which components take parts of a state. */
const MAPPERS = /^map(?:Writable)?(?:State|Getters)$/;

/** Whether something in pages looks like the part of a state and was not followed to: what happens to it there is not known. */
export function hasStrangers(files: Iterable<SourceFile>, part: StatePart, isGone: (file: SourceFile, node: Node) => boolean): boolean {
  const known = new Set<Node>([...part.reads.map(({ node }) => node), ...part.writes.map(({ node }) => node)]);
  for (const file of files) {
    if (!file.text.includes(part.name)) continue;
    const isStrange = nodesOf(file, 'MemberExpression').some(
      (node) =>
        memberName(node) === part.name &&
        !known.has(node) &&
        !known.has(node.parent) &&
        !isGone(file, node) &&
        STATE.test(textOf(file, bare(node.object))),
    );
    if (isStrange || isMapped(file, part.name) || isInTemplate(file, part.name)) return true;
  }
  return false;
}

/** `...mapState(['token'])` */
function isMapped(file: SourceFile, name: string): boolean {
  return nodesOf(file, 'Literal').some(({ value, parent }) => {
    const call = parent.parent;
    if (value !== name || call?.type !== 'CallExpression') return false;
    return call.callee.type === 'Identifier' && MAPPERS.test(call.callee.name);
  });
}

/** Templates are not parsed: what they name is read as text. */
function isInTemplate(file: SourceFile, name: string): boolean {
  if (!/\.(?:vue|svelte|astro)$/i.test(file.path)) return false;
  const template = file.text.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi, '');
  return new RegExp(`(?<![\\w$-])${name}(?![\\w$-])`).test(template);
}
