const csrfToken = document.querySelector('meta[name="csrf-token"]').content;

export const addTask = (title) => fetch('/api/tasks', {
  method: 'POST',
  headers: {
    'X-CSRF-Token': csrfToken,
    Authorization: `Bearer ${localStorage.getItem('token')}`,
  },
  body: JSON.stringify({ title }),
});
