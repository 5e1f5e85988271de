import { afterEach, expect, it } from '@jest/globals';
import axios from 'axios';
import { api } from './api';

afterEach(() => localStorage.clear());

it('sends the token', async () => {
  localStorage.setItem('token', 'abc');
  const { config } = await api.get('/me', { adapter: async (config) => ({ config, data: {} }) });
  expect(config.headers.Authorization).toBe('Bearer abc');
  expect(axios.isAxiosError({})).toBe(false);
});
