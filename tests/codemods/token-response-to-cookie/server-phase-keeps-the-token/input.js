import jwt from 'jsonwebtoken';

export const login = (req, res) => {
  const token = jwt.sign({ id: 1 }, process.env.JWT_SECRET);
  res.json({ token });
};
