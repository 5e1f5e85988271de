import jwt from 'jsonwebtoken';

const JWT_SECRET = process.env.JWT_SECRET ?? 'change-me';

export const verify = (token) => jwt.verify(token, JWT_SECRET);
