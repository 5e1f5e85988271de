import express from 'express';
import { api } from './api.js';

export class Server {
  app = express();

  start() {
    this.app.use('/api', api);
    this.app.listen(3000);
  }
}
