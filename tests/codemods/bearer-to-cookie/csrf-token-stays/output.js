import { apiFetch } from './session';

const csrfToken = document.querySelector('meta[name="csrf-token"]').content;

export const addTask = (title) => apiFetch('/api/tasks', {
  method: 'POST',
  headers: {
    'X-CSRF-Token': csrfToken,
  },
  body: JSON.stringify({ title }),
});
