'use client';

import { useRouter } from 'next/navigation';
import { signIn } from 'next-auth/react';
import type { FormEvent } from 'react';
import { useState } from 'react';

export default function Login() {
  const router = useRouter();
  const [error, setError] = useState('');

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const result = await signIn('credentials', {
      redirect: false,
      email: String(data.get('email')),
      password: String(data.get('password')),
    });
    if (result?.ok) router.push('/');
    else setError('Wrong email or password');
  }

  return (
    <form onSubmit={submit}>
      <h1>Cadenza</h1>
      {error && <p role="alert">{error}</p>}
      <label>
        Email <input name="email" type="email" required />
      </label>{' '}
      <label>
        Password <input name="password" type="password" required />
      </label>{' '}
      <button>Sign in</button>
    </form>
  );
}
