import { Router } from 'express';
import { requireAuth } from '../middleware/requireAuth.js';
import { findListFor } from '../services/lists.js';
import { toTask } from '../services/tasks.js';
import { text } from '../utils/text.js';

export function taskRoutes(db) {
  const router = Router();

  async function findTaskFor(taskId, userId) {
    const task = await db.tasks.findOneAsync({ _id: taskId });
    return task && (await findListFor(db, task.listId, userId)) ? task : null;
  }

  router.get('/lists/:listId/tasks', requireAuth, async (req, res) => {
    const list = await findListFor(db, req.params.listId, req.user.userId);
    if (!list) return res.status(404).json({ error: 'List not found' });

    const tasks = await db.tasks.findAsync({ listId: list._id }).sort({ createdAt: 1 });
    res.json(tasks.map(toTask));
  });

  router.post('/lists/:listId/tasks', requireAuth, async (req, res) => {
    const list = await findListFor(db, req.params.listId, req.user.userId);
    if (!list) return res.status(404).json({ error: 'List not found' });

    const title = text(req.body?.title);
    if (!title) return res.status(400).json({ error: 'Title is required' });

    const task = await db.tasks.insertAsync({
      listId: list._id,
      title,
      done: false,
      dueAt: null,
      createdBy: req.user.name,
      createdAt: new Date(),
    });
    res.status(201).json(toTask(task));
  });

  router.patch('/tasks/:id', requireAuth, async (req, res) => {
    const task = await findTaskFor(req.params.id, req.user.userId);
    if (!task) return res.status(404).json({ error: 'Task not found' });

    const changes = {};
    if (typeof req.body?.done === 'boolean') changes.done = req.body.done;
    if (text(req.body?.title)) changes.title = text(req.body.title);

    await db.tasks.updateAsync({ _id: task._id }, { $set: changes });
    res.json(toTask({ ...task, ...changes }));
  });

  router.delete('/tasks/:id', requireAuth, async (req, res) => {
    const task = await findTaskFor(req.params.id, req.user.userId);
    if (!task) return res.status(404).json({ error: 'Task not found' });

    await db.tasks.removeAsync({ _id: task._id }, {});
    res.status(204).end();
  });

  return router;
}
