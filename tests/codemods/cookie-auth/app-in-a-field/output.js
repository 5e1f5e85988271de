import express from 'express';
import { api } from './api.js';

// TODO(httponly): use cookieParser() and refuseCrossSite on this app before its first route. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/cookie-auth.md
export class Server {
  app = express();

  start() {
    this.app.use('/api', api);
    this.app.listen(3000);
  }
}
