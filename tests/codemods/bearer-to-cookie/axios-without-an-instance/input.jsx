import axios from 'axios';
import { useEffect, useState } from 'react';

export function Tasks() {
  const [tasks, setTasks] = useState([]);

  useEffect(() => {
    axios
      .get('/api/tasks', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } })
      .then((res) => setTasks(res.data));
  }, []);

  const add = (title) => axios.post('/api/tasks', { title }, { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });

  return <button onClick={() => add('New')}>{tasks.length}</button>;
}
