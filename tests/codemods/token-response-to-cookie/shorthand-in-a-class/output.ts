import type { Request, Response } from 'express';
import jwt from 'jsonwebtoken';
import { setSessionCookie } from './session-cookie';

export class AuthController {
  login = async (req: Request, res: Response): Promise<void> => {
    const token = jwt.sign({ email: req.body.email }, process.env.JWT_SECRET!, { expiresIn: '1h' });
    const expiresAt = setSessionCookie(res, token);
    res.status(200).json({ success: true, expires_at: expiresAt });
  };
}
