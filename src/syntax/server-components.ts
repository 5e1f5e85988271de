import { isGlobal } from './bindings.ts';
import type { FunctionNode, Node } from './nodes.ts';
import { fixedName, functionName } from './nodes.ts';
import { functionsOf } from './functions.ts';
import type { SourceFile } from './source-file.ts';
import { nodesOf, perFile } from './source-file.ts';

/** Files of Next's app folder that no component imports: without 'use client', they run on the server. */
const ENTRY = /\/app\/(?:[^/]+\/)*(?:page|layout|template|default|loading|not-found|sitemap|robots|manifest|(?:apple-)?icon)\.[jt]sx?$/;

/** Functions that need the request, by the module that exports them: next-auth.js.org, authjs.dev, clerk.com, next/cache. */
const OF_SERVERS: readonly (readonly [RegExp, RegExp])[] = [
  [/^next-auth(?:\/next)?$/, /^(?:unstable_)?getServerSession$/],
  [/^next-auth\/jwt$/, /^(?:getToken|encode|decode)$/],
  [/^@clerk\/nextjs(?:\/server)?$/, /^(?:auth|currentUser|clerkClient|getAuth)$/],
  [/^next\/cache$/, /./],
];

/**
 * Whether a file of Next runs on the server as a whole, as it says itself: it is an entry of the app folder, its component is
 * asynchronous, or it uses what only the server has. Whoever asks has seen that it says no 'use client' and calls no hooks.
 */
export const rendersOnServer = perFile((file): boolean => {
  const path = file.path.replaceAll('\\', '/');
  // A page of the pages folder is the browser's, whatever its getServerSideProps uses.
  if (/\/pages\//.test(path) && !/\/app\//.test(path)) return false;
  return (
    ENTRY.test(path) ||
    imports(file, OF_SERVERS) ||
    functionsOf(file).some(isAsyncComponent) ||
    cachesRequests(file) ||
    asksForSession(file)
  );
});

/** https://reactrouter.com/explanation/sessions-and-cookies: the one package is for both sides. */
const COOKIES_OF_ROUTER: readonly (readonly [RegExp, RegExp])[] = [[/^react-router$/, /^create(?:Cookie|\w*SessionStorage)$/]];

/** Whether a file makes cookies or sessions by React Router, which only its server can. */
export const makesCookiesOfRouter = perFile((file): boolean => imports(file, COOKIES_OF_ROUTER));

function imports(file: SourceFile, names: readonly (readonly [RegExp, RegExp])[]): boolean {
  return file.ast.body.some(
    (node) =>
      node.type === 'ImportDeclaration' &&
      node.importKind !== 'type' &&
      node.specifiers.some(
        (one) =>
          one.type === 'ImportSpecifier' &&
          one.importKind !== 'type' &&
          names.some(([source, name]) => source.test(node.source.value) && name.test(fixedName(one.imported, false) ?? '')),
      ),
  );
}

/** `async function Page()` that returns an element: a component of the browser cannot be asynchronous. */
function isAsyncComponent(fn: FunctionNode): boolean {
  return fn.async && /^[A-Z]/.test(functionName(fn) ?? '') && fn.body.type === 'BlockStatement' && fn.body.body.some(returnsElement);
}

function returnsElement(node: Node): boolean {
  return node.type === 'ReturnStatement' && (node.argument?.type === 'JSXElement' || node.argument?.type === 'JSXFragment');
}

/** `fetch(url, { next: { revalidate: 60 } })`: only the server's fetch knows it. */
function cachesRequests(file: SourceFile): boolean {
  return nodesOf(file, 'Property').some(
    ({ key, value, computed, parent }) =>
      fixedName(key, computed) === 'next' &&
      value.type === 'ObjectExpression' &&
      value.properties.some((one) => one.type === 'Property' && /^(?:revalidate|tags)$/.test(fixedName(one.key, one.computed) ?? '')) &&
      parent.parent.type === 'CallExpression',
  );
}

/** `await auth()`, with Auth.js' own function out of a module of the app. */
function asksForSession(file: SourceFile): boolean {
  const isImported = file.ast.body.some(
    (node) =>
      node.type === 'ImportDeclaration' &&
      /^(?:\.|[@~#]\/)/.test(node.source.value) &&
      node.specifiers.some((one) => one.type === 'ImportSpecifier' && one.local.name === 'auth'),
  );
  return (
    isImported &&
    nodesOf(file, 'AwaitExpression').some(
      ({ argument: call }) =>
        call.type === 'CallExpression' &&
        call.arguments.length === 0 &&
        call.callee.type === 'Identifier' &&
        call.callee.name === 'auth' &&
        !isGlobal(file, call.callee),
    )
  );
}
