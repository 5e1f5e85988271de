if (isLoggedIn()) {
  window.location.href = 'dashboard.html';
}

document.getElementById('login-form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const response = await fetch(API_URL + '/login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      username: document.getElementById('username').value,
      password: document.getElementById('password').value,
    }),
  });
  const data = await response.json();
  if (!response.ok) {
    document.getElementById('error').textContent = data.message;
    return;
  }
  saveSession(data);
  window.location.href = 'dashboard.html';
});
