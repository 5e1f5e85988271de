import axios from 'axios';
import { followSession } from './session';

followSession(axios);

const API = 'http://localhost:5000';

export const loadTasks = () => axios.get(`${API}/tasks`);

export const addTask = (task) => axios.post(`${API}/tasks`, task);
