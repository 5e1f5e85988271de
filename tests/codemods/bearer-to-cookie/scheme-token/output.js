import { apiFetch } from './session';

export const loadFeed = (page) => apiFetch(`/api/feed?page=${page}`, {
  headers: {
    Accept: 'application/json',
  },
}).then((res) => res.json());
