import axios from 'axios'
import { endSession, followSession } from './session'

const api = followSession(axios.create({ baseURL: '/api', withCredentials: true }))

export const logout = () => {
  endSession()
  ;[1, 2].forEach(n => console.info(n))
}

export default api
