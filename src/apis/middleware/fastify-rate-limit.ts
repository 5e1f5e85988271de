import { resolveValue } from '../../flow/resolve.ts';
import { argumentAt } from '../../syntax/functions.ts';
import { shapeOf } from '../../flow/objects.ts';
import type { MiddlewareApi } from './middleware-api.ts';

/**
 * https://github.com/fastify/fastify-rate-limit: registered it limits every route, unless with `global: false`, when only
 * routes that ask for it are limited.
 */
export const fastifyRateLimit: MiddlewareApi = {
  id: 'fastify-rate-limit',
  protects: 'rate-limit',
  origin: /^(?:@fastify\/rate-limit|fastify-rate-limit)#(?:rateLimit)?$/,
  applies({ file, node }) {
    const call = node.parent;
    const options = call?.type === 'CallExpression' ? argumentAt(call, 1) : undefined;
    const global = options && shapeOf({ file, node: options })?.entries.get('global');
    const value = global && resolveValue({ file: global.file, node: global.value }).node;
    return !(value?.type === 'Literal' && value.value === false);
  },
};
