import { apiFetch } from './session';

export async function loadTasks() {
  const response = await apiFetch('/api/tasks');
  return response.json();
}

export async function addTask(title) {
  const response = await apiFetch('/api/tasks', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ title }),
  });
  return response.json();
}
