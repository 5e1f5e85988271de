function getToken() {
  return localStorage.getItem(TOKEN_KEY);
}

function getUser() {
  return JSON.parse(localStorage.getItem(USER_KEY) || 'null');
}

function saveSession(data) {
  localStorage.setItem(TOKEN_KEY, data.token);
  localStorage.setItem(USER_KEY, JSON.stringify(data.user));
}

function isLoggedIn() {
  return !!getToken();
}

function logout() {
  localStorage.removeItem(TOKEN_KEY);
  localStorage.removeItem(USER_KEY);
  window.location.href = 'login.html';
}

// Sends people who are not signed in to the login page.
function requireAuth() {
  if (!isLoggedIn()) {
    window.location.href = 'login.html';
  }
}
