import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { callsOf } from '../../syntax/functions.ts';
import { hint, mentions } from '../../syntax/hints.ts';
import type { Node } from '../../syntax/nodes.ts';
import { bare, functionName, memberName } from '../../syntax/nodes.ts';
import { originOf } from '../../flow/origin.ts';
import { manifestOf } from '../../syntax/package-manifest.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { perFile } from '../../syntax/source-file.ts';
import { cookieReadOf, cookieStoreCall } from './cookie-store.ts';
import type { ServerApi } from './server-api.ts';

/**
 * Astro: `Astro.cookies` of a page's front matter, and `cookies` of an endpoint's, an action's or a middleware's context, which set
 * no attribute by themselves: https://docs.astro.build/en/reference/api-reference/#cookies
 */
export const astro: ServerApi = {
  id: 'astro',
  hint: /\bcookies\b/,
  ageUnit: 1,
  *cookies(file) {
    if (!isAstroFile(file)) return;
    for (const call of callsOf(file)) {
      const cookie = cookieStoreCall(file, call, (store) => isStore(file, store));
      if (cookie) yield { api: astro, ...cookie, defaults: {} };
    }
  },
  *cookieReads(file) {
    if (!isAstroFile(file)) return;
    for (const call of callsOf(file)) {
      const read = cookieReadOf(file, call, (store) => isStore(file, store));
      if (read) yield read;
    }
  },
};

const USES_ASTRO = hint(/['"]astro(?::[\w-]+|\/[\w/-]+)?['"]|\bAstro\.cookies\b/);

const isAstroFile = perFile(
  (file): boolean =>
    /\.astro$/i.test(file.path) ||
    mentions(file, USES_ASTRO) ||
    (manifestOf(file.path)?.dependencies.has('astro') === true && /[/\\](?:pages|actions)[/\\]|[/\\]middleware\.[jt]s$/.test(file.path)),
);

/** Handlers of Astro's by name: an endpoint's methods, a middleware's, an action's. */
const HANDLER = /^(?:GET|POST|PUT|PATCH|DELETE|ALL|onRequest|handler)$/;

const STORE = /^(?:Astro\.cookies|astro#(?:AstroCookies<new>|(?:APIContext|AstroGlobal)<new>\.cookies))$/;

/** `Astro.cookies`, `context.cookies`, `cookies` of `({ cookies }) => …`. */
function isStore(file: SourceFile, node: Node): boolean {
  const store = bare(node);
  if (STORE.test(originOf(file, store) ?? '')) return true;
  if (store.type === 'MemberExpression') return memberName(store) === 'cookies' && isContext(file, store.object);
  const variable = store.type === 'Identifier' ? variableOf(file, store) : undefined;
  const binding = variable && bindingOf(variable);
  if ((binding?.kind !== 'parameter' && binding?.kind !== 'value') || binding.path.at(-1) !== 'cookies') return false;
  return binding.kind === 'value' ? isContext(file, binding.init) : binding.index === 0 || HANDLER.test(functionName(binding.fn) ?? '');
}

function isContext(file: SourceFile, node: Node): boolean {
  const inner = bare(node);
  const variable = inner.type === 'Identifier' ? variableOf(file, inner) : undefined;
  if (variable === undefined) return inner.type === 'Identifier' && inner.name === 'Astro';
  return bindingOf(variable).kind === 'parameter' && inner.type === 'Identifier' && /^(?:ctx|context|api|event)$/.test(inner.name);
}
