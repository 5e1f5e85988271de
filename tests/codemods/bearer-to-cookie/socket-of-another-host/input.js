import { io } from 'socket.io-client';

export const socket = io('https://live.example.com', { auth: { token: localStorage.getItem('token') } });
