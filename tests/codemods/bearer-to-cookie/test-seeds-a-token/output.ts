import { beforeEach, expect, it, vi } from 'vitest';
import { loadTasks, logout } from './tasks';
import { seedSession } from './seed-session';
import { hasSession } from './session';

beforeEach(() => {
  seedSession();
});

it('asks with the token', async () => {
  const request = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('[]'));
  await loadTasks();
  expect(request).toHaveBeenCalledWith('/api/tasks', { credentials: 'include' });
});

it('ends the session', () => {
  logout();
  expect(hasSession()).toBe(false);
});
