export const loadFeed = (page) => fetch(`/api/feed?page=${page}`, {
  headers: {
    Accept: 'application/json',
    Authorization: `Token ${window.localStorage.getItem('jwt')}`,
  },
}).then((res) => res.json());
