import { usesOf } from '../../syntax/functions.ts';
import { originOf } from '../../flow/origin.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { staticText } from '../../flow/static-text.ts';
import type { Node } from '../../syntax/nodes.ts';
import { bare, isAssignmentTarget, memberName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';

/** Members by which what is written is read as a text. */
const READ_AS_TEXT = /^(?:textContent|innerText|innerHTML|value)$/;

/**
 * Whether markup is written where nothing of it runs, and is only read as a text there: a `textarea` or a `style`, which
 * have no tags inside, a `template` and a document of one's own, as long as nothing of them comes into the page.
 * https://html.spec.whatwg.org/multipage/scripting.html#the-template-element
 */
export function isInert(file: SourceFile, element: Node): boolean {
  let at = bare(element);
  while (at.type === 'MemberExpression' && /^(?:body|documentElement|head)$/.test(memberName(at) ?? '')) at = bare(at.object);
  const { file: home, node } = resolveValue({ file, node: at });
  if (node.type !== 'CallExpression') return false;
  const made = originOf(home, node.callee) ?? '';
  const tag = made === 'document.createElement' && node.arguments[0] ? staticText(home, node.arguments[0])?.toLowerCase() : undefined;
  if (tag === 'textarea' || tag === 'style') return true;
  return (tag === 'template' || made === 'document.implementation.createHTMLDocument') && usesOf({ file, node: at }).every(isReadAsText);
}

/** `template.content.textContent`, `doc.body.innerHTML`: the last member of a chain of them. */
function isReadAsText(use: Node): boolean {
  let at: Node = use;
  while (at.parent?.type === 'MemberExpression' && at.parent.object === at) at = at.parent;
  return (at !== use && at.type === 'MemberExpression' && READ_AS_TEXT.test(memberName(at) ?? '')) || isAssignmentTarget(at);
}
