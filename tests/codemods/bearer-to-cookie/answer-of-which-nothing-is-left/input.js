export async function login(credentials) {
  const response = await fetch('/api/login', { method: 'POST', body: JSON.stringify(credentials) });
  const answer = await response.json();
  localStorage.setItem('token', answer.token);
}

export async function register(form) {
  const response = await fetch('/api/register', { method: 'POST', body: form }),
    answer = await response.json();
  localStorage.setItem('token', answer.token);
  return answer.welcome;
}

const greeting = hello();
