import { Router } from 'express';

export const cron = Router().post('/cron', (req, res) => {
  if (req.headers.authorization !== `Bearer ${process.env.CRON_SECRET}`) return res.sendStatus(401);
  res.sendStatus(204);
});
