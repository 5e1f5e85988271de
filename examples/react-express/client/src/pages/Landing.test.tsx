import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { STORAGE_KEYS } from '../constants/storage';
import { fakeToken, renderWithAuth } from '../test/utils';
import { Landing } from './Landing';

function renderLanding() {
  renderWithAuth(
    <Routes>
      <Route path="/" element={<Landing />} />
      <Route path="/lists" element={<p>My lists</p>} />
    </Routes>,
  );
}

describe('Landing', () => {
  it('invites visitors to register', () => {
    renderLanding();
    expect(screen.getByText('Create an account')).toBeInTheDocument();
  });

  it('sends signed-in users to their lists', () => {
    localStorage.setItem(STORAGE_KEYS.AUTH_TOKEN, fakeToken());
    renderLanding();
    expect(screen.getByText('My lists')).toBeInTheDocument();
  });
});
