import cookieParser from 'cookie-parser';
import cors from 'cors';
import express from 'express';
import helmet from 'helmet';
import { authRoutes } from './routes/auth.js';
import { noteRoutes } from './routes/notes.js';
import { refuseCrossSite } from './security/cross-site.js';
import { clientOrigin } from './security/environment.js';

export function createApp() {
  const app = express();
  app.use(helmet({ contentSecurityPolicy: { directives: { defaultSrc: ["'self'"], scriptSrc: ["'self'"], frameAncestors: ["'none'"] } } }));
  app.use(cors({ origin: clientOrigin, credentials: true }));
  app.use(express.json({ limit: '100kb' }));
  app.use(express.urlencoded({ extended: false }));
  app.use(cookieParser());
  app.use(refuseCrossSite);
  app.use('/auth', authRoutes);
  app.use('/notes', noteRoutes);
  return app;
}
