import { requestAt } from '../../apis/server/express-app.ts';
import { indentationAt, styleOf } from '../../edits/style.ts';
import { logCallsOf } from '../../exposures/logs.ts';
import { isOutsideProduction } from '../../flow/environment.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { variableOf } from '../../syntax/bindings.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, dressed, isUndefined, memberName, propertyName } from '../../syntax/nodes.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { loggedAt } from '../token-flow/logged.ts';

/** A log that holds what requests carry holds the session, now that a cookie is what they carry. */
export function keepCookiesFromLogs(context: CodemodContext): void {
  keepFromLogCalls(context);
  const { changes, file } = context;
  for (const object of nodesOf(file, 'ObjectExpression')) redactInCopy(context, object);
  for (const deleted of nodesOf(file, 'UnaryExpression')) deleteFromCopy(context, deleted);
  for (const list of nodesOf(file, 'ArrayExpression')) {
    const header = isRedaction(list) ? redactedHeader(list) : undefined;
    if (header) changes.addEntry(list, textOf(file, header).replace(/authorization/i, 'cookie'));
  }
}

function keepFromLogCalls({ file, changes, todo }: CodemodContext): void {
  if (logCallsOf(file).size === 0) return;
  for (const node of [...nodesOf(file, 'MemberExpression'), ...nodesOf(file, 'Identifier')]) {
    const what = carriedAt(file, node);
    const logged = what && loggedAt(file, node);
    if (!logged || isOutsideProduction(file, logged.call)) continue;
    // `${req.headers}` is the text "[object Object]".
    if (what === 'headers' && node.parent.type === 'TemplateLiteral') continue;
    if (what === 'headers') changes.replace(node, withoutCookie(file, node));
    else todo(logged.call, 'cookie-in-log', 'this logs the cookies of a request, and with them the session: leave them out.');
  }
}

function withoutCookie(file: CodemodContext['file'], node: Node): string {
  const copy = `{ ...${textOf(file, node)}, cookie: undefined }`;
  return node.parent?.type === 'Property' && node.parent.shorthand ? `${textOf(file, node)}: ${copy}` : copy;
}

/** What of a request an expression is, where its cookies are in it. */
function carriedAt(file: CodemodContext['file'], node: TSESTree.MemberExpression | TSESTree.Identifier): 'headers' | 'cookies' | undefined {
  if (isPartOf(node)) return undefined;
  if (node.type === 'MemberExpression') return ofRequest(file, node);
  if (node.parent.type === 'Property' && node.parent.parent.type === 'ObjectPattern') return undefined;
  if (requestAt(file, node)) return 'cookies';
  const { node: value } = resolveValue({ file, node });
  if (value.type === 'MemberExpression') return ofRequest(file, value);
  return isTakenOut(file, node) ? 'headers' : undefined;
}

/** `const { headers } = req`. */
function isTakenOut(file: CodemodContext['file'], name: TSESTree.Identifier): boolean {
  const variable = variableOf(file, name);
  const declared = variable?.defs[0]?.node as Node | undefined;
  if (declared?.type !== 'VariableDeclarator' || declared.id.type !== 'ObjectPattern' || !declared.init) return false;
  const property = variable?.identifiers[0]?.parent;
  return property?.type === 'Property' && propertyName(property) === 'headers' && requestAt(file, declared.init) !== undefined;
}

/** Whether more is asked of an expression than itself: `req` of `req.path`, a name that is no value. */
function isPartOf(node: Node): boolean {
  const { parent } = dressed(node);
  return parent?.type === 'MemberExpression' || (parent?.type === 'Property' && parent.key === node && !parent.shorthand);
}

function ofRequest(file: CodemodContext['file'], { object, ...member }: TSESTree.MemberExpression): 'headers' | 'cookies' | undefined {
  const name = memberName(member as TSESTree.MemberExpression) ?? '';
  if (requestAt(file, object))
    return name === 'headers' ? 'headers' : /^(?:cookies|signedCookies|rawHeaders)$/.test(name) ? 'cookies' : undefined;
  const headers = bare(object);
  const isHeaders = headers.type === 'MemberExpression' && memberName(headers) === 'headers' && requestAt(file, headers.object);
  return isHeaders && name === 'cookie' ? 'cookies' : undefined;
}

/** `{ ...req.headers, authorization: '***' }`: a copy from which the token was taken. */
function redactInCopy({ file, changes }: CodemodContext, object: TSESTree.ObjectExpression): void {
  const names = object.properties.map((one) => (one.type === 'Property' ? propertyName(one)?.toLowerCase() : undefined));
  const redacted = object.properties[names.indexOf('authorization')];
  const isCopy = object.properties.some((one) => one.type === 'SpreadElement' && /headers$/i.test(textOf(file, one.argument)));
  if (!isCopy || names.includes('cookie') || redacted?.type !== 'Property') return;
  const value = bare(redacted.value);
  if (value.type === 'Literal' || isUndefined(value)) changes.insert(redacted.range[1], `, cookie: ${textOf(file, value)}`);
}

/** `delete copy.headers.authorization`, of what is logged then. */
function deleteFromCopy({ file, changes }: CodemodContext, { operator, argument, parent }: TSESTree.UnaryExpression): void {
  if (operator !== 'delete' || argument.type !== 'MemberExpression' || parent.type !== 'ExpressionStatement') return;
  const text = textOf(file, argument);
  if (!/^authorization$/i.test(memberName(argument) ?? '') || !/headers/i.test(textOf(file, argument.object))) return;
  const cookie = text.replace(/authorization(?=\W*$)/i, 'cookie');
  if (file.text.includes(`delete ${cookie}`)) return;
  const { lineEnd, semicolon } = styleOf(file);
  changes.insert(parent.range[1], `${lineEnd}${indentationAt(file.text, parent.range[0])}delete ${cookie}${semicolon}`);
}

/** The paths that a logger leaves out: `redact: ['req.headers.authorization']`, `redact: { paths: […] }`. */
function isRedaction(list: TSESTree.ArrayExpression): boolean {
  return (
    list.parent.type === 'Property' &&
    /^(?:redact|paths|redactPaths|redacted|blacklist|headerBlacklist)$/.test(propertyName(list.parent) ?? '')
  );
}

function redactedHeader({ elements }: TSESTree.ArrayExpression): Node | undefined {
  const texts = elements.flatMap((one) => (one?.type === 'Literal' && typeof one.value === 'string' ? [one] : []));
  if (texts.some(({ value }) => /(?:^|\W)cookie(?:\W|$)/i.test(value))) return undefined;
  return texts.find(({ value }) => /headers\W+authorization\W*$/i.test(value));
}
