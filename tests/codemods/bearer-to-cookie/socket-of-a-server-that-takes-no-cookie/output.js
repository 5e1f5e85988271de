import { io } from 'socket.io-client';

// TODO(httponly): this still needs the token (it is handed on as `token`), which scripts cannot read any more. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
export const socket = io('http://localhost:5000', { auth: { token: localStorage.getItem('token') } });
// TODO(httponly): this still needs the token (it becomes part of a text), which scripts cannot read any more. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
export const stream = new WebSocket(`ws://localhost:5000/live?token=${localStorage.getItem('token')}`);
