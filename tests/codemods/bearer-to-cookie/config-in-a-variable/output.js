import axios from 'axios';
import { followSession } from './session';

followSession(axios);

export async function loadTasks() {
  const { data } = await axios.get('/api/tasks');
  return data;
}

export async function addTask(task) {
  const { data } = await axios.post('/api/tasks', task);
  return data;
}
