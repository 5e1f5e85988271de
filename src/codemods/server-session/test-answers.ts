import { readName } from '../../credentials/names.ts';
import type { Binding } from '../../syntax/bindings.ts';
import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt, calleeName } from '../../syntax/functions.ts';
import type { CallNode, Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, textOf } from '../../syntax/source-file.ts';
import { textParts } from '../../flow/static-text.ts';
import type { CodemodContext } from '../define-codemod.ts';
import type { ClientFacts } from '../facts.ts';
import { importPath } from '../facts.ts';

/** Whether answers carry tokens under a name. */
export function isTokenKey({ bodyKeys }: ClientFacts, name: string | undefined): boolean {
  if (name === undefined) return false;
  const reading = readName(name);
  return bodyKeys.includes(name) || (reading.kind === 'refresh token' && reading.verdict === 'credential');
}

/** The function of the tests' module for a token, by the name that the token has in the body. */
export function readerFor(name: string): string {
  return readName(name).kind === 'refresh token' ? 'refreshTokenIn' : 'sessionTokenOf';
}

/** Imports a function of the tests' module that takes tokens out of cookies. */
export function importReader({ file, changes, facts }: CodemodContext, name: string): void {
  changes.addImport({ source: importPath(file.path, facts.server.testSession), imported: name, local: name });
}

/** An answer of the server that a test has in hand. */
export interface Answer {
  /** The whole answer, or what its body was taken out of. */
  readonly node: Node;
  /** The pattern from which `body` was taken, where the answer itself has no name. */
  readonly pattern?: TSESTree.ObjectPattern;
}

/** The answer whose body an expression is, or is a part of. */
export function answerOf(file: SourceFile, node: Node): Answer | undefined {
  const inner = bare(node);
  if (inner.type === 'MemberExpression') return memberName(inner) === 'body' ? { node: inner.object } : answerOf(file, inner.object);
  if (inner.type !== 'Identifier') return undefined;
  const variable = variableOf(file, inner);
  const binding = variable && bindingOf(variable);
  if (binding?.kind !== 'value') return undefined;
  if (binding.path.length === 0) return answerOf(file, binding.init);
  const declarator = nodesOf(file, 'VariableDeclarator').find(
    ({ init, id }) =>
      init === binding.init &&
      id.type === 'ObjectPattern' &&
      id.range[0] <= variable!.identifiers[0]!.range[0] &&
      variable!.identifiers[0]!.range[1] <= id.range[1],
  );
  if (binding.path[0] === 'body' && binding.path.length === 1 && declarator?.id.type === 'ObjectPattern')
    return { node: binding.init, pattern: declarator.id };
  return binding.path.length === 0 ? undefined : answerOf(file, binding.init);
}

/** Whether an answer comes of a request at which a session begins, as far as that can be told. */
export function isOfSignIn(file: SourceFile, node: Node, signInPaths: readonly string[], steps = 6): boolean {
  const inner = bare(node);
  if (steps <= 0) return true;
  if (inner.type === 'CallExpression') return isSignInRequest(file, inner, signInPaths);
  if (inner.type !== 'Identifier') return false;
  const variable = variableOf(file, inner);
  const binding = variable && bindingOf(variable);
  const source = sourceOf(binding) ?? variable?.references.find((one) => one.isWrite() && one.writeExpr)?.writeExpr;
  return source ? isOfSignIn(file, source, signInPaths, steps - 1) : binding?.kind === 'parameter';
}

/** What a variable was declared with, or a callback's parameter is given. */
function sourceOf(binding: Binding | undefined): Node | undefined {
  if (binding?.kind === 'value') return binding.path.length === 0 ? binding.init : undefined;
  return binding?.kind === 'parameter' ? callOf(binding.fn) : undefined;
}

/** Whether a chain of supertest's calls is a request to one of the paths. */
function isSignInRequest(file: SourceFile, chain: CallNode, signInPaths: readonly string[]): boolean {
  const request = requestIn(chain);
  const address = request && argumentAt(request, 0);
  if (!address) return !isMade(file, chain);
  const path = textParts(file, address)
    .map((part) => (typeof part === 'string' ? part : ''))
    .join('')
    .replace(/[?#].*$/, '')
    .replace(/(.)\/$/, '$1');
  return path === '' || signInPaths.some((end) => path === end || path.endsWith(end.startsWith('/') ? end : `/${end}`));
}

/** What the test makes up itself: a mock's body is no answer. */
function isMade(file: SourceFile, call: CallNode): boolean {
  return /^(?:fn|mock\w*|createRequest|createResponse)$/.test(calleeName(call) ?? '') || /httpMocks/.test(textOf(file, call));
}

/** The `.post('/login')` in a chain of supertest's calls. */
function requestIn(chain: Node): CallNode | undefined {
  for (let at = bare(chain); at.type === 'CallExpression' && at.callee.type === 'MemberExpression'; at = bare(at.callee.object)) {
    if (/^(?:post|put|get|patch|delete)$/.test(memberName(at.callee) ?? '') && at.arguments.length === 1) return at;
  }
  return undefined;
}

/** The chain that a callback is handed to: `request(app).post('/login').end((err, res) => …)`. */
function callOf(fn: Node): Node | undefined {
  const call = fn.parent;
  return isFunction(fn) &&
    call?.type === 'CallExpression' &&
    call.callee.type === 'MemberExpression' &&
    /^(?:then|end|expect)$/.test(memberName(call.callee) ?? '')
    ? call.callee.object
    : undefined;
}

/** `const { body } = await …` gains the headers, in which the cookie is. */
export function headersOf({ changes }: CodemodContext, pattern: TSESTree.ObjectPattern): string {
  const known = pattern.properties.find((one) => one.type === 'Property' && propertyName(one) === 'headers');
  if (known?.type === 'Property' && known.value.type === 'Identifier')
    return known.value.name === 'headers' ? '{ headers }' : `{ headers: ${known.value.name} }`;
  changes.addEntry(pattern, 'headers');
  return '{ headers }';
}
