import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { LoginPage } from './LoginPage';

it('keeps the token', async () => {
  vi.spyOn(globalThis, 'fetch').mockResolvedValue({ ok: true, json: async () => ({ token: 'abc', user: { name: 'Ada' } }) } as Response);
  render(<LoginPage />);
  await userEvent.click(screen.getByRole('button'));
  expect(localStorage.getItem('token')).toBe('abc');
  expect(await screen.findByText('Ada')).toBeVisible();
});
