import jwt from 'jsonwebtoken';

export const login = async (req, res) => {
  const user = await verify(req.body);
  if (!user) return res.status(401).json({ error: 'Wrong password' });

  const token = jwt.sign({ id: user.id }, process.env.JWT_SECRET, { expiresIn: '1h' });
  res.json({ token, user });
};
