import { resolveValue } from '../../flow/resolve.ts';
import { originOf } from '../../flow/origin.ts';
import { optionsOf, policyInOptions, policyOfValue } from './content-security-policy.ts';
import type { MiddlewareApi } from './middleware-api.ts';

/**
 * https://helmetjs.github.io: `helmet()` sets a policy unless told not to; `helmet.contentSecurityPolicy()` sets that
 * alone, and its other parts set none.
 */
export const helmet: MiddlewareApi = {
  id: 'helmet',
  protects: 'headers',
  origin: /^(?:helmet|koa-helmet|helmet-csp)#\w*\(\)$/,
  policy(middleware) {
    const made = resolveValue(middleware);
    const origin = originOf(middleware.file, middleware.node) ?? '';
    if (/#\(\)$/.test(origin) && !origin.startsWith('helmet-csp')) return policyInOptions(middleware);
    if (!/^helmet-csp#|#contentSecurityPolicy\(\)$/.test(origin)) return { state: 'none', at: middleware };
    const options = optionsOf(made);
    return options ? policyOfValue(options) : { state: 'set', at: middleware };
  },
};
