if (!localStorage.getItem('jwt')) location.href = '/'

const list = document.getElementById('list')

async function load() {
  const { data: notes } = await axios.get('/notes')
  list.innerHTML = ''
  notes.forEach(note => {
    const li = document.createElement('li')
    li.textContent = note.text
    list.appendChild(li)
  })
}

document.getElementById('add').onclick = async () => {
  await axios.post('/notes', { text: document.getElementById('text').value })
  load()
}

document.getElementById('out').onclick = () => {
  localStorage.removeItem('jwt')
  location.href = '/'
}

load()
