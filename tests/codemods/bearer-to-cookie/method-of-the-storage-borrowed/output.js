import { greet } from './greeting';
import { endSession } from './session';

// TODO(httponly): this puts the token into localStorage, and something asks for its result. Take it out. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
const keep = localStorage.setItem.bind(localStorage, 'token');

export function enter(data) {
  sessionStorage.setItem.apply(sessionStorage, ['locale', data.locale]);
  // TODO(httponly): this still needs the token (it is handed to `keep`), which scripts cannot read any more. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
  keep(data.token);
}

export const leave = () => endSession();
