import { apiFetch } from './session';

export function loadTasks() {
  return apiFetch('/api/tasks').then((res) => res.json());
}
