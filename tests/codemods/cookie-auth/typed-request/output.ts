import type { NextFunction, Request, Response } from 'express';
import jwt from 'jsonwebtoken';
import { authorizationOf } from './session-cookie';

export function authenticate(req: Request, res: Response, next: NextFunction): void {
  const header = authorizationOf(req);
  if (!header?.startsWith('Bearer ')) {
    res.status(401).json({ message: 'Unauthorized' });
    return;
  }
  req.userId = (jwt.verify(header.slice(7), process.env.JWT_SECRET!) as { id: string }).id;
  next();
}
