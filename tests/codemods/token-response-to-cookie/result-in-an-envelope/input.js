import jwt from 'jsonwebtoken';
import { success } from './answers.js';

const members = {
  async signIn(body) {
    const member = await find(body);
    const accessToken = jwt.sign({ sub: member.id }, process.env.JWT_SECRET);
    return { member, accessToken, refreshToken: jwt.sign({ sub: member.id }, process.env.REFRESH_SECRET) };
  },
};

export async function login(req, res) {
  const result = await members.signIn(req.body);
  res.json(success('Good to see you', result));
}
