import { shapeOf } from '../../flow/objects.ts';
import { optionsOf } from './content-security-policy.ts';
import type { MiddlewareApi } from './middleware-api.ts';

/** https://github.com/krakenjs/lusca: `lusca({ csp: … })` or `lusca.csp(…)`. */
export const luscaHeaders: MiddlewareApi = {
  id: 'lusca-headers',
  protects: 'headers',
  origin: /^lusca#(?:csp)?\(\)$/,
  policy(middleware) {
    const options = optionsOf(middleware);
    const shape = options && shapeOf(options);
    return { state: !shape || shape.open || shape.entries.has('csp') || shape.entries.has('policy') ? 'set' : 'none', at: middleware };
  },
};
