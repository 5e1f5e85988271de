import { Router } from 'express';
import { AuthController } from './auth.controller';
import { describeSession, endSession } from './session-cookie';

export class AuthRoute {
  public router = Router();
  private auth = new AuthController();

  constructor() {
    this.router.post('/login', this.auth.logIn);
    this.router.get('/session', describeSession);
    this.router.post('/logout', endSession);
    this.router.get('/me', this.auth.me);
  }
}
