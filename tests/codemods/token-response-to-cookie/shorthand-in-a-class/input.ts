import type { Request, Response } from 'express';
import jwt from 'jsonwebtoken';

export class AuthController {
  login = async (req: Request, res: Response): Promise<void> => {
    const token = jwt.sign({ email: req.body.email }, process.env.JWT_SECRET!, { expiresIn: '1h' });
    res.status(200).json({ success: true, token });
  };
}
