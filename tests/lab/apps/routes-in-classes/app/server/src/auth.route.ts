import { Router } from 'express';
import { AuthController } from './controllers/auth.controller';
import { AuthMiddleware } from './middlewares/auth.middleware';
import type { Routes } from './interfaces/auth';

export class AuthRoute implements Routes {
  public path = '/api';
  public router = Router();
  public auth = new AuthController();

  constructor() {
    this.initializeRoutes();
  }

  private initializeRoutes() {
    this.router.post(`${this.path}/login`, this.auth.logIn);
    this.router.get(`${this.path}/me`, AuthMiddleware, this.auth.me);
    this.router.get(`${this.path}/orders`, AuthMiddleware, (req, res) => { res.json({ success: true, data: [{ id: 1 }] }); });
    this.router.post(`${this.path}/orders`, AuthMiddleware, (req, res) => { res.status(201).json({ success: true, data: { id: 2 } }); });
  }
}
