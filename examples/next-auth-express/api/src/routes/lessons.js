import { Router } from 'express';

const lessons = [{ id: '1', teacherId: '1', student: 'Robert', at: '2030-03-04T15:00' }];

export const lessonsRouter = Router();

lessonsRouter.get('/', (req, res) => {
  res.json(lessons.filter(({ teacherId }) => teacherId === req.user.id));
});

lessonsRouter.post('/', (req, res) => {
  const { student, at } = req.body;
  if (!student || !at) return res.status(400).json({ error: 'Say who comes, and when' });
  const lesson = { id: String(lessons.length + 1), teacherId: req.user.id, student, at };
  lessons.push(lesson);
  res.status(201).json(lesson);
});
