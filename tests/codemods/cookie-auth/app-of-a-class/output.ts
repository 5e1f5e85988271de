import cors from 'cors';
import express, { type Application } from 'express';
import { authRouter } from './routes/auth';
import cookieParser from 'cookie-parser';
import { refuseCrossSite } from './csrf-check';

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
    this.app.use(cookieParser());
    this.app.use(refuseCrossSite);
  }

  private routes(): void {
    this.app.use('/api/auth', authRouter);
  }
}
