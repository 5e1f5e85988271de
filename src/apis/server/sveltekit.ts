import path from 'node:path';
import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { callsOf } from '../../syntax/functions.ts';
import { importedModules, typeImportedModules } from '../../syntax/imports.ts';
import type { Node } from '../../syntax/nodes.ts';
import { bare, isFunction, memberName } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, perFile } from '../../syntax/source-file.ts';
import { cookieReadOf, cookieStoreCall } from './cookie-store.ts';
import { returnedBodies } from './handler-returns.ts';
import type { ServerApi } from './server-api.ts';

/**
 * SvelteKit: what a form action returns is the page's `form`, https://svelte.dev/docs/kit/form-actions; its cookies are HttpOnly,
 * Secure and Lax unless told otherwise, and want a path: https://svelte.dev/docs/kit/@sveltejs-kit#Cookies. Endpoints answer with the
 * standard's Response.
 */
export const svelteKitServer: ServerApi = {
  id: 'sveltekit',
  hint: /\bcookies\b|\bactions\b/,
  ageUnit: 1,
  *responses(file) {
    if (!/^\+page\.server\.[jt]s$/.test(path.basename(file.path))) return;
    for (const { id, init } of nodesOf(file, 'VariableDeclarator')) {
      if (id.type !== 'Identifier' || id.name !== 'actions' || !init) continue;
      const actions = resolveValue({ file, node: init });
      if (actions.file !== file || actions.node.type !== 'ObjectExpression') continue;
      for (const action of actions.node.properties) {
        const fn = action.type === 'Property' ? resolveValue({ file, node: action.value }) : undefined;
        if (fn?.file === file && isFunction(fn.node)) yield* returnedBodies(svelteKitServer, file, fn.node, { path: pagePath(file) });
      }
    }
  },
  *cookies(file) {
    if (!isKitFile(file)) return;
    for (const call of callsOf(file)) {
      const cookie = cookieStoreCall(file, call, (store) => isStore(file, store));
      if (cookie) yield { api: svelteKitServer, ...cookie, defaults: { httpOnly: true, secure: true, sameSite: true } };
    }
  },
  *cookieReads(file) {
    if (!isKitFile(file)) return;
    for (const call of callsOf(file)) {
      const read = cookieReadOf(file, call, (store) => isStore(file, store));
      if (read) yield read;
    }
  },
};

/** `/login` of `src/routes/(auth)/login/+page.server.ts`. */
function pagePath(file: SourceFile): string {
  const folders = path.dirname(file.path).split(path.sep);
  const steps = folders.slice(folders.lastIndexOf('routes') + 1).filter((step) => !/^\(.*\)$/.test(step));
  return folders.includes('routes') ? `/${steps.join('/')}` : '/';
}

/** By its place, or by what it imports: hooks and endpoints have names of their own, and helpers import the types. */
const isKitFile = perFile(
  (file): boolean =>
    /^(?:\+(?:page|layout)\.server|\+server|hooks\.server)\.[jt]s$/.test(path.basename(file.path)) ||
    [...importedModules(file), ...typeImportedModules(file)].some((source) => source === '@sveltejs/kit' || source === './$types'),
);

/** `event.cookies`, `cookies` of `({ cookies }) => …`, or what is typed as SvelteKit's. */
function isStore(file: SourceFile, node: Node): boolean {
  const store = bare(node);
  if (/^@sveltejs\/kit#(?:Cookies<new>|RequestEvent<new>\.cookies)$/.test(originOf(file, store) ?? '')) return true;
  if (store.type === 'MemberExpression')
    return memberName(store) === 'cookies' && store.object.type === 'Identifier' && isParameter(file, store.object);
  const variable = store.type === 'Identifier' ? variableOf(file, store) : undefined;
  const binding = variable && bindingOf(variable);
  if (binding?.kind === 'parameter') return binding.index === 0 && binding.path.at(-1) === 'cookies';
  return binding?.kind === 'value' && binding.path.at(-1) === 'cookies' && isParameter(file, binding.init);
}

function isParameter(file: SourceFile, node: Node): boolean {
  const inner = bare(node);
  const variable = inner.type === 'Identifier' ? variableOf(file, inner) : undefined;
  return variable !== undefined && bindingOf(variable).kind === 'parameter';
}
