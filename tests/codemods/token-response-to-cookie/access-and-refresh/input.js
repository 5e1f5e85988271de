import jwt from 'jsonwebtoken';

export async function login(req, res) {
  const accessToken = jwt.sign({ id: 1 }, process.env.ACCESS_SECRET, { expiresIn: '15m' });
  const refreshToken = jwt.sign({ id: 1 }, process.env.REFRESH_SECRET, { expiresIn: '7d' });
  res.json({ accessToken, refreshToken });
}
