import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt, callsOf, returnsOf } from '../../syntax/functions.ts';
import type { Node } from '../../syntax/nodes.ts';
import { bare, isFunction, memberName } from '../../syntax/nodes.ts';
import { shapeOf } from '../../flow/objects.ts';
import { originOf } from '../../flow/origin.ts';
import { runtimeAt } from '../../syntax/runtime.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { corsPolicies } from './cors.ts';
import type { ServerApi } from './server-api.ts';

/**
 * GraphQL Yoga: https://the-guild.dev/graphql/yoga-server/docs/features/cors, an object or a function of the request, and the cookie
 * store of https://the-guild.dev/graphql/yoga-server/docs/features/cookies, with the browsers' interface: `Path=/` and Strict by
 * itself. Its resolvers are GraphQL's.
 */
export const graphqlYoga: ServerApi = {
  id: 'graphql-yoga',
  hint: /graphql-yoga|@graphql-yoga|cookieStore/,
  *cookies(file) {
    for (const call of callsOf(file)) {
      const method = call.callee.type === 'MemberExpression' ? memberName(call.callee) : undefined;
      if (call.callee.type !== 'MemberExpression' || (method !== 'set' && method !== 'delete')) continue;
      if (!isRequestStore(file, call.callee.object)) continue;
      const [first, value] = [argumentAt(call, 0), argumentAt(call, 1)];
      if (!first) continue;
      const shape = shapeOf({ file, node: first });
      const name = shape ? shape.entries.get('name') : { file, value: first };
      const content = shape ? shape.entries.get('value') : value && { file, value };
      if (!name) continue;
      const cookie = { api: graphqlYoga, node: call, name: { file: name.file, node: name.value } } as const;
      if (method === 'delete') yield { ...cookie, operation: 'remove' };
      else if (content)
        yield {
          ...cookie,
          operation: 'write',
          ...(content.file === file && { value: content.value }),
          // set(name, value) takes no third argument to write attributes into.
          ...(shape ? { attributes: { file, node: first } } : { attributeNames: {} }),
          defaults: { path: true, sameSite: true },
        };
    }
  },
  *cors(file) {
    for (const call of callsOf(file)) {
      if (!/^(?:graphql-yoga|@graphql-yoga\/\w+)#create(?:Yoga|Server|GraphQLServer)$/.test(originOf(file, call.callee) ?? '')) continue;
      const options = argumentAt(call, 0);
      const cors = options && shapeOf({ file, node: options })?.entries.get('cors');
      if (!cors) continue;
      const policy = resolveValue({ file: cors.file, node: cors.value });
      // cors: (request) => ({ origin: request.headers.get('origin'), credentials: true })
      for (const given of isFunction(policy.node) ? returnsOf(policy.node) : [policy.node])
        if (shapeOf({ file: policy.file, node: given })) yield* corsPolicies(graphqlYoga, policy.file, call, given, 'any');
    }
  },
};

/** `request.cookieStore`: the browser's own is a global, or a member of `window`. */
function isRequestStore(file: SourceFile, node: Node): boolean {
  const store = bare(node);
  if (store.type === 'MemberExpression')
    return memberName(store) === 'cookieStore' && originOf(file, store) !== 'cookieStore' && runtimeAt(file, node) !== 'browser';
  const variable = store.type === 'Identifier' && store.name === 'cookieStore' ? variableOf(file, store) : undefined;
  const binding = variable && bindingOf(variable);
  return binding?.kind === 'parameter' && binding.path.length > 0 && runtimeAt(file, node) !== 'browser';
}
