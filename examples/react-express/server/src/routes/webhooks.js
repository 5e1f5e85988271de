import { Router } from 'express';
import { config } from '../config.js';
import { toTask } from '../services/tasks.js';
import { text } from '../utils/text.js';

export function webhookRoutes(db) {
  const router = Router();

  router.post('/calendar', async (req, res) => {
    const secret = req.get('X-Calendar-Secret');
    if (!secret || secret !== config.calendarWebhookSecret) {
      return res.status(401).json({ error: 'Unknown caller' });
    }

    const title = text(req.body?.title);
    const startsAt = new Date(text(req.body?.startsAt));
    const list = await db.lists.findOneAsync({ _id: text(req.body?.listId) });
    if (!title || Number.isNaN(startsAt.getTime()) || !list) {
      return res.status(400).json({ error: 'Invalid event' });
    }

    const task = await db.tasks.insertAsync({
      listId: list._id,
      title,
      done: false,
      dueAt: startsAt,
      createdBy: 'Calendar',
      createdAt: new Date(),
    });
    res.status(201).json(toTask(task));
  });

  return router;
}
