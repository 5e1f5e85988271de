'use client';

import { useRouter } from 'next/navigation';
import { useSession } from 'next-auth/react';
import type { FormEvent } from 'react';
import { useEffect, useState } from 'react';
import type { Lesson } from '@/lib/lessons';
import { bookLesson, fetchLessons } from '@/lib/lessons';

export default function Lessons() {
  const router = useRouter();
  const { data: session, status } = useSession();
  const [lessons, setLessons] = useState<Lesson[]>([]);
  const [error, setError] = useState('');

  useEffect(() => {
    if (status === 'unauthenticated') router.push('/login');
  }, [status, router]);

  useEffect(() => {
    if (!session?.backendToken) return;
    fetchLessons(session.backendToken)
      .then(setLessons)
      .catch((reason: Error) => setError(reason.message));
  }, [session?.backendToken]);

  async function book(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!session) return;
    const form = event.currentTarget;
    const data = new FormData(form);
    try {
      const lesson = await bookLesson(session.backendToken, {
        student: String(data.get('student')),
        at: String(data.get('at')),
      });
      setLessons((before) => [...before, lesson]);
      setError('');
      form.reset();
    } catch (reason) {
      setError((reason as Error).message);
    }
  }

  if (status !== 'authenticated') return <p>Loading…</p>;
  return (
    <>
      <h1>Lessons</h1>
      {error && <p role="alert">{error}</p>}
      <ul>
        {lessons.map(({ id, student, at }) => (
          <li key={id}>
            {student}, {at.replace('T', ' ')}
          </li>
        ))}
      </ul>
      <form onSubmit={book}>
        <label>
          Student <input name="student" required />
        </label>{' '}
        <label>
          When <input name="at" type="datetime-local" required />
        </label>{' '}
        <button>Book</button>
      </form>
    </>
  );
}
