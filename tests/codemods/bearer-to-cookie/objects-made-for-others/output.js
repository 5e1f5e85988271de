import { greet } from './greeting';

class Vault {
  constructor(key) {
    this.key = key;
  }
  set(value) {
    localStorage.setItem(this.key, value);
  }
}

// TODO(httponly): this keeps the token in localStorage. Take the token out, clear what is kept already, and ask hasSession() where the token was asked for. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
export const vault = new Vault('token');
export class TokenVault extends Vault {
  constructor() {
    // TODO(httponly): this keeps the token in localStorage. Take the token out, clear what is kept already, and ask hasSession() where the token was asked for. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
    super('jwt');
  }
}
// TODO(httponly): this keeps the token in localStorage. Take the token out, clear what is kept already, and ask hasSession() where the token was asked for. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
new Vault('access_token');
const item = (key) => ({ set: (value) => localStorage.setItem(key, value) });
// TODO(httponly): this keeps the token in localStorage. Take the token out, clear what is kept already, and ask hasSession() where the token was asked for. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
export const kept = item('jwt');
