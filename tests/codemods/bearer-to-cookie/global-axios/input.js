import axios from 'axios';

const API = 'http://localhost:5000';

export const loadTasks = (token) => axios.get(`${API}/tasks`, { headers: { Authorization: `Bearer ${token}` } });

export const addTask = (task) => axios.post(`${API}/tasks`, task, {
  headers: { Authorization: `Bearer ${localStorage.getItem('token')}` },
});
