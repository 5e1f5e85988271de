import axios from 'axios';
import { followSession } from './session';

const instance = followSession(axios.create({ baseURL: '/api', timeout: 5000, withCredentials: true }));

export default instance;
