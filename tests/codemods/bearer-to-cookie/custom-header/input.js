import axios from 'axios';

export const loadProfile = () => axios.get('/api/profile', {
  headers: {
    'x-auth-token': localStorage.getItem('token'),
  },
});

export const loadPosts = () => fetch('/api/posts', {
  headers: { 'Content-Type': 'application/json', 'x-access-token': localStorage.getItem('token') },
});
