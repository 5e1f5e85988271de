import { bindingOf, variableOf } from '../../syntax/bindings.ts';
import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt, callsOf, methodCallsOf, returnsOf } from '../../syntax/functions.ts';
import type { CallNode, Node } from '../../syntax/nodes.ts';
import { bare, isFunction, memberName } from '../../syntax/nodes.ts';
import { shapeOf } from '../../flow/objects.ts';
import { originOf } from '../../flow/origin.ts';
import { runtimeAt } from '../../syntax/runtime.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { corsPolicies } from './cors.ts';
import type { ServerApi } from './server-api.ts';
import type { Place } from '../../flow/resolve.ts';

/**
 * GraphQL Yoga: https://the-guild.dev/graphql/yoga-server/docs/features/cors, an object or a function of the request, and the cookie
 * store of https://the-guild.dev/graphql/yoga-server/docs/features/cookies, with the browsers' interface: `Path=/` and Strict by
 * itself. Its resolvers are GraphQL's.
 */
export const graphqlYoga: ServerApi = {
  id: 'graphql-yoga',
  hint: /graphql-yoga|@graphql-yoga|cookieStore/,
  *cookies(file) {
    for (const { call, object, method } of methodCallsOf(file, 'set', 'delete')) {
      const cookie = isRequestStore(file, object) ? describedBy(file, call) : undefined;
      if (!cookie) continue;
      const common = { api: graphqlYoga, node: call, name: cookie.name } as const;
      if (method === 'delete') yield { ...common, operation: 'remove' };
      else if (cookie.content)
        yield {
          ...common,
          operation: 'write',
          ...(cookie.content.file === file && { value: cookie.content.node }),
          // set(name, value) takes no third argument to write attributes into.
          ...(cookie.attributes ? { attributes: cookie.attributes } : { attributeNames: {} }),
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

interface DescribedCookie {
  readonly name: Place;
  readonly content: Place | undefined;
  /** The object that describes the cookie, its name and value among the attributes. */
  readonly attributes?: Place;
}

/** What the arguments of `set({ name, value, … })` or `set(name, value)` say of a cookie. */
function describedBy(file: SourceFile, call: CallNode): DescribedCookie | undefined {
  const [first, value] = [argumentAt(call, 0), argumentAt(call, 1)];
  if (!first) return undefined;
  const shape = shapeOf({ file, node: first });
  if (!shape) return { name: { file, node: first }, content: value && { file, node: value } };
  const [name, content] = [shape.entries.get('name'), shape.entries.get('value')];
  return (
    name && {
      name: { file: name.file, node: name.value },
      content: content && { file: content.file, node: content.value },
      attributes: { file, node: first },
    }
  );
}

/** `request.cookieStore`: the browser's own is a global, or a member of `window`. */
function isRequestStore(file: SourceFile, node: Node): boolean {
  const store = bare(node);
  if (store.type === 'MemberExpression')
    return memberName(store) === 'cookieStore' && originOf(file, store) !== 'cookieStore' && runtimeAt(file, node) !== 'browser';
  const variable = store.type === 'Identifier' && store.name === 'cookieStore' ? variableOf(file, store) : undefined;
  const binding = variable && bindingOf(variable);
  return binding?.kind === 'parameter' && binding.path.length > 0 && runtimeAt(file, node) !== 'browser';
}
