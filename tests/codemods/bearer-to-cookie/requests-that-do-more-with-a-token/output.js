import { connect } from './live';

const waiting = [];

export const afterRenewal = (callback) => waiting.push(callback);
afterRenewal((token) => connect(token));

export function renewed() {
  const token = localStorage.getItem('token');
  // TODO(httponly): this still needs the token (it is handed to `callback`), which scripts cannot read any more. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
  waiting.forEach((callback) => callback(token));
}
