import axios from 'axios';

export async function loadTasks() {
  const config = {
    headers: {
      Authorization: `Bearer ${localStorage.getItem('token')}`,
    },
  };
  const { data } = await axios.get('/api/tasks', config);
  return data;
}

export async function addTask(task) {
  const config = { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } };
  const { data } = await axios.post('/api/tasks', task, config);
  return data;
}
