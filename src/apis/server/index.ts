import { answerHelpers } from './answer-helpers.ts';
import { cors } from './cors.ts';
import { express } from './express.ts';
import { fastify } from './fastify.ts';
import { graphql } from './graphql.ts';
import { h3 } from './h3.ts';
import { hono } from './hono.ts';
import { ironSession } from './iron-session.ts';
import { koa } from './koa.ts';
import { nest } from './nest.ts';
import { next } from './next.ts';
import { nodeHttp } from './node-http.ts';
import { sails } from './sails.ts';
import type { ServerApi } from './server-api.ts';
import { serverless } from './serverless.ts';
import { cookieParser, cookieSession, expressSession } from './session-middleware.ts';
import { setCookieHeader } from './set-cookie-header.ts';
import { socketIo } from './socket-io.ts';
import { tsoa } from './tsoa.ts';
import { webResponse } from './web-response.ts';

export type { CookieAttribute, CorsPolicy, ResponseBody, SecretUse, ServerApi, ServerCookie } from './server-api.ts';

/** Every server framework and middleware that rules and codemods know. A new one is a file beside these and a line here. */
export const servers: readonly ServerApi[] = [
  express,
  nodeHttp,
  answerHelpers,
  cors,
  expressSession,
  cookieSession,
  cookieParser,
  setCookieHeader,
  fastify,
  koa,
  hono,
  nest,
  tsoa,
  next,
  webResponse,
  h3,
  graphql,
  sails,
  serverless,
  ironSession,
  socketIo,
];
