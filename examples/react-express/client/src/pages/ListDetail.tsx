import { useEffect, useState, type FormEvent } from 'react';
import { Link, useParams } from 'react-router';
import { TaskItem } from '../components/TaskItem';
import { addMember, getList } from '../services/lists';
import { createTask, deleteTask, getTasks, setTaskDone } from '../services/tasks';
import type { Task, TaskListDetail } from '../types';
import { errorMessage } from '../utils/errors';

export function ListDetail() {
  const { listId = '' } = useParams();
  const [list, setList] = useState<TaskListDetail | null>(null);
  const [tasks, setTasks] = useState<Task[]>([]);
  const [title, setTitle] = useState('');
  const [email, setEmail] = useState('');
  const [error, setError] = useState('');

  const attempt = async (action: () => Promise<void>) => {
    setError('');
    try {
      await action();
    } catch (err) {
      setError(errorMessage(err));
    }
  };

  useEffect(() => {
    attempt(async () => {
      setList(await getList(listId));
      setTasks(await getTasks(listId));
    });
  }, [listId]);

  const handleCreate = (event: FormEvent) => {
    event.preventDefault();
    return attempt(async () => {
      const task = await createTask(listId, title);
      setTasks((current) => [...current, task]);
      setTitle('');
    });
  };

  const handleToggle = (task: Task) =>
    attempt(async () => {
      const updated = await setTaskDone(task.id, !task.done);
      setTasks((current) => current.map((item) => (item.id === updated.id ? updated : item)));
    });

  const handleDelete = (task: Task) =>
    attempt(async () => {
      await deleteTask(task.id);
      setTasks((current) => current.filter((item) => item.id !== task.id));
    });

  const handleShare = (event: FormEvent) => {
    event.preventDefault();
    return attempt(async () => {
      await addMember(listId, email);
      setList(await getList(listId));
      setEmail('');
    });
  };

  return (
    <section>
      <Link to="/lists">← All lists</Link>
      {error && <p role="alert">{error}</p>}
      {list && (
        <>
          <h1>{list.name}</h1>
          <form className="row" onSubmit={handleCreate}>
            <input
              aria-label="New task"
              placeholder="New task"
              required
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
            <button type="submit">Add task</button>
          </form>
          {tasks.length === 0 && <p className="muted">Nothing to do.</p>}
          <ul>
            {tasks.map((task) => (
              <TaskItem key={task.id} task={task} onToggle={handleToggle} onDelete={handleDelete} />
            ))}
          </ul>
          <h2>Shared with</h2>
          <p>{list.members.map((member) => member.name).join(', ')}</p>
          <form className="row" onSubmit={handleShare}>
            <input
              type="email"
              aria-label="Share with"
              placeholder="teammate@example.com"
              required
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
            <button type="submit">Share</button>
          </form>
        </>
      )}
    </section>
  );
}
