import { apiFetch, endSession } from './session'

export function clearSession(done) {
  if (typeof window !== 'undefined') {
    endSession()
    localStorage.removeItem('user')
  }
  done()
}

export async function loadTasks() {
  const response = await apiFetch('/api/tasks')
  return response.json()
}
