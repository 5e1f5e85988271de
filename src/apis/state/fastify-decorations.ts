import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { argumentAt, calleeName } from '../../syntax/functions.ts';
import { hint, mentions } from '../../syntax/hints.ts';
import type { Node } from '../../syntax/nodes.ts';
import { bare, memberName } from '../../syntax/nodes.ts';
import { manifestOf } from '../../syntax/package-manifest.ts';
import type { Place, SourceFile } from '../../syntax/source-file.ts';
import { nodesOf, perFile } from '../../syntax/source-file.ts';

const DECORATES = hint(/\.decorate/);
const FASTIFY = hint(/fastify/i);

/**
 * What an app of Fastify has under a name that a plugin gave it, wherever that is written: `app.decorate('auth', service)` makes
 * `app.auth`, and `request.server.auth`: https://fastify.dev/docs/latest/Reference/Decorators/
 *
 * @param instance The object of which a member is asked for.
 */
export function decorationOf(file: SourceFile, instance: Node, name: string): Place | undefined {
  if (!isInstance(file, instance) || !isOfFastify(file)) return undefined;
  for (const home of [file, ...(file.facts?.filesAbout(file, DECORATES) ?? [])]) {
    const value = decorationsIn(home).get(name);
    if (value) return { file: home, node: value };
  }
  return undefined;
}

/** An app, as plugins and routes are given it, `this` of a handler, or what a request has as its `server`. */
function isInstance(file: SourceFile, node: Node): boolean {
  const inner = bare(node);
  if (inner.type === 'MemberExpression') return memberName(inner) === 'server';
  if (inner.type !== 'Identifier' || !/^(?:fastify|app|server|instance|api|f)$/i.test(inner.name)) return false;
  const variable = variableOf(file, inner);
  return variable !== undefined && /^(?:parameter|value)$/.test(bindingOf(variable).kind);
}

const isOfFastify = perFile((file): boolean => mentions(file, FASTIFY) || manifestOf(file.path)?.dependencies.has('fastify') === true);

/** What a file's calls give to apps, by its names. */
const decorationsIn = perFile((file): ReadonlyMap<string, Node> => {
  const found = new Map<string, Node>();
  if (!mentions(file, DECORATES)) return found;
  for (const call of nodesOf(file, 'CallExpression')) {
    const [name, value] = calleeName(call) === 'decorate' ? [argumentAt(call, 0), argumentAt(call, 1)] : [];
    if (name?.type === 'Literal' && typeof name.value === 'string' && value && !found.has(name.value)) found.set(name.value, value);
  }
  return found;
});
