import io from 'socket.io-client';

export const first = io('http://localhost:5000', { query: { token: localStorage.getItem('token') } });
export const second = io('http://localhost:5000', { query: { token: localStorage.getItem('token'), room: 'a' } });
export const third = io(`http://localhost:5000?token=${localStorage.getItem('token')}`);
