import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { AuthProvider } from '../contexts/AuthContext';

/** An unsigned token with the claims the API puts into a real one. */
export function fakeToken(name = 'Ada Marsh') {
  const claims = { userId: 'u1', email: 'ada@example.com', name };
  return `header.${btoa(JSON.stringify(claims))}.signature`;
}

export function jsonResponse(body: unknown, status = 200) {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json' },
  });
}

export function renderWithAuth(ui: ReactNode, path = '/') {
  return render(
    <MemoryRouter initialEntries={[path]}>
      <AuthProvider>{ui}</AuthProvider>
    </MemoryRouter>,
  );
}
