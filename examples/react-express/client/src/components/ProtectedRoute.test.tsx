import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { STORAGE_KEYS } from '../constants/storage';
import { fakeToken, renderWithAuth } from '../test/utils';
import { ProtectedRoute } from './ProtectedRoute';

function renderRoutes() {
  renderWithAuth(
    <Routes>
      <Route path="/login" element={<p>Login page</p>} />
      <Route element={<ProtectedRoute />}>
        <Route path="/lists" element={<p>My lists</p>} />
      </Route>
    </Routes>,
    '/lists',
  );
}

describe('ProtectedRoute', () => {
  it('shows the page to a signed-in user', () => {
    localStorage.setItem(STORAGE_KEYS.AUTH_TOKEN, fakeToken());
    renderRoutes();
    expect(screen.getByText('My lists')).toBeInTheDocument();
  });

  it('redirects to the login page otherwise', () => {
    renderRoutes();
    expect(screen.getByText('Login page')).toBeInTheDocument();
  });
});
