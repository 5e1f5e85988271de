import jwt from 'jsonwebtoken';

export const optionalAuth = (req, _res, next) => {
  const header = req.get('authorization');
  if (header) req.user = jwt.verify(header.slice('Bearer '.length), process.env.JWT_SECRET);
  next();
};
