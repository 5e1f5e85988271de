import axios from 'axios';
import { useEffect, useState } from 'react';
import { followSession } from './session';

followSession(axios);

export function Tasks() {
  const [tasks, setTasks] = useState([]);

  useEffect(() => {
    axios
      .get('/api/tasks')
      .then((res) => setTasks(res.data));
  }, []);

  const add = (title) => axios.post('/api/tasks', { title });

  return <button onClick={() => add('New')}>{tasks.length}</button>;
}
