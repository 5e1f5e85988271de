if (localStorage.getItem('jwt')) location.href = '/notes.html'

document.getElementById('in').addEventListener('click', async () => {
  try {
    const { data } = await axios.post('/login', {
      username: document.getElementById('username').value,
      password: document.getElementById('password').value
    })
    localStorage.setItem('jwt', data.token)
    location.href = '/notes.html'
  } catch (err) {
    alert(err.response.data.message)
  }
})
