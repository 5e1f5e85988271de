import request from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import { ada, ben, registerUser, startApp } from './helpers.js';

let app;
let token;

beforeEach(async () => {
  app = await startApp();
  const res = await request(app).post('/api/auth/register').send(ada);
  token = res.body.token;
});

async function createList(name = 'Launch') {
  const res = await request(app)
    .post('/api/lists')
    .set('Authorization', `Bearer ${token}`)
    .send({ name });
  return res.body;
}

async function createTask(listId, title) {
  const res = await request(app)
    .post(`/api/lists/${listId}/tasks`)
    .set('Authorization', `Bearer ${token}`)
    .send({ title });
  return res.body;
}

describe('lists', () => {
  it('requires a token', async () => {
    expect((await request(app).get('/api/lists')).status).toBe(401);
    expect((await request(app).post('/api/lists')).status).toBe(401);
  });

  it('creates and returns lists', async () => {
    const list = await createList();
    await createTask(list.id, 'Book the venue');

    const res = await request(app).get('/api/lists').set('Authorization', `Bearer ${token}`);
    expect(res.body).toMatchObject([
      { name: 'Launch', openTasks: 1, totalTasks: 1, memberCount: 1 },
    ]);
  });

  it('hides lists of other people until they are shared', async () => {
    const list = await createList();
    const bensToken = await registerUser(app, ben);
    const open = () =>
      request(app).get(`/api/lists/${list.id}`).set('Authorization', `Bearer ${bensToken}`);

    expect((await open()).status).toBe(404);

    await request(app)
      .post(`/api/lists/${list.id}/members`)
      .set('Authorization', `Bearer ${token}`)
      .send({ email: ben.email })
      .expect(201);
    expect((await open()).body.members).toHaveLength(2);
  });
});

describe('tasks', () => {
  it('creates, updates, lists and deletes', async () => {
    const list = await createList();
    const task = await createTask(list.id, 'Book the venue');
    expect(task).toMatchObject({ done: false, createdBy: ada.name });

    await request(app)
      .patch(`/api/tasks/${task.id}`)
      .set('Authorization', `Bearer ${token}`)
      .send({ done: true })
      .expect(200);

    const tasks = await request(app)
      .get(`/api/lists/${list.id}/tasks`)
      .set('Authorization', `Bearer ${token}`);
    expect(tasks.body).toMatchObject([{ title: 'Book the venue', done: true }]);

    await request(app)
      .delete(`/api/tasks/${task.id}`)
      .set('Authorization', `Bearer ${token}`)
      .expect(204);
  });

  it('refuses people who are not members', async () => {
    const list = await createList();
    const task = await createTask(list.id, 'Book the venue');
    const bensToken = await registerUser(app, ben);

    const res = await request(app)
      .patch(`/api/tasks/${task.id}`)
      .set('Authorization', `Bearer ${bensToken}`)
      .send({ done: true });
    expect(res.status).toBe(404);
  });
});

describe('GET /api/export', () => {
  it('returns the tasks as CSV', async () => {
    const list = await createList();
    await createTask(list.id, 'Order "tide" stickers');

    const res = await request(app).get('/api/export').set('Authorization', `Bearer ${token}`);
    expect(res.headers['content-type']).toContain('text/csv');
    expect(res.text).toContain('"Launch","Order ""tide"" stickers","open"');
  });

  it('requires a token', async () => {
    expect((await request(app).get('/api/export')).status).toBe(401);
  });
});

describe('POST /api/webhooks/calendar', () => {
  const event = { title: 'Review', startsAt: '2024-10-01T09:00:00Z' };

  it('adds a task for an event', async () => {
    const list = await createList();
    const res = await request(app)
      .post('/api/webhooks/calendar')
      .set('X-Calendar-Secret', 'test-calendar-secret')
      .send({ ...event, listId: list.id });
    expect(res.status).toBe(201);
    expect(res.body).toMatchObject({ title: 'Review', createdBy: 'Calendar' });
  });

  it('refuses a wrong secret', async () => {
    const res = await request(app)
      .post('/api/webhooks/calendar')
      .set('X-Calendar-Secret', 'guess')
      .send(event);
    expect(res.status).toBe(401);
  });
});
