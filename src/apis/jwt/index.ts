import { elysiaJwt } from './elysia-jwt.ts';
import { expressJwt } from './express-jwt.ts';
import { fastJwt } from './fast-jwt.ts';
import { fastifyJwt } from './fastify-jwt.ts';
import { hapiJwt } from './hapi-jwt.ts';
import { honoJwt } from './hono-jwt.ts';
import { jose } from './jose.ts';
import { jsonwebtoken } from './jsonwebtoken.ts';
import type { JwtApi } from './jwt-api.ts';
import { jwtDecode } from './jwt-decode.ts';
import { jwtSimple } from './jwt-simple.ts';
import { koaJwt } from './koa-jwt.ts';
import { nestJwt } from './nest-jwt.ts';
import { ownTokens } from './own-tokens.ts';
import { passportJwt } from './passport-jwt.ts';

export type {
  JwtApi,
  KeySetting,
  Lifetime,
  TokenAlgorithm,
  TokenDecoding,
  TokenLifetime,
  TokenSettings,
  TokenSigning,
  TokenVerification,
} from './jwt-api.ts';
export { lifetimeOf, optionIn } from './options.ts';

/** Every JWT library that rules and codemods know. A new one is a file beside these and a line here. */
export const jwtLibraries: readonly JwtApi[] = [
  jsonwebtoken,
  jose,
  nestJwt,
  fastJwt,
  fastifyJwt,
  honoJwt,
  hapiJwt,
  elysiaJwt,
  expressJwt,
  koaJwt,
  passportJwt,
  jwtSimple,
  jwtDecode,
  ownTokens,
];
