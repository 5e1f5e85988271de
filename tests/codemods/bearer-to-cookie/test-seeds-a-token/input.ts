import { beforeEach, expect, it, vi } from 'vitest';
import { loadTasks, logout } from './tasks';

beforeEach(() => {
  localStorage.setItem('token', 'abc');
});

it('asks with the token', async () => {
  const request = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('[]'));
  await loadTasks();
  expect(request).toHaveBeenCalledWith('/api/tasks', { headers: { Authorization: 'Bearer abc' } });
});

it('ends the session', () => {
  logout();
  expect(localStorage.getItem('token')).toBeNull();
});
