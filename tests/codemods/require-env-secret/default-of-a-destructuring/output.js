import jwt from 'jsonwebtoken';
import { requireSecret } from './require-env';

const JWT_SECRET = requireSecret('JWT_SECRET');

export const verify = (token) => jwt.verify(token, JWT_SECRET);
