import type { BearerExposure } from '../../exposures/index.ts';
import { bearerExposures } from '../../exposures/headers.ts';
import { textParts } from '../../flow/static-text.ts';
import type { Place } from '../../flow/resolve.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, memberName } from '../../syntax/nodes.ts';
import { textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { requestSetBy, tellAlone } from './lone-requests.ts';
import type { Removal } from './removal.ts';

/** Takes the headers with a token out of a file. @returns What they carried. */
export function dropHeaders(context: CodemodContext, removal: Removal): Place[] {
  const roots: Place[] = [];
  for (const header of bearerExposures(context.file)) {
    // What a message says the server reads: taking the token out of it is for people.
    if (context.changes.isGone(header.node) || header.form === 'message') continue;
    roots.push(...carriedBy(header));
    dropHeader(context, header, removal);
  }
  tellAlone(context);
  return roots;
}

/** Takes one header out, and what was only there for it. */
export function dropHeader(context: CodemodContext, header: Pick<BearerExposure, 'node' | 'form'>, removal: Removal): void {
  const { file } = context;
  switch (header.form) {
    case 'property':
      removal.removeProperty(file, header.node);
      return;
    case 'call':
      dropHeaderCall(context, header.node as TSESTree.CallExpression, removal);
      return;
    case 'assignment':
      dropSetting(context, header.node, (header.node as TSESTree.AssignmentExpression).left, removal);
      return;
    case 'value':
  }
}

/** A header that a call sets: on a request of XMLHttpRequest, on headers that are an object, in a chain of calls. */
function dropHeaderCall(context: CodemodContext, call: TSESTree.CallExpression, removal: Removal): void {
  const { file, changes } = context;
  const callee = call.callee as TSESTree.MemberExpression;
  const object = textOf(file, callee.object);
  if (requestSetBy(file, call)) changes.remove(call);
  // What opened the request is in another function.
  else if (memberName(callee) === 'setRequestHeader') changes.replace(call, `${object}.withCredentials = true`);
  else if (call.parent.type === 'ExpressionStatement') dropSetting(context, call, callee, removal);
  else changes.replace(call, object);
}

/** `headers.Authorization = …` goes, and with it headers that had nothing else. */
function dropSetting({ file, changes }: CodemodContext, node: Node, target: Node, removal: Removal): void {
  changes.remove(node);
  if (target.type === 'MemberExpression') removal.dropUnfilled(file, target.object);
}

/** The expressions that give a header its token. */
export function carriedBy({ file, value }: Pick<BearerExposure, 'file' | 'value'>): Place[] {
  const holes = textParts(file, value).flatMap((part) => (typeof part === 'string' ? [] : [part]));
  const inner = bare(value);
  return [{ file, node: inner }, ...holes].filter(
    ({ node }) => node.type === 'Identifier' || node.type === 'MemberExpression' || node.type === 'CallExpression',
  );
}
