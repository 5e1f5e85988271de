import cors from 'cors';
import express from 'express';
import { config } from './config.js';
import { requireAuth } from './middleware/require-auth.js';
import { authRouter } from './routes/auth.js';
import { lessonsRouter } from './routes/lessons.js';

export const app = express();

app.use(cors({ origin: config.webUrl }));
app.use(express.json());

app.use('/auth', authRouter);
app.use('/lessons', requireAuth, lessonsRouter);

app.use((error, _req, res, _next) => {
  console.error(error);
  res.status(500).json({ error: 'Something went wrong' });
});
