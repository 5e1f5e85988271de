'use client';

import { useEffect, useState } from 'react';

const API_URL = process.env.NEXT_PUBLIC_API_URL ?? 'http://localhost:4005';

interface Profile {
  name: string;
  email: string;
  instrument: string;
}

export default function ProfilePage() {
  const [profile, setProfile] = useState<Profile>();
  const [error, setError] = useState('');

  useEffect(() => {
    const backendToken = sessionStorage.getItem('backendToken');
    fetch(`${API_URL}/auth/me`, { headers: { Authorization: `Bearer ${backendToken}` } })
      .then((response) => {
        if (!response.ok) throw new Error(`The API answers ${response.status}`);
        return response.json();
      })
      .then(setProfile)
      .catch((reason: Error) => setError(reason.message));
  }, []);

  if (error) return <p role="alert">{error}</p>;
  if (!profile) return <p>Loading…</p>;
  return (
    <>
      <h1>{profile.name}</h1>
      <p>{profile.instrument}</p>
      <p>{profile.email}</p>
    </>
  );
}
