import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt, parameterOf } from '../../syntax/functions.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { contains, enclosingFunction, enclosingStatement, memberName } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { childrenOf, nodesOf } from '../../syntax/source-file.ts';
import type { TextPart } from '../../flow/static-text.ts';
import { textParts } from '../../flow/static-text.ts';
import type { StorageAccess, StorageApi, StorageKey } from './storage-api.ts';

/** A cookie that is written to expire at once is being deleted: an epoch date, a zero age, or a value of nothing. */
const DELETES = /expires=Thu,? 01[ -]Jan[ -]1970|max-age=(?:0|-)/i;
const NO_VALUE = /^(?:null|undefined|deleted|;|$)/;

/** `document.cookie`, written and read by script: https://html.spec.whatwg.org/multipage/dom.html#dom-document-cookie */
export const documentCookie: StorageApi = {
  id: 'document-cookie',
  medium: 'script-cookie',
  hint: /\bcookie\b/,
  *accesses(file) {
    for (const member of nodesOf(file, 'MemberExpression')) {
      if (memberName(member) !== 'cookie' || originOf(file, member) !== 'document.cookie') continue;
      const { parent } = member;
      if (parent.type === 'AssignmentExpression' && parent.left === member) yield writeOf(file, parent);
      else yield { api: documentCookie, operation: 'read', storage: 'document.cookie', node: member, ...keyRead(file, member) };
    }
  },
};

function writeOf(file: SourceFile, assignment: TSESTree.AssignmentExpression): StorageAccess {
  const { key, rest } = splitAtEquals(textParts(file, assignment.right));
  const value = rest.find((part) => typeof part !== 'string');
  const literal = rest.filter((part) => typeof part === 'string').join('');
  const first = rest[0];
  const deletes = DELETES.test(literal) || (typeof first === 'string' && NO_VALUE.test(first)) || rest.length === 0;
  return {
    api: documentCookie,
    operation: deletes ? 'remove' : 'write',
    storage: 'document.cookie',
    node: assignment,
    ...(key && { key }),
    ...(value !== undefined && typeof value !== 'string' && { value }),
  };
}

/** `name=value; path=/` in pieces: the name before the first `=`, and the pieces after it. */
function splitAtEquals(parts: readonly TextPart[]): { key?: StorageKey; rest: TextPart[] } {
  const before: TextPart[] = [];
  for (const [i, part] of parts.entries()) {
    const at = typeof part === 'string' ? part.indexOf('=') : -1;
    if (typeof part !== 'string' || at < 0) {
      before.push(part);
      continue;
    }
    if (at > 0) before.push(part.slice(0, at));
    const tail = part.slice(at + 1);
    const key = keyOf(before);
    return { ...(key && { key }), rest: [...(tail === '' ? [] : [tail]), ...parts.slice(i + 1)] };
  }
  return { rest: [...parts] };
}

function keyOf(pieces: readonly TextPart[]): StorageKey | undefined {
  const parts = pieces.map((part) => (typeof part === 'string' ? part.replace(/^[;\s]+/, '') : part)).filter((part) => part !== '');
  const hole = parts.find((part) => typeof part !== 'string');
  if (hole === undefined) return parts.length > 0 ? { text: parts.map(String).join('') } : undefined;
  return { node: hole.node, ...(parts.length > 1 && { parts }) };
}

/** The cookie that code around a read of `document.cookie` looks for: `'token='`, `/token=([^;]+)/`, `` `; ${NAME}=` ``. */
function keyRead(file: SourceFile, member: Node): { key?: StorageKey } {
  const scope = enclosingFunction(member) ?? enclosingStatement(member);
  for (const text of [...patternsFor(file, member), ...textsIn(scope, file)]) {
    if (text.type === 'Literal' && 'regex' in text) {
      const name = /(?:^|[\s;|()?:^]|\\s|\\b)\*?([A-Za-z][\w.-]*)\)?\\?s?\*?=/.exec(text.regex.pattern)?.[1];
      if (name !== undefined) return { key: { text: name } };
      continue;
    }
    const { key } = splitAtEquals(textParts(file, text).map((part) => (typeof part === 'string' ? withoutPattern(part) : part)));
    if (key && (key.text === undefined || /^[\w.-]+$/.test(key.text))) return { key };
  }
  return keyCompared(file, scope);
}

/** `if (name === 'token')` in a loop over the pairs, or with a parameter there. */
function keyCompared(file: SourceFile, scope: Node): { key?: StorageKey } {
  for (const comparison of nodesOf(file, 'BinaryExpression')) {
    if (!/^===?$/.test(comparison.operator) || !contains(scope, comparison)) continue;
    for (const side of [comparison.right, comparison.left]) {
      if (side.type === 'Literal' && typeof side.value === 'string' && /^[A-Z][\w.-]+$/i.test(side.value))
        return { key: { text: side.value } };
      if (parameterOf(file, side)?.fn === scope) return { key: { node: side } };
    }
  }
  return {};
}

/** What stands before a cookie's name in a pattern made of texts: `'(?:^|;\\s*)' + name + '='`. */
function withoutPattern(text: string): string {
  return text.replace(/\\[bs][*+]?|[(|)^?:*]+/gi, '');
}

/** The pattern that a read is matched with, where it is made elsewhere: `PATTERN.exec(document.cookie)`. */
function patternsFor(file: SourceFile, member: Node): TSESTree.Literal[] {
  const call = member.parent?.type === 'MemberExpression' ? member.parent.parent : member.parent;
  if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return [];
  const pattern = call.callee.object === member ? argumentAt(call, 0) : call.callee.object;
  const value = pattern && resolveValue({ file, node: pattern }).node;
  return value?.type === 'Literal' ? [value] : [];
}

function* textsIn(node: Node, file: SourceFile): Generator<TSESTree.Literal | TSESTree.TemplateLiteral | TSESTree.BinaryExpression> {
  if (
    node.type === 'TemplateLiteral' ||
    (node.type === 'Literal' && (typeof node.value === 'string' || 'regex' in node)) ||
    (node.type === 'BinaryExpression' && node.operator === '+')
  ) {
    yield node;
    return;
  }
  for (const child of childrenOf(node, file.visitorKeys)) yield* textsIn(child, file);
}
