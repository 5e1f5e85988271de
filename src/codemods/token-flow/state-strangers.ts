import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import { templateNodes, undeclaredInTemplate } from '../../syntax/template-nodes.ts';
import type { StatePart } from './state-parts.ts';

/** What a state or a part of one is mostly called: `state`, `getState().auth`, `authStore`. */
const STATE = /(?:state|draft|store|auth|session|getState\(\)|\.value)$/i;

/** Objects that are known for other things: a form's, the router's. */
const FORM = /(?:form|params|query|route)$/i;

/** Lists of names by which components take parts of a state. */
const MAPPERS = /^map(?:Writable)?(?:State|Getters)$/;

/** Whether something in pages looks like the part of a state and was not followed to: what happens to it there is not known. */
export function hasStrangers(files: Iterable<SourceFile>, part: StatePart, isGone: (file: SourceFile, node: Node) => boolean): boolean {
  const known = new Set<Node>([...part.reads, ...part.writes, ...part.named].map(({ node }) => node));
  for (const file of files) {
    if (!file.text.includes(part.name)) continue;
    const isStrange = (node: TSESTree.MemberExpression): boolean =>
      memberName(node) === part.name &&
      !known.has(node) &&
      !known.has(node.parent) &&
      !isGone(file, node) &&
      STATE.test(textOf(file, bare(node.object)));
    if (nodesOf(file, 'MemberExpression').some(isStrange) || isMapped(file, part.name)) return true;
    if (file.templateCode ? isStrangeInVue(file, part.name, isStrange) : isInTemplate(file, part.name)) return true;
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

/** A name that the script of a component does not declare, a member that was not followed to, or code that was not understood. */
function isStrangeInVue(file: SourceFile, name: string, isStrange: (node: TSESTree.MemberExpression) => boolean): boolean {
  const undeclared = undeclaredInTemplate(file);
  // What a component of options has under a name, which may be a store.
  const isOfOptions = (object: Node): boolean => undeclared.includes(object as TSESTree.Identifier) && !FORM.test(textOf(file, object));
  const isNamed = new RegExp(`(?<![\\w$])${name}(?![\\w$])`);
  return (
    file.templateCode!().some(({ text, expression }) => !expression && isNamed.test(text)) ||
    undeclared.some((one) => one.name === name) ||
    templateNodes(file).some(
      (node) => node.type === 'MemberExpression' && (isStrange(node) || (memberName(node) === name && isOfOptions(bare(node.object)))),
    )
  );
}

/** Templates of others are not parsed: what they name is read as text. */
function isInTemplate(file: SourceFile, name: string): boolean {
  if (!/\.(?:vue|svelte|astro)$/i.test(file.path)) return false;
  const template = file.text.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi, '');
  return new RegExp(`(?<![\\w$-])${name}(?![\\w$-])`).test(template);
}
