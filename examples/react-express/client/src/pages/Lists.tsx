import { useEffect, useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { downloadTasks } from '../services/exportTasks';
import { createList, getLists } from '../services/lists';
import type { TaskList } from '../types';
import { errorMessage } from '../utils/errors';

export function Lists() {
  const [lists, setLists] = useState<TaskList[] | null>(null);
  const [name, setName] = useState('');
  const [error, setError] = useState('');

  useEffect(() => {
    getLists()
      .then(setLists)
      .catch((err) => setError(errorMessage(err)));
  }, []);

  const handleCreate = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const list = await createList(name);
      setLists((current) => [...(current ?? []), list]);
      setName('');
    } catch (err) {
      setError(errorMessage(err));
    }
  };

  const handleExport = () => {
    downloadTasks().catch((err) => setError(errorMessage(err)));
  };

  return (
    <section>
      <div className="row">
        <h1>Lists</h1>
        <button type="button" onClick={handleExport}>
          Export CSV
        </button>
      </div>
      {error && <p role="alert">{error}</p>}
      <form className="row" onSubmit={handleCreate}>
        <input
          aria-label="New list"
          placeholder="New list"
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit">Create list</button>
      </form>
      {lists?.length === 0 && <p className="muted">No lists yet. Create the first one above.</p>}
      <ul>
        {lists?.map((list) => (
          <li key={list.id}>
            <Link to={`/lists/${list.id}`}>{list.name}</Link>
            <span className="muted">
              {list.openTasks} open · {list.memberCount}{' '}
              {list.memberCount === 1 ? 'member' : 'members'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
