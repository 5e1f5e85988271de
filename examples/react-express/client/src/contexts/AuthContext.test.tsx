import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { STORAGE_KEYS } from '../constants/storage';
import * as authService from '../services/auth';
import { fakeToken } from '../test/utils';
import { AuthProvider, useAuth } from './AuthContext';

const HOUR = 60 * 60 * 1000;

function Probe() {
  const { token, userName, sessionEndsSoon, login, logout } = useAuth();
  return (
    <div>
      <p>{token ? `Signed in as ${userName}` : 'Signed out'}</p>
      {sessionEndsSoon && <p>Ends soon</p>}
      <button onClick={() => login('ada@example.com', 'correct-horse')}>login</button>
      <button onClick={logout}>logout</button>
    </div>
  );
}

function renderProbe() {
  render(
    <AuthProvider>
      <Probe />
    </AuthProvider>,
  );
}

describe('AuthContext', () => {
  beforeEach(() => {
    localStorage.setItem(STORAGE_KEYS.THEME, 'dark');
  });

  it('starts signed out without a token', () => {
    renderProbe();
    expect(screen.getByText('Signed out')).toBeInTheDocument();
  });

  it('restores the session from storage', () => {
    localStorage.setItem(STORAGE_KEYS.AUTH_TOKEN, fakeToken('Ada Marsh'));
    renderProbe();
    expect(screen.getByText('Signed in as Ada Marsh')).toBeInTheDocument();
  });

  it('stores the token on login', async () => {
    const token = fakeToken('Ben Okoro');
    vi.spyOn(authService, 'login').mockResolvedValue({
      token,
      expires_at: Date.now() + 8 * HOUR,
      user: { id: 'u2', name: 'Ben Okoro', email: 'ben@example.com' },
    });
    renderProbe();

    await userEvent.click(screen.getByText('login'));

    expect(screen.getByText('Signed in as Ben Okoro')).toBeInTheDocument();
    expect(localStorage.getItem(STORAGE_KEYS.AUTH_TOKEN)).toBe(token);
    expect(screen.queryByText('Ends soon')).not.toBeInTheDocument();
  });

  it('forgets the session on logout but keeps preferences', async () => {
    localStorage.setItem(STORAGE_KEYS.AUTH_TOKEN, fakeToken());
    renderProbe();

    await userEvent.click(screen.getByText('logout'));

    expect(screen.getByText('Signed out')).toBeInTheDocument();
    expect(localStorage.getItem(STORAGE_KEYS.AUTH_TOKEN)).toBeNull();
    expect(localStorage.getItem(STORAGE_KEYS.THEME)).toBe('dark');
  });

  it('warns when the session ends soon', () => {
    localStorage.setItem(STORAGE_KEYS.AUTH_TOKEN, fakeToken());
    localStorage.setItem(STORAGE_KEYS.SESSION_EXPIRES_AT, String(Date.now() + HOUR / 12));
    renderProbe();
    expect(screen.getByText('Ends soon')).toBeInTheDocument();
  });
});
