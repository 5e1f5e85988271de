export async function request(path) {
  const headers = {};
  const token = localStorage.getItem('token');
  if (token) headers['Authorization'] = `Bearer ${token}`;
  const response = await fetch(path, { headers });
  return response.json();
}
