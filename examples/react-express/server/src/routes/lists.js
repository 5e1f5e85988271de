import { Router } from 'express';
import { requireAuth } from '../middleware/requireAuth.js';
import { findListFor, toListSummary } from '../services/lists.js';
import { publicUser } from '../services/users.js';
import { text } from '../utils/text.js';

export function listRoutes(db) {
  const router = Router();

  router.get('/', requireAuth, async (req, res) => {
    const lists = await db.lists.findAsync({ memberIds: req.user.userId }).sort({ createdAt: 1 });
    res.json(await Promise.all(lists.map((list) => toListSummary(db, list))));
  });

  router.post('/', requireAuth, async (req, res) => {
    const name = text(req.body?.name);
    if (!name) return res.status(400).json({ error: 'Name is required' });

    const list = await db.lists.insertAsync({
      name,
      ownerId: req.user.userId,
      memberIds: [req.user.userId],
      createdAt: new Date(),
    });
    res.status(201).json(await toListSummary(db, list));
  });

  router.get('/:id', requireAuth, async (req, res) => {
    const list = await findListFor(db, req.params.id, req.user.userId);
    if (!list) return res.status(404).json({ error: 'List not found' });

    const members = await db.users.findAsync({ _id: { $in: list.memberIds } });
    res.json({
      ...(await toListSummary(db, list)),
      members: members.map(publicUser),
    });
  });

  router.post('/:id/members', requireAuth, async (req, res) => {
    const list = await findListFor(db, req.params.id, req.user.userId);
    if (!list) return res.status(404).json({ error: 'List not found' });

    const email = text(req.body?.email).toLowerCase();
    const member = await db.users.findOneAsync({ email });
    if (!member) {
      return res.status(404).json({ error: 'Nobody here uses that email' });
    }

    await db.lists.updateAsync({ _id: list._id }, { $addToSet: { memberIds: member._id } });
    res.status(201).json(publicUser(member));
  });

  return router;
}
