import cors from 'cors';
import express, { type Application } from 'express';
import { authRouter } from './routes/auth';

export class Server {
  public app: Application;

  constructor() {
    this.app = express();
    this.middlewares();
    this.routes();
  }

  private middlewares(): void {
    this.app.use(cors());
    this.app.use(express.json());
  }

  private routes(): void {
    this.app.use('/api/auth', authRouter);
  }
}
