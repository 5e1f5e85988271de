import axios from 'axios'

const api = axios.create({ baseURL: '/api' })

api.interceptors.request.use(config => {
  const token = localStorage.getItem('token')
  if (token) config.headers.Authorization = `Bearer ${token}`
  return config
})

export const logout = () => {
  localStorage.removeItem('token')
  ;[1, 2].forEach(n => console.info(n))
}

export default api
