import { cors } from './cors.ts';
import { express } from './express.ts';
import type { ServerApi } from './server-api.ts';
import { cookieParser, cookieSession, expressSession } from './session-middleware.ts';
import { setCookieHeader } from './set-cookie-header.ts';

export type { CookieAttribute, CorsPolicy, ResponseBody, SecretUse, ServerApi, ServerCookie } from './server-api.ts';

/** Every server framework and middleware that rules and codemods know. A new one is a file beside these and a line here. */
export const servers: readonly ServerApi[] = [express, cors, expressSession, cookieSession, cookieParser, setCookieHeader];
