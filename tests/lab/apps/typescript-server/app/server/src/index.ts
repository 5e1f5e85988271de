import express, { NextFunction, Request, Response } from 'express';
import jwt from 'jsonwebtoken';

const app = express();
app.use(express.json());

const key = (): string => {
  if (!process.env.JWT_SECRET) throw new Error('JWT_SECRET is not set');
  return process.env.JWT_SECRET;
};

app.post('/sign-in', (req: Request, res: Response) => {
  if (req.body.pin !== '1234') {
    res.status(403).json({ error: 'wrong pin' });
    return;
  }
  res.json({ token: jwt.sign({ sub: 7 }, key(), { expiresIn: '2h' }) });
});

const guard = (req: Request, res: Response, next: NextFunction): void => {
  const [scheme, token] = (req.get('Authorization') || '').split(' ');
  try {
    if (scheme !== 'Bearer') throw new Error('no token');
    jwt.verify(token, key());
    next();
  } catch (error) {
    res.status(401).json({ error: 'sign in' });
  }
};

app.get('/notes', guard, (_req: Request, res: Response) => res.json([]));

app.post('/notes', guard, (_req: Request, res: Response) => res.status(201).json({}));

app.listen(process.env.PORT || 3000);
