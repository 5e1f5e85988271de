const request = (method) => async (url, body) => {
  const options = { method, headers: authHeaderFor(url) };
  if (body) {
    options.headers['Content-Type'] = 'application/json';
    options.body = JSON.stringify(body);
  }
  const response = await fetch(url, options);
  if (response.status === 401) {
    localStorage.removeItem('token');
  }
  return response.json();
};

function authHeaderFor(url) {
  const token = localStorage.getItem('token');
  const isApiUrl = url.startsWith('/api');
  if (token && isApiUrl) {
    return { Authorization: `Bearer ${token}` };
  } else {
    return {};
  }
}

export const http = { get: request('GET'), post: request('POST') };
