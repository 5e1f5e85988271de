export async function loadTasks(page) {
  const token = localStorage.getItem('token');
  const headers = {
    Authorization: `Bearer ${token}`,
  };
  const response = await fetch(`/api/tasks?page=${page}`, { headers });
  return response.json();
}

export async function addTask(task) {
  const headers = { 'Content-Type': 'application/json' };
  const token = localStorage.getItem('token');
  if (token) {
    headers.Authorization = `Bearer ${token}`;
  }
  const response = await fetch('/api/tasks', { method: 'POST', headers, body: JSON.stringify(task) });
  return response.json();
}
