import { argumentAt, calleeName, callsOf } from '../../syntax/functions.ts';
import { originOf } from '../../flow/origin.ts';
import type { CallNode, Node } from '../../syntax/nodes.ts';
import { propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { NavigationApi } from './navigation-api.ts';
import { whole } from '../../credentials/alternatives.ts';

/** Functions that redirect, by origin: Next's, Remix's and React Router's, SvelteKit's (after the status), h3's. */
const FUNCTIONS = whole([
  /next\/navigation#(?:permanentR|r)edirect/,
  /next\/server#NextResponse\.redirect/,
  /Response\.redirect/,
  /(?:@remix-run\/(?:node|cloudflare|server-runtime)|react-router(?:-dom)?)#redirect/,
  /@sveltejs\/kit#redirect/,
  /(?:h3#)?sendRedirect/,
]);

/**
 * Servers that send a browser on: `res.redirect(…)` of Express, Fastify, Koa and Hono, the frameworks' functions, a
 * `Location` header.
 */
export const redirects: NavigationApi = {
  id: 'redirects',
  hint: /redirect|['"]?location['"]?/i,
  *navigations(file) {
    for (const node of callsOf(file)) {
      // The address comes first, or after the status, or after the event.
      if (isRedirect(file, node)) for (const to of node.arguments) if (to.type !== 'SpreadElement') yield { node, to, kind: 'redirect' };
      const to = locationSetBy(node);
      if (to) yield { node, to, kind: 'redirect' };
    }
    // writeHead(302, { Location: … }), new Response(null, { headers: { Location: … } })
    for (const property of nodesOf(file, 'Property')) {
      if (property.parent.type === 'ObjectExpression' && propertyName(property) === 'Location')
        yield { node: property, to: property.value, kind: 'redirect' };
    }
  },
};

function isRedirect(file: SourceFile, call: CallNode): boolean {
  const name = calleeName(call) ?? '';
  if (call.callee.type === 'MemberExpression' && name === 'redirect') return true;
  return /redirect/i.test(name) && FUNCTIONS.test(originOf(file, call.callee) ?? '');
}

/** `res.setHeader('Location', to)`. */
function locationSetBy(call: CallNode): Node | undefined {
  const header = argumentAt(call, 0);
  const isLocation = header?.type === 'Literal' && /^location$/i.test(String(header.value));
  return isLocation && /^(?:set|header|setHeader|append)$/.test(calleeName(call) ?? '') ? argumentAt(call, 1) : undefined;
}
