import { apiFetch } from './session';

export const addTask = (title) => apiFetch('/api/tasks', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ title }),
});

export const loadTasks = () => apiFetch('/api/tasks');
