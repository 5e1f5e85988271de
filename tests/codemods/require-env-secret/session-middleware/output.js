import session from 'express-session';
import { requireSecret } from './require-env';

export const sessions = session({ secret: requireSecret('SESSION_SECRET'), resave: false, saveUninitialized: false });
