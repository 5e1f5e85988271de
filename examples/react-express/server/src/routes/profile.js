import { Router } from 'express';
import { requireAuth } from '../middleware/requireAuth.js';
import { expiresAt, issueToken } from '../services/tokens.js';
import { publicUser } from '../services/users.js';
import { text } from '../utils/text.js';

export function profileRoutes(db) {
  const router = Router();

  router.put('/', requireAuth, async (req, res) => {
    const name = text(req.body?.name);
    if (!name) return res.status(400).json({ error: 'Name is required' });

    const { affectedDocuments: user } = await db.users.updateAsync(
      { _id: req.user.userId },
      { $set: { name } },
      { returnUpdatedDocs: true },
    );
    if (!user) return res.status(404).json({ error: 'Account not found' });

    // The name is a claim, so the client needs a new token to show it.
    const token = issueToken(user);
    res.json({ token, expires_at: expiresAt(token), user: publicUser(user) });
  });

  return router;
}
