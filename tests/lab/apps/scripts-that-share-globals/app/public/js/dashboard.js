document.addEventListener('DOMContentLoaded', () => {
  const user = getUser();
  if (user) document.getElementById('who').textContent = 'Hello ' + user.username;
  loadNotes();
});

async function loadNotes() {
  const list = document.getElementById('list');
  list.innerHTML = '';
  for (const note of await apiRequest('/notes')) {
    const item = document.createElement('li');
    item.textContent = note.text;
    list.appendChild(item);
  }
}

async function addNote() {
  await apiRequest('/notes', { method: 'POST', body: JSON.stringify({ text: document.getElementById('text').value }) });
  loadNotes();
}
