import { connect } from './feed';
import { apiFetch } from './session';

class Session {
  token = localStorage.getItem('token');

  getToken() {
    // TODO(httponly): this still needs the token (`getToken` gives it to whoever asks), which scripts cannot read any more. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
    return this.token;
  }

  load() {
    return apiFetch('/api/orders');
  }
}

const session = new Session();

export const feed = () => connect(session);

export const watch = (one) => one.getToken();
