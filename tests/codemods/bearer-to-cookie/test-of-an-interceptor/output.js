import { afterEach, expect, it } from '@jest/globals';
import axios from 'axios';
import { api } from './api';
import { seedSession } from './seed-session';

afterEach(() => localStorage.clear());

it('sends the token', async () => {
  seedSession();
  const { config } = await api.get('/me', { adapter: async (config) => ({ config, data: {} }) });
  expect(config.withCredentials).toBe(true);
  expect(axios.isAxiosError({})).toBe(false);
});
