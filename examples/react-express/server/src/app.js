import cors from 'cors';
import express from 'express';
import { errorHandler, notFound } from './middleware/errors.js';
import { authRoutes } from './routes/auth.js';
import { exportRoutes } from './routes/export.js';
import { listRoutes } from './routes/lists.js';
import { profileRoutes } from './routes/profile.js';
import { taskRoutes } from './routes/tasks.js';
import { webhookRoutes } from './routes/webhooks.js';

export function createApp(db) {
  const app = express();

  app.use(cors());
  app.use(express.json());

  app.use('/api/auth', authRoutes(db));
  app.use('/api/webhooks', webhookRoutes(db));
  app.use('/api/lists', listRoutes(db));
  app.use('/api/profile', profileRoutes(db));
  app.use('/api/export', exportRoutes(db));
  app.use('/api', taskRoutes(db));

  app.use(notFound);
  app.use(errorHandler);

  return app;
}
