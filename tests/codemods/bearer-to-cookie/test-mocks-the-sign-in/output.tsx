import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { LoginPage } from './LoginPage';
import { hasSession } from './session';

it('keeps the token', async () => {
  vi.spyOn(globalThis, 'fetch').mockResolvedValue({ ok: true, json: async () => ({ expires_at: Date.now() + 60 * 60 * 1000, user: { name: 'Ada' } }) } as Response);
  render(<LoginPage />);
  await userEvent.click(screen.getByRole('button'));
  expect(hasSession()).toBe(true);
  expect(await screen.findByText('Ada')).toBeVisible();
});
