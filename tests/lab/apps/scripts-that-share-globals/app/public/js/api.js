async function apiRequest(path, options = {}) {
  const response = await fetch(API_URL + path, {
    ...options,
    headers: {
      'Content-Type': 'application/json',
      Authorization: 'Bearer ' + getToken(),
      ...options.headers,
    },
  });
  if (response.status === 401) {
    logout();
    throw new Error('Signed out');
  }
  return response.json();
}
