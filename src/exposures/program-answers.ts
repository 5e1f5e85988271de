import type { Place } from '../flow/resolve.ts';
import { resolveValue } from '../flow/resolve.ts';
import { staticText } from '../flow/static-text.ts';
import { argumentAt, calleeName } from '../syntax/functions.ts';
import type { FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { bare, contains, memberName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { either } from '../credentials/alternatives.ts';
import { comesFromRequest } from './sent-values.ts';

/** What programs that are no page call themselves in a header. */
const PROGRAM =
  /\b(?:native|mobile|ios|android|app|cli|desktop|electron|tauri|expo|okhttp|dart|flutter|postman|curl|api|m2m|service|program)\b/i;
const PAGE = /^(?:web|browser|spa|webapp|web-app|mozilla|website)$/i;
/** Headers that only such a program sends. */
const OF_PROGRAM = either([/^x-(?:\w+-)*(?:native|mobile|ios|android|cli|desktop)(?:-\w+)*$/, /^x-(?:app|api)-client$/], 'i');

/**
 * Whether an answer, or a part of one, goes only to programs that are no page, by a header with which they say so: `if
 * (req.get('X-Client') === 'mobile') return res.json({ token })`. A browser's own scripts can send it too, but not without what the
 * sign-in asks of them.
 */
export function isForPrograms(file: SourceFile, node: Node, handler: FunctionNode): boolean {
  for (let at = node; at !== handler && at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') {
      if (parent.test !== at && asks(file, parent.test) === (parent.consequent === at ? 'program' : 'page')) return true;
    } else if (parent.type === 'LogicalExpression' && parent.operator === '&&' && parent.right === at) {
      if (asks(file, parent.left) === 'program') return true;
    } else if (parent.type === 'BlockStatement' && contains(handler.body, parent) && othersLeft(file, parent, at)) return true;
  }
  return false;
}

/** `if (req.get('X-Client') !== 'mobile') return res.json({ user });` in front: whoever is no program has gone. */
function othersLeft(file: SourceFile, block: TSESTree.BlockStatement, statement: Node): boolean {
  return block.body
    .slice(0, block.body.indexOf(statement as TSESTree.Statement))
    .some((one) => one.type === 'IfStatement' && !one.alternate && endsIn(one.consequent) && asks(file, one.test) === 'page');
}

function endsIn(branch: Node): boolean {
  const last = branch.type === 'BlockStatement' ? branch.body.at(-1) : branch;
  return last?.type === 'ReturnStatement' || last?.type === 'ThrowStatement';
}

/** Whom a condition lets through: only programs, or only pages. */
function asks(file: SourceFile, test: Node): 'program' | 'page' | undefined {
  const place = resolveValue({ file, node: bare(test) });
  const { node } = place;
  if (node.type === 'UnaryExpression' && node.operator === '!') return other(asks(place.file, node.argument));
  if (node.type === 'LogicalExpression' && node.operator === '&&') return asks(place.file, node.left) ?? asks(place.file, node.right);
  if (node.type === 'BinaryExpression') return inComparison(place.file, node);
  if (node.type === 'CallExpression' && /^(?:includes|startsWith|test|match)$/.test(calleeName(node) ?? ''))
    return inSearch(place.file, node);
  const header = headerOf(place);
  return header !== undefined && OF_PROGRAM.test(header) ? 'program' : undefined;
}

function other(one: 'program' | 'page' | undefined): 'program' | 'page' | undefined {
  return one && (one === 'program' ? 'page' : 'program');
}

function inComparison(file: SourceFile, { operator, left, right }: TSESTree.BinaryExpression): 'program' | 'page' | undefined {
  if (!/^[!=]==?$/.test(operator)) return undefined;
  const [header, text] = headerOf({ file, node: left }) === undefined ? [right, left] : [left, right];
  const said = headerOf({ file, node: header }) === undefined ? undefined : staticText(file, text);
  if (said === undefined) return undefined;
  const whom = PAGE.test(said)
    ? 'page'
    : PROGRAM.test(said.replaceAll('_', ' ')) || said === 'true' || said === '1'
      ? 'program'
      : undefined;
  return operator.startsWith('!') ? other(whom) : whom;
}

/** `req.get('user-agent').includes('okhttp')`, `/expo|okhttp/i.test(req.headers['user-agent'])`. */
function inSearch(file: SourceFile, call: TSESTree.CallExpression): 'program' | undefined {
  const first = argumentAt(call, 0);
  if (call.callee.type !== 'MemberExpression' || !first) return undefined;
  const [searched, sought] = calleeName(call) === 'test' ? [first, call.callee.object] : [call.callee.object, first];
  const pattern = bare(sought);
  const text = pattern.type === 'Literal' && 'regex' in pattern ? pattern.regex.pattern : staticText(file, sought);
  return text !== undefined && PROGRAM.test(text) && headerOf({ file, node: searched }) !== undefined ? 'program' : undefined;
}

/** The name of the request's header that a value is: `req.headers['x-client']`, `req.get('X-Client')`, `c.req.header('x-client')`. */
function headerOf({ file, node }: Place): string | undefined {
  const inner = bare(node);
  const value = inner.type === 'Identifier' ? resolveValue({ file, node: inner }).node : inner;
  if (value.type === 'LogicalExpression') return headerOf({ file, node: value.left });
  if (value.type === 'MemberExpression') {
    const holder = bare(value.object);
    const isHeaders = holder.type === 'MemberExpression' && memberName(holder) === 'headers' && comesFromRequest(file, value);
    return isHeaders ? memberName(value) : undefined;
  }
  if (value.type !== 'CallExpression' || value.callee.type !== 'MemberExpression') return undefined;
  const name = argumentAt(value, 0);
  if (/^(?:toLowerCase|toString|trim)$/.test(calleeName(value) ?? '')) return headerOf({ file, node: value.callee.object });
  return /^(?:get|header)$/.test(calleeName(value) ?? '') && name && comesFromRequest(file, value) ? staticText(file, name) : undefined;
}
