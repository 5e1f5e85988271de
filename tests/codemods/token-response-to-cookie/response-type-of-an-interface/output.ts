import type { Request, Response } from 'express';
import jwt from 'jsonwebtoken';
import { setSessionCookie } from './session-cookie';

interface LoginResponse {
  expires_at: number;
  name: string;
}

export function login(req: Request, res: Response<LoginResponse>): void {
  const token = jwt.sign({ sub: req.body.email }, process.env.JWT_SECRET!);
  const expiresAt = setSessionCookie(res, token);
  res.json({ name: req.body.email, expires_at: expiresAt });
}
