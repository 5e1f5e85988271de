import path from 'node:path';
import Datastore from '@seald-io/nedb';

function openCollection(name, file) {
  if (!file) return new Datastore({ inMemoryOnly: true });

  const { dir, name: base, ext } = path.parse(file);
  return new Datastore({
    filename: path.join(dir, `${base}.${name}${ext}`),
    autoload: true,
  });
}

/** Opens one store per collection, in memory unless a file is given. */
export async function createDb(file) {
  const db = {
    users: openCollection('users', file),
    lists: openCollection('lists', file),
    tasks: openCollection('tasks', file),
  };

  await db.users.ensureIndexAsync({ fieldName: 'email', unique: true });
  await db.lists.ensureIndexAsync({ fieldName: 'memberIds' });
  await db.tasks.ensureIndexAsync({ fieldName: 'listId' });
  return db;
}
