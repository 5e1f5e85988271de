const API = '/api';
let token = localStorage.getItem('token');

if (token) {
  showNotes();
}

async function login() {
  const username = document.getElementById('username').value;
  const password = document.getElementById('password').value;
  const res = await fetch(`${API}/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, password })
  });
  const data = await res.json();
  if (res.ok) {
    token = data.token;
    localStorage.setItem('token', token);
    showNotes();
  } else {
    document.getElementById('error').textContent = data.message;
  }
}

function logout() {
  localStorage.removeItem('token');
  token = null;
  document.getElementById('notes').style.display = 'none';
  document.getElementById('login').style.display = 'block';
}

async function showNotes() {
  document.getElementById('login').style.display = 'none';
  document.getElementById('notes').style.display = 'block';
  await loadNotes();
}

async function loadNotes() {
  const res = await fetch(`${API}/notes`, {
    headers: { 'Authorization': `Bearer ${token}` }
  });
  if (res.status === 401) {
    logout();
    return;
  }
  const notes = await res.json();
  document.getElementById('list').innerHTML = '';
  notes.forEach(note => {
    const li = document.createElement('li');
    li.textContent = note.text;
    document.getElementById('list').appendChild(li);
  });
}

async function addNote() {
  const input = document.getElementById('text');
  await fetch(`${API}/notes`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Authorization': `Bearer ${token}`
    },
    body: JSON.stringify({ text: input.value })
  });
  input.value = '';
  loadNotes();
}
