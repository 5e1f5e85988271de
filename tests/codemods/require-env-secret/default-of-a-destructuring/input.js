import jwt from 'jsonwebtoken';

const { JWT_SECRET = 'dev-secret' } = process.env;

export const verify = (token) => jwt.verify(token, JWT_SECRET);
