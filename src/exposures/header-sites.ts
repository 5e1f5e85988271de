import { readName } from '../credentials/names.ts';
import { resolveValue } from '../flow/resolve.ts';
import { argumentAt, calleeName } from '../syntax/functions.ts';
import type { FunctionNode, Node, TSESTree } from '../syntax/nodes.ts';
import { dressed, enclosingFunction, functionName, memberName, propertyName } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { nodesOf, textOf } from '../syntax/source-file.ts';

/** A place where code sets a request header that can carry a bearer token. */
export interface HeaderSite {
  /** A pair (`['Authorization', …]`) counts as a property. */
  readonly form: 'property' | 'assignment' | 'call';
  /** What is reported: the property, the assignment or the call. */
  readonly node: Node;
  /** As written: `Authorization`, `x-auth-token`. */
  readonly header: string;
  readonly value: Node;
}

/** Methods that set one header: of Headers, XMLHttpRequest, superagent, Angular's HttpHeaders, jQuery's jqXHR. */
const SETTERS = /^(?:set|append|setRequestHeader|setHeader|header|setAuthHeader|addHeader)$/;

/** Methods and functions that set several at once: of graphql-request, wretch, urql, apisauce. */
const SETTERS_OF_SEVERAL = /^(?:headers|setHeaders|appendHeaders|addHeaders|withHeaders)$/;

/** Objects that are headers by their names. */
const HEADERS_NAME = /headers?$|^(?:common|setHeaders)$/i;

/** Every place in the file that sets such a header, whatever it sets it to. */
export function* headerSites(file: SourceFile): Generator<HeaderSite> {
  for (const property of nodesOf(file, 'Property')) yield* byProperty(file, property);
  for (const assignment of nodesOf(file, 'AssignmentExpression')) yield* byAssignment(file, assignment);
  for (const pair of nodesOf(file, 'ArrayExpression')) yield* byPair(file, pair);
  for (const call of nodesOf(file, 'CallExpression')) {
    const value = calleeName(call) === 'setAuthorization' && call.arguments.length === 1 ? argumentAt(call, 0) : undefined;
    if (value) yield { form: 'call', node: call, header: 'Authorization', value };
    yield* bySetter(file, call);
  }
}

/** `{ Authorization: … }`. */
function* byProperty(file: SourceFile, property: TSESTree.Property): Generator<HeaderSite> {
  const { parent } = property;
  if (parent.type !== 'ObjectExpression' || property.kind !== 'init') return;
  const header = propertyName(property) ?? (property.computed ? constantText(file, property.key) : undefined);
  if (header !== undefined && isHeader(file, header, HYPHEN, () => isHeadersObject(parent)))
    yield { form: 'property', node: property, header, value: property.value };
}

/** `headers.Authorization = …`. */
function* byAssignment(file: SourceFile, assignment: TSESTree.AssignmentExpression): Generator<HeaderSite> {
  const { left, right, operator } = assignment;
  if (left.type !== 'MemberExpression' || !/^(?:\?\?|\|\|)?=$/.test(operator)) return;
  const header = memberName(left) ?? (left.computed ? constantText(file, left.property) : undefined);
  if (header !== undefined && isHeader(file, header, HYPHEN, () => HEADERS_NAME.test(lastName(left.object))))
    yield { form: 'assignment', node: assignment, header, value: right };
}

/** `['Authorization', …]` in a list of headers. */
function* byPair(file: SourceFile, pair: TSESTree.ArrayExpression): Generator<HeaderSite> {
  const [name, value, ...more] = pair.elements;
  if (!name || !value || more.length > 0 || name.type === 'SpreadElement' || value.type === 'SpreadElement') return;
  const header = isListOfHeaders(pair.parent) ? constantText(file, name) : undefined;
  if (header !== undefined && isHeader(file, header, HYPHEN, () => true)) yield { form: 'property', node: pair, header, value };
}

/** `headers.set('Authorization', …)`. */
function* bySetter(file: SourceFile, call: TSESTree.CallExpression): Generator<HeaderSite> {
  const { callee } = call;
  const setter = calleeName(call) ?? '';
  const [name, value] = [argumentAt(call, 0), argumentAt(call, 1)];
  if (callee.type !== 'MemberExpression' || !name || !value || !SETTERS.test(setter)) return;
  const header = constantText(file, name);
  // map.set('auth-token', …) fills a map, a form or a query as well: the receiver has to be headers.
  const isOfHeaders = (): boolean => HEADERS_NAME.test(lastName(callee.object)) || /header/i.test(setter);
  if (header !== undefined && isHeader(file, header, /^x-/i, isOfHeaders)) yield { form: 'call', node: call, header, value };
}

/** What no other key has but a header's: `auth-token`. */
const HYPHEN = /-/;

/**
 * Whether a name is that of a header for bearer tokens: `Authorization` wherever it stands, another one where its spelling
 * (`x-access-token`) or its place (`token` in an object of headers) says that it is a header.
 */
function isHeader(file: SourceFile, name: string, spelling: RegExp, inHeaders: () => boolean): boolean {
  if (/^authorization$/i.test(name)) return true;
  if (name.length > 40) return false;
  const { verdict } = readName(name, file.settings.names);
  return (verdict === 'credential' || verdict === 'likely') && (spelling.test(name) || inHeaders());
}

/** Whether an object literal stands where headers go: `headers: { … }`, `const headers = { … }`, `new Headers({ … })`. */
function isHeadersObject(object: TSESTree.ObjectExpression): boolean {
  const { parent } = object;
  switch (parent.type) {
    case 'Property':
      return parent.value === object && HEADERS_NAME.test(propertyName(parent) ?? '');
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' && HEADERS_NAME.test(parent.id.name);
    case 'AssignmentExpression':
      return HEADERS_NAME.test(lastName(parent.left));
    case 'NewExpression':
      return parent.callee.type === 'Identifier' && /Headers$/.test(parent.callee.name);
    case 'CallExpression':
      // appendHeaders(operation, { … }), client.setHeaders({ … }), .headers({ … })
      return SETTERS_OF_SEVERAL.test(calleeName(parent) ?? '');
    default:
      return returnedBy(object) !== undefined && HEADERS_NAME.test(functionName(returnedBy(object)!) ?? '');
  }
}

/** `headers() { return { … } }`, `getHeaders: () => ({ … })`: the function that gives the object back. */
function returnedBy(object: TSESTree.ObjectExpression): FunctionNode | undefined {
  let at = dressed(object);
  while (at.parent?.type === 'ConditionalExpression' || at.parent?.type === 'LogicalExpression') at = dressed(at.parent);
  const { parent } = at;
  if (parent?.type === 'ArrowFunctionExpression' && parent.body === at) return parent;
  return parent?.type === 'ReturnStatement' ? enclosingFunction(parent) : undefined;
}

/** `new Headers([['Authorization', …]])` and `headers: [['Authorization', …]]`: pairs instead of properties. */
function isListOfHeaders(list: Node): boolean {
  const { parent } = list;
  if (list.type !== 'ArrayExpression' || !parent) return false;
  if (parent.type === 'NewExpression') return parent.callee.type === 'Identifier' && /Headers$/.test(parent.callee.name);
  return parent.type === 'Property' && HEADERS_NAME.test(propertyName(parent) ?? '');
}

function lastName(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  // new HttpHeaders().set(…), and further calls on what that gives
  if (node.type === 'NewExpression') return lastName(node.callee);
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && SETTERS.test(calleeName(node) ?? ''))
    return lastName(node.callee.object);
  return node.type === 'MemberExpression' ? (memberName(node) ?? '') : '';
}

/** A name that is fixed. One that is configured, with a default beside it, is whatever the caller makes of it. */
function constantText(file: SourceFile, node: Node): string | undefined {
  const { node: value } = resolveValue({ file, node });
  return value.type === 'Literal' && typeof value.value === 'string' ? value.value : undefined;
}

/** Where a text that begins with a bearer scheme is made, outside of any header: a helper's return value, a variable. */
export function* schemeTexts(file: SourceFile): Generator<TSESTree.TemplateLiteral | TSESTree.BinaryExpression> {
  const begins = /^\s*(?:Bearer|Token|JWT)\s+$/i;
  for (const template of nodesOf(file, 'TemplateLiteral')) {
    if (template.expressions.length > 0 && begins.test(template.quasis[0]?.value.raw ?? '')) yield template;
  }
  for (const sum of nodesOf(file, 'BinaryExpression')) {
    if (sum.operator === '+' && sum.left.type === 'Literal' && begins.test(String(sum.left.value))) yield sum;
  }
}

/** A node's text on one line, shortened, for messages. */
export function brief(file: SourceFile, node: Node): string {
  const text = textOf(file, node).replace(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
