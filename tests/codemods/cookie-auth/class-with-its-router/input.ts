import { Router } from 'express';
import { AuthController } from './auth.controller';

export class AuthRoute {
  public router = Router();
  private auth = new AuthController();

  constructor() {
    this.router.post('/login', this.auth.logIn);
    this.router.get('/me', this.auth.me);
  }
}
