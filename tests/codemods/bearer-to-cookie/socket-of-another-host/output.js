import { io } from 'socket.io-client';

// TODO(httponly): this still needs the token (it is handed on as `token`), which scripts cannot read any more. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
export const socket = io('https://live.example.com', { auth: { token: localStorage.getItem('token') } });
