import { Router } from 'express';
import { requireUser } from '../security/session.js';
import { addNote, notesOf } from '../store.js';

export const noteRoutes = Router();

noteRoutes.use(requireUser);
noteRoutes.get('/', async (req, res) => res.json(await notesOf(req.user.sub)));
noteRoutes.post('/', async (req, res) => res.status(201).json(await addNote(req.user.sub, String(req.body.text))));
