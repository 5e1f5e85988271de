import type { MiddlewareApi } from './middleware-api.ts';

/** https://docs.nestjs.com/security/rate-limiting: the module alone counts nothing, its guard does. */
export const nestThrottler: MiddlewareApi = {
  id: 'nest-throttler',
  protects: 'rate-limit',
  origin: /^@nestjs\/throttler#(?:ThrottlerGuard|Throttle\(\))/,
};
