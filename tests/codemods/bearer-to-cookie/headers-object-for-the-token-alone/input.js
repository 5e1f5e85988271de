export function loadTasks() {
  const headers = new Headers();
  headers.append('Authorization', 'Bearer ' + localStorage.getItem('token'));
  return fetch('/api/tasks', { headers }).then((res) => res.json());
}
