import jwt from 'jsonwebtoken';
import { success } from './answers.js';

export async function login(req, res) {
  const user = await find(req.body);
  res.json(success('Good to see you', { user, token: jwt.sign({ sub: user.id }, process.env.JWT_SECRET) }));
}
