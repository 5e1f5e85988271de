import { apiFetch } from './session';

export async function loadTasks(page) {
  const response = await apiFetch(`/api/tasks?page=${page}`);
  return response.json();
}

export async function addTask(task) {
  const headers = { 'Content-Type': 'application/json' };
  const response = await apiFetch('/api/tasks', { method: 'POST', headers, body: JSON.stringify(task) });
  return response.json();
}
