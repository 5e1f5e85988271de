import { putBefore } from '../../edits/statements.ts';
import { styleOf } from '../../edits/style.ts';
import { accessesOf } from '../../exposures/storage-accesses.ts';
import { isCredentialKey, isWrapper, judgeKey } from '../../exposures/storage-keys.ts';
import { storageExposures } from '../../exposures/storage.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { staticText } from '../../flow/static-text.ts';
import { argumentAt, calleeName } from '../../syntax/functions.ts';
import { importedModules } from '../../syntax/imports.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { bare, enclosingStatement, fixedName, isFunction, memberName, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, nodesWithin, textOf } from '../../syntax/source-file.ts';
import type { CodemodContext } from '../define-codemod.ts';
import { importPath } from '../facts.ts';
import type { Expectation } from './expectations.ts';
import { expectationsOf } from './expectations.ts';
import type { Removal } from './removal.ts';
import { whole } from '../../credentials/alternatives.ts';

/** What a value may stand in on its way to a mock. */
const PASSES_ON = whole(`
  Property ObjectExpression ArrayExpression ArrowFunctionExpression ReturnStatement BlockStatement AwaitExpression
  TSAsExpression TSSatisfiesExpression
`);

const AUTHORIZATION = /^authorization$/i;

/** Functions that are told what a mocked request answers. */
const ANSWERING = whole(
  [
    /mock(?:Resolved|Return)Value(?:Once)?/,
    /mockImplementation(?:Once)?/,
    /resolve[sd]?/,
    /returns/,
    /json/,
    /jsonResponse/,
    /reply(?:Once)?/,
    /fulfill/,
    /respond/,
    /response/,
    /stringify/,
  ],
  'i',
);

/** Functions whose code runs in a page that is driven from outside, where this test's modules are not. */
const DRIVEN = /^(?:evaluate|evaluateOnNewDocument|addInitScript|execute|executeScript)$/;

/**
 * A test of a page begins, expects and mocks a session where it had a token: it seeds one instead of storing a token,
 * asks `hasSession()` where it looked into the storage, looks for credentials where it looked for the header, and mocks
 * answers that tell of a session as the server does.
 *
 * @returns The nodes that are seen to, which the rewrite of the app's own code leaves alone.
 */
export function rewriteTest(context: CodemodContext, removal: Removal): ReadonlySet<Node> {
  const { file } = context;
  const handled = new Set<Node>(seedWrites(context));
  for (const { kind, node } of storageExposures(file)) if (kind.endsWith('-write') && !handled.has(node)) seedBeside(context, node);
  for (const expectation of expectationsOf(file)) {
    const read = storedSubject(context, expectation);
    if (read) handled.add(read);
    if (read) expectSession(context, expectation);
    else if (!expectation.isNothing) expectHeader(context, expectation, removal);
  }
  for (const call of nodesOf(file, 'CallExpression')) if (looksAtHeader(file, call)) nameHeader(context, call);
  for (const property of nodesOf(file, 'Property')) {
    if (property.parent.type === 'ObjectExpression' && context.facts.client.bodyKeys.includes(propertyName(property) ?? ''))
      answerWithSession(context, property.parent, property);
  }
  return handled;
}

/** Seeds a session wherever a test stores something under the token's key: whatever it is, 'x' will do, it stands for a token. */
function* seedWrites(context: CodemodContext): Generator<Node> {
  const { file } = context;
  for (const access of accessesOf(file)) {
    if (access.operation !== 'write' || !access.key || isWrapper(file, access)) continue;
    const key = judgeKey(file, access.key, access.api.medium);
    if (key.isOneOfMany || !isCredentialKey(key.reading)) continue;
    seed(context, access.node, access.value?.node);
    yield access.node;
  }
}

/** `localStorage.setItem('token', fakeToken())` seeds a session with the claims of that token. */
function seed(context: CodemodContext, write: Node, value: Node | undefined): void {
  const { file, changes } = context;
  if (isDriven(context, write)) {
    context.todo(
      write,
      'test-seeds-token',
      'this puts a token where the page does not look any more. Have the test sign in through the API, so that the ' +
        'browser gets the cookie.',
    );
    return;
  }
  changes.replace(write, `seedSession(${value && mayHoldClaims(context, value) ? textOf(file, value) : ''})`);
  importSeed(context);
}

/** An object that held the token among other things is stored without it, and a session is seeded beside. */
function seedBeside(context: CodemodContext, write: Node): void {
  const { file, changes } = context;
  if (isDriven(context, write)) return;
  putBefore(changes, enclosingStatement(write), `seedSession()${styleOf(file).semicolon}`);
  importSeed(context);
}

function importSeed({ file, changes, facts }: CodemodContext): void {
  changes.addImport({ source: importPath(file.path, facts.client.seedSession), imported: 'seedSession', local: 'seedSession' });
}

function isDriven({ file }: CodemodContext, node: Node): boolean {
  if (/(?<![\w.])cy\./.test(file.text)) return true;
  for (let at = node.parent; at; at = at.parent) if (at.type === 'CallExpression' && DRIVEN.test(calleeName(at) ?? '')) return true;
  return false;
}

/** A made-up text such as 'abc' tells nothing of a user; a token with claims does, and whatever makes one may. */
function mayHoldClaims({ file }: CodemodContext, node: Node): boolean {
  const { node: value } = resolveValue({ file, node });
  return value.type !== 'Literal' || (typeof value.value === 'string' && value.value.split('.').length === 3);
}

/** The read of a stored token that is expected to give something or nothing. */
function storedSubject({ file }: CodemodContext, { subject }: Expectation): Node | undefined {
  return storageExposures(file).find(
    ({ kind, node, key }) => kind.endsWith('-read') && node === bare(subject) && isCredentialKey(key.reading),
  )?.node;
}

/** `expect(localStorage.getItem('token')).toBeNull()` is about whether there is a session. */
export function expectSession({ file, changes, facts }: CodemodContext, expectation: Expectation): void {
  changes.replace(expectation.whole, expectation.saying('hasSession()', String(!expectation.isNothing)));
  changes.addImport({ source: importPath(file.path, facts.client.session), imported: 'hasSession', local: 'hasSession' });
}

/** A header that is expected to carry the token: the request is expected to carry the cookie. */
function expectHeader(context: CodemodContext, expectation: Expectation, removal: Removal): void {
  const { file } = context;
  const subject = bare(expectation.subject);
  const headers = headersOf(subject);
  if (headers) {
    expectCredentials(context, expectation, headers);
    return;
  }
  for (const argument of expectation.args) {
    for (const property of nodesWithin(file, 'Property', argument).filter((one) => AUTHORIZATION.test(propertyName(one) ?? ''))) {
      const object = property.parent as TSESTree.ObjectExpression;
      const isOnly = object.properties.length === 1;
      if (isOnly && isMemberNamed(subject, /^headers$/)) expectCredentials(context, expectation, subject);
      else if (isOnly && holdsOnly(argument, object)) context.changes.replace(optionsOf(argument), "{ credentials: 'include' }");
      else {
        removal.removeProperty(file, property);
        if (object !== bare(argument) && !sendsByAxios(context)) addCredentials(context, argument);
      }
    }
  }
}

/** `cy.wait('@orders').its('request.headers.authorization')`: what a page that is driven from outside sends. */
function looksAtHeader(file: SourceFile, call: TSESTree.CallExpression): boolean {
  const way = calleeName(call) === 'its' ? argumentAt(call, 0) : undefined;
  return way !== undefined && /headers\.?\[?['"]?authorization/i.test(staticText(file, way) ?? '');
}

function nameHeader({ todo }: CodemodContext, node: Node): void {
  todo(node, 'test-expects-header', 'no header carries a token any more. Expect the request to carry credentials instead.');
}

/** The headers of `config.headers.Authorization`, `init.headers['Authorization']`, `request.headers.get('Authorization')`. */
function headersOf(node: Node): Node | undefined {
  if (node.type === 'MemberExpression') return AUTHORIZATION.test(memberName(node) ?? '') ? bare(node.object) : undefined;
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression' || memberName(node.callee) !== 'get') return undefined;
  const name = argumentAt(node, 0);
  return name && AUTHORIZATION.test(fixedName(name, true) ?? '') ? bare(node.callee.object) : undefined;
}

function isMemberNamed(node: Node, name: RegExp): node is TSESTree.MemberExpression {
  return node.type === 'MemberExpression' && name.test(memberName(node) ?? '');
}

function expectCredentials(context: CodemodContext, expectation: Expectation, headers: Node): void {
  const { file, changes } = context;
  if (!isMemberNamed(headers, /headers$/i)) {
    nameHeader(context, expectation.whole);
    return;
  }
  const request = textOf(file, headers.object) + (headers.optional ? '?.' : '.');
  changes.replace(
    expectation.whole,
    sendsByAxios(context)
      ? expectation.saying(`${request}withCredentials`, 'true')
      : expectation.saying(`${request}credentials`, "'include'"),
  );
}

/** `expect(fetch).toHaveBeenCalledWith(url, { … })`: the options hold the credentials too. */
function addCredentials({ changes }: CodemodContext, argument: Node): void {
  const options = optionsOf(argument);
  if (options.type === 'ObjectExpression') changes.addEntry(options, "credentials: 'include'");
}

/** The options that are expected, also those of `expect.objectContaining({ … })`. */
function optionsOf(argument: Node): Node {
  const inner = bare(argument);
  return (inner.type === 'CallExpression' ? argumentAt(inner, 0) : undefined) ?? inner;
}

/** Whether expected options are headers and nothing else. */
function holdsOnly(argument: Node, headers: Node): boolean {
  const options = optionsOf(argument);
  return options.type === 'ObjectExpression' && options.properties.length === 1 && options.properties[0] === headers.parent;
}

/** What a test's requests are sent by: the client that it names, else the one that the modules have which it tests. */
function sendsByAxios({ file }: CodemodContext): boolean {
  const tested = [...importedModules(file)].flatMap((source) => file.links?.exported(file, source, '*')?.file.text ?? []);
  const speaking = [file.text, ...tested].find((text) => /axios|fetch/i.test(text)) ?? '';
  return /axios/i.test(speaking) && !/fetch/i.test(speaking);
}

/** A mocked sign-in answer tells when the session ends, as the server's does, and holds no token. */
function answerWithSession({ changes }: CodemodContext, object: TSESTree.ObjectExpression, property: TSESTree.Property): void {
  if (!isAnswer(object)) return;
  const tells = object.properties.some((one) => one.type === 'Property' && /^expires_?at$/i.test(propertyName(one) ?? ''));
  if (tells) changes.remove(property);
  else changes.replace(property, 'expires_at: Date.now() + 60 * 60 * 1000');
}

/** Whether an object is, or is inside of, what a mocked request answers. */
function isAnswer(object: Node): boolean {
  for (let at: Node = object; at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.type === 'CallExpression' || parent.type === 'NewExpression') {
      if (parent.callee === at) return false;
      const name = parent.callee.type === 'Identifier' ? parent.callee.name : (calleeName(parent) ?? '');
      if (ANSWERING.test(name)) return true;
      if (!/^(?:async|act|delay)$/.test(name)) return false;
    } else if (parent.type === 'Property' && isFunction(parent.value) && propertyName(parent) === 'json') return true;
    else if (!PASSES_ON.test(parent.type)) return false;
  }
  return false;
}
