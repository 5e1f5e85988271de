import { answerHelpers } from './answer-helpers.ts';
import { astro } from './astro.ts';
import { betterAuth } from './better-auth.ts';
import { cors } from './cors.ts';
import { elysia } from './elysia.ts';
import { express } from './express.ts';
import { fastify } from './fastify.ts';
import { graphql } from './graphql.ts';
import { graphqlYoga } from './graphql-yoga.ts';
import { h3 } from './h3.ts';
import { hapi } from './hapi.ts';
import { hono } from './hono.ts';
import { ironSession } from './iron-session.ts';
import { koa } from './koa.ts';
import { nest } from './nest.ts';
import { next } from './next.ts';
import { nodeHttp } from './node-http.ts';
import { remix } from './remix.ts';
import { sails } from './sails.ts';
import type { ServerApi } from './server-api.ts';
import { serverless } from './serverless.ts';
import { cookieParser, cookieSession, expressSession } from './session-middleware.ts';
import { setCookieHeader } from './set-cookie-header.ts';
import { socketIo } from './socket-io.ts';
import { svelteKitServer } from './sveltekit.ts';
import { trpc } from './trpc.ts';
import { tsoa } from './tsoa.ts';
import { webAnswers, webResponse } from './web-response.ts';

export type {
  CookieAttribute,
  CookieRead,
  CorsPolicy,
  ResponseBody,
  ResponseHeader,
  SecretUse,
  ServerApi,
  ServerCookie,
} from './server-api.ts';

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
  webAnswers,
  svelteKitServer,
  astro,
  remix,
  h3,
  graphql,
  graphqlYoga,
  trpc,
  hapi,
  elysia,
  sails,
  serverless,
  ironSession,
  betterAuth,
  socketIo,
];
