import { currentSession } from '../lib/session';
import { notesOf } from '../lib/store';
import { LoginForm } from './login-form';

export default async function Page() {
  const { userId, name } = await currentSession();
  if (!userId) return <LoginForm />;
  const notes = await notesOf(userId);
  return (
    <main>
      <h1>Notes of {name}</h1>
      <ul>{notes.map((note) => <li key={note.id}>{note.text}</li>)}</ul>
    </main>
  );
}
