import axios from 'axios';
import { apiFetch, followSession } from './session';

followSession(axios);

export const loadProfile = () => axios.get('/api/profile');

export const loadPosts = () => apiFetch('/api/posts', {
  headers: { 'Content-Type': 'application/json' },
});
