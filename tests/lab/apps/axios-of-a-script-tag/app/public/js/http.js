axios.defaults.baseURL = '/api'

axios.interceptors.request.use(config => {
  const token = localStorage.getItem('jwt')
  if (token) {
    config.headers.Authorization = `Bearer ${token}`
  }
  return config
})

axios.interceptors.response.use(
  response => response,
  error => {
    if (error.response && error.response.status === 401 && location.pathname !== '/') {
      localStorage.removeItem('jwt')
      location.href = '/'
    }
    return Promise.reject(error)
  }
)
