import { expressjwt } from 'express-jwt';
import { options } from './options.js';

// TODO(httponly): have express-jwt take the session's cookie too: getToken: requestToken, of the session cookie's module. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/cookie-auth.md
export const authenticate = expressjwt(options);
