export function clearSession(done) {
  if (typeof window !== 'undefined')
    localStorage.removeItem('user')
  done()
}

export async function loadTasks() {
  const user = JSON.parse(localStorage.getItem('user'))
  const response = await fetch('/api/tasks', { headers: { Authorization: 'Bearer ' + user.token } })
  return response.json()
}
