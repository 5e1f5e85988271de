import 'dotenv/config';
import { requireSecret } from './require-env';

export const config = {
  port: process.env.PORT || 3001,
  jwtSecret: requireSecret('JWT_SECRET'),
};
