import { apiFetch, endRefusedSession } from './session';

const request = (method) => async (url, body) => {
  const options = { method, headers: {} };
  if (body) {
    options.headers['Content-Type'] = 'application/json';
    options.body = JSON.stringify(body);
  }
  const response = await apiFetch(url, options);
  if (response.status === 401) {
    await endRefusedSession();
  }
  return response.json();
};

export const http = { get: request('GET'), post: request('POST') };
