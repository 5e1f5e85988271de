import { argumentAt, calleeName } from '../../syntax/functions.ts';
import { importedModules, typeImportedModules } from '../../syntax/imports.ts';
import type { Node } from '../../syntax/nodes.ts';
import { bare } from '../../syntax/nodes.ts';
import type { PageDataApi } from './page-data-api.ts';
import { functionsNamed, propertiesOf, returnedBy } from './page-data-api.ts';

const FRAMEWORK = /^@remix-run\/(?:node|cloudflare|deno|server-runtime|react)$|^@react-router\/|^\.\/\+types\//;

/**
 * A `loader` of Remix and of React Router as a framework, which runs on the server and whose answer the page gets:
 * https://reactrouter.com/start/framework/data-loading
 */
export const routeLoaders: PageDataApi = {
  id: 'route-loaders',
  hint: /\bloader\b/,
  *values(file) {
    if (![...importedModules(file), ...typeImportedModules(file)].some((source) => FRAMEWORK.test(source))) return;
    for (const { fn, name } of functionsNamed(file, /^loader$/)) {
      for (const returned of returnedBy(fn)) {
        const given = answerOf(bare(returned));
        if (given) yield* propertiesOf({ file, node: given }, file, name);
      }
    }
  },
};

/** `json({ … })`, `data({ … })`, `defer({ … })`, `new Response(JSON.stringify({ … }))`: what a loader answers with. */
function answerOf(returned: Node): Node | undefined {
  if (returned.type === 'NewExpression' && calleeName(returned) === 'Response') {
    const text = argumentAt(returned, 0);
    return text?.type === 'CallExpression' && calleeName(text) === 'stringify' ? argumentAt(text, 0) : undefined;
  }
  const isWrapped = returned.type === 'CallExpression' && /^(?:json|data|defer|superjson|typedjson)$/.test(calleeName(returned) ?? '');
  return isWrapped ? argumentAt(returned, 0) : returned;
}
