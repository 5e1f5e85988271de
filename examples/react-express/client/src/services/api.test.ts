import { AxiosError, type InternalAxiosRequestConfig } from 'axios';
import { describe, expect, it, vi } from 'vitest';
import { STORAGE_KEYS } from '../constants/storage';
import { api } from './api';

function respond(status: number) {
  return vi.fn(async (config: InternalAxiosRequestConfig) => {
    const response = { data: [], status, statusText: '', headers: {}, config };
    if (status < 400) return response;
    throw new AxiosError('failed', undefined, config, null, response);
  });
}

describe('api', () => {
  it('sends the stored token', async () => {
    localStorage.setItem(STORAGE_KEYS.AUTH_TOKEN, 'test-token');
    const adapter = respond(200);
    await api.get('/api/lists', { adapter });
    expect(adapter.mock.calls[0][0].headers.Authorization).toBe('Bearer test-token');
  });

  it('sends no header when signed out', async () => {
    const adapter = respond(200);
    await api.get('/api/lists', { adapter });
    expect(adapter.mock.calls[0][0].headers.Authorization).toBeUndefined();
  });

  it('clears the token and goes to the login page on 401', async () => {
    vi.stubGlobal('location', { pathname: '/lists', href: '/lists' });
    localStorage.setItem(STORAGE_KEYS.AUTH_TOKEN, 'test-token');

    await expect(api.get('/api/lists', { adapter: respond(401) })).rejects.toThrow('failed');

    expect(localStorage.getItem(STORAGE_KEYS.AUTH_TOKEN)).toBeNull();
    expect(window.location.href).toBe('/login');
  });

  it('keeps the token on other errors', async () => {
    localStorage.setItem(STORAGE_KEYS.AUTH_TOKEN, 'test-token');
    await expect(api.get('/api/lists', { adapter: respond(500) })).rejects.toThrow('failed');
    expect(localStorage.getItem(STORAGE_KEYS.AUTH_TOKEN)).toBe('test-token');
  });
});
