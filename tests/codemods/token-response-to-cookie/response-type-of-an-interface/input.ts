import type { Request, Response } from 'express';
import jwt from 'jsonwebtoken';

interface LoginResponse {
  token: string;
  name: string;
}

export function login(req: Request, res: Response<LoginResponse>): void {
  const token = jwt.sign({ sub: req.body.email }, process.env.JWT_SECRET!);
  res.json({ token, name: req.body.email });
}
