import type { FastifyInstance } from 'fastify';
import { addNote, notesOf } from './store';

export async function noteRoutes(app: FastifyInstance) {
  app.addHook('onRequest', async (request) => {
    await request.jwtVerify();
  });
  app.get('/', async (request) => notesOf(request.user.sub));
  app.post<{ Body: { text: string } }>('/', async (request, reply) => reply.code(201).send(await addNote(request.user.sub, request.body.text)));
}
