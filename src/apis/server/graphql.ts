import { resolveValue } from '../../flow/resolve.ts';
import type { Node, TSESTree } from '../../syntax/nodes.ts';
import { isFunction, propertyName } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import { decoratedMethods } from './decorators.ts';
import { returnedBodies } from './handler-returns.ts';
import type { ServerApi } from './server-api.ts';

/** Types whose fields' resolvers answer: `Query`, `Mutation`, and those nested below them by name. */
const ROOT_TYPE = /^(?:[A-Z]\w*)?(?:Mutations?|Query)$/;
const DECORATED = /^type-graphql#(?:Query|Mutation|FieldResolver)$/;

/**
 * GraphQL: what a resolver returns is in the answer. Maps of resolvers, https://www.apollographql.com/docs/apollo-server/data/resolvers,
 * and type-graphql's classes, https://typegraphql.com/docs/resolvers.html.
 */
export const graphql: ServerApi = {
  id: 'graphql',
  hint: /(?:Mutations?|Query)\b/,
  *responses(file) {
    for (const { fn } of decoratedMethods(file, DECORATED)) yield* returnedBodies(graphql, file, fn);
    for (const property of nodesOf(file, 'Property')) {
      if (property.parent.type !== 'ObjectExpression' || !ROOT_TYPE.test(propertyName(property) ?? '')) continue;
      const map = resolveValue({ file, node: property.value });
      if (map.file !== file || map.node.type !== 'ObjectExpression' || !isResolverMap(file, property, map.node)) continue;
      for (const field of map.node.properties) {
        const resolver = field.type === 'Property' ? resolverIn(file, field.value) : undefined;
        if (isFunction(resolver)) yield* returnedBodies(graphql, file, resolver);
      }
    }
  },
};

/** A function, or the last of those that guards are combined with: `combineResolvers(isAdmin, async (parent, args) => …)`. */
function resolverIn(file: SourceFile, node: Node): Node | undefined {
  const value = resolveValue({ file, node });
  if (value.file !== file) return undefined;
  return value.node.type === 'CallExpression' ? value.node.arguments.findLast((one) => isFunction(one)) : value.node;
}

/** Resolvers take what is above them, arguments and a context; other objects with a member called `Query` hold no such functions. */
function isResolverMap(file: SourceFile, property: TSESTree.Property, map: TSESTree.ObjectExpression): boolean {
  if (/graphql|resolver|gql/i.test(file.path) || /graphql|apollo|\bgql\b|resolvers/i.test(file.text)) return true;
  return (
    map.properties.some((field) => field.type === 'Property' && isFunction(field.value) && field.value.params.length >= 3) &&
    property.parent.type === 'ObjectExpression'
  );
}
