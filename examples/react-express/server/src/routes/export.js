import { Router } from 'express';
import { requireAuth } from '../middleware/requireAuth.js';
import { toCsv } from '../utils/csv.js';

export function exportRoutes(db) {
  const router = Router();

  router.get('/', requireAuth, async (req, res) => {
    const lists = await db.lists.findAsync({ memberIds: req.user.userId }).sort({ createdAt: 1 });

    const rows = [];
    for (const list of lists) {
      const tasks = await db.tasks.findAsync({ listId: list._id }).sort({ createdAt: 1 });
      for (const task of tasks) {
        rows.push([list.name, task.title, task.done ? 'done' : 'open', task.createdBy]);
      }
    }

    res.attachment('tidepool-tasks.csv');
    res.send(toCsv(['List', 'Task', 'Status', 'Created by'], rows));
  });

  return router;
}
