import jwt from 'jsonwebtoken';

export function login(req, res) {
  const expiresAt = new Date(Date.now() + 3600_000);
  const token = jwt.sign({ sub: 1, until: expiresAt }, process.env.JWT_SECRET);
  res.json({ token, until: expiresAt });
}
