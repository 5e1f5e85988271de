function authHeader() {
  const token = localStorage.getItem('token');
  return token ? { Authorization: `Bearer ${token}` } : {};
}

export const addTask = (title) => fetch('/api/tasks', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...authHeader() },
  body: JSON.stringify({ title }),
});

export const loadTasks = () => fetch('/api/tasks', { headers: { ...authHeader() } });
